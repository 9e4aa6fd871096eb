"""In chromium: two clerks on one report hear of each other; nobody above watches either."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, Role, User
from reports import drafting
from reports.models import Presence, Report
from tests.browser.boxes import box, saved
from tests.browser.conftest import Window
from tests.make import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ISSUED = "documents.rules.issued"
REPEALED = "documents.rules.repealed"
WITHIN_A_PULSE = 13_000
"""Milliseconds."""


@pytest.fixture
def colleague(finance: Agency) -> User:
    return make_user("wangwu", {Role.REPORTER: finance}, name="王五")


@pytest.fixture
def opened(window_of: Window, report: Report) -> Callable[[User], Page]:
    def open_page(user: User) -> Page:
        page = window_of(user)
        with page.expect_response("**/pulse/"):
            page.goto(f"/reports/{report.pk}/edit/")
        return page

    return open_page


def test_each_sees_who_else_is_here_and_where_until_he_goes(
    opened: Callable[[User], Page], reporter: User, colleague: User
) -> None:
    mine, theirs = opened(reporter), opened(colleague)
    line = mine.locator("[data-others]")
    expect(theirs.locator("[data-others]")).to_have_text("另一位填报人 王填报 也打开了本报告")
    with theirs.expect_response("**/pulse/"):
        box(theirs, "prose.6").focus()
    box(mine, ISSUED).focus()
    expect(line).to_have_text("另一位填报人 王五 正在第六项")
    flag = mine.locator(".other-flag")
    expect(flag).to_have_attribute("title", "王五 正在这里")
    expect(box(mine, "prose.6")).to_have_accessible_description(re.compile("王五"))
    top = mine.evaluate("document.querySelector('[name=\"prose.6\"]').offsetTop")
    theirs.close()
    expect(line).to_be_hidden(timeout=WITHIN_A_PULSE)
    expect(flag).to_have_count(0)
    assert mine.evaluate("document.querySelector('[name=\"prose.6\"]').offsetTop") == top


def test_in_a_table_a_colleague_is_a_sign_in_the_corner_of_the_box_and_hides_no_other(
    opened: Callable[[User], Page], reporter: User, colleague: User
) -> None:
    mine, theirs = opened(reporter), opened(colleague)
    with theirs.expect_response("**/pulse/"):
        box(theirs, ISSUED).focus()
    box(mine, REPEALED).focus()
    sign = mine.locator("td > .other-flag > span")
    expect(sign).to_be_visible()
    outer, inner = box(mine, ISSUED).bounding_box(), sign.bounding_box()
    assert outer is not None
    assert inner is not None
    assert outer["x"] <= inner["x"] < inner["x"] + inner["width"] < outer["x"] + outer["width"] / 2
    assert outer["y"] <= inner["y"] < inner["y"] + inner["height"] < outer["y"] + outer["height"]
    expect(box(mine, ISSUED)).to_have_accessible_description(re.compile("王五"))
    sign.click()  # where the pointer can rest to read the name, and yet be in the box
    expect(box(mine, ISSUED)).to_be_focused()


def test_what_others_change_arrives_with_the_pulse_and_is_marked(
    opened: Callable[[User], Page], report: Report, reporter: User, colleague: User
) -> None:
    page = opened(reporter)
    drafting.save(report.pk, colleague, "other", 1, {ISSUED: {"was": None, "now": 4}})
    expect(box(page, ISSUED)).to_have_value("4", timeout=WITHIN_A_PULSE)
    expect(box(page, ISSUED)).to_have_attribute("data-foreign", "")
    expect(page.locator("[data-notice]")).to_contain_text(
        "另一位填报人（或您的另一个页面）刚刚修改了1处"
    )
    box(page, ISSUED).fill("5")
    saved(page)
    assert [change.after for change in report.changes.filter(key=ISSUED)] == [4, 5]


def test_a_box_with_the_focus_keeps_its_words_and_is_renewed_when_left(
    opened: Callable[[User], Page], report: Report, reporter: User, colleague: User
) -> None:
    page = opened(reporter)
    drafting.save(report.pk, colleague, "other", 1, {ISSUED: {"was": None, "now": 4}})
    box(page, ISSUED).focus()
    expect(box(page, ISSUED)).to_have_attribute("data-foreign", "")
    expect(box(page, ISSUED)).to_have_value("")
    expect(box(page, ISSUED)).to_be_focused()
    box(page, REPEALED).focus()
    expect(box(page, ISSUED)).to_have_value("4")


def test_neither_focus_nor_caret_nor_scroll_moves(
    opened: Callable[[User], Page], report: Report, reporter: User, colleague: User
) -> None:
    page = opened(reporter)
    area = box(page, "prose.5")
    area.press_sequentially("写到一半的问题。")
    saved(page)
    area.evaluate("(box) => box.setSelectionRange(3, 3)")
    stands = """() => {
        const box = document.activeElement;
        return [box.name, box.selectionStart, Math.round(box.getBoundingClientRect().top)];
    }"""
    name, caret, top = page.evaluate(stands)
    change: dict[str, dict[str, object]] = {
        ISSUED: {"was": None, "now": 4},
        "prose.1": {"was": "", "now": "一段\n" * 20},
    }
    drafting.save(report.pk, colleague, "other", 1, change)
    page.keyboard.type("，")
    saved(page)
    expect(box(page, ISSUED)).to_have_value("4")
    expect(area).to_have_value("写到一，半的问题。")
    assert page.evaluate(stands) == [name, caret + 1, top]


def test_a_reader_asks_for_no_pulse_and_is_told_of_nobody(
    window_of: Window,
    report: Report,
    reporter: User,
    reviewer: User,
    opened: Callable[[User], Page],
) -> None:
    opened(reporter)
    page = window_of(reviewer)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/reports/{report.pk}/")
    expect(page.get_by_role("heading").first).to_be_visible()
    assert not re.search("另一位填报人|正在第|打开了本报告", page.content())
    assert not [url for url in asked if "pulse" in url]
    assert Presence.objects.count() == 1
