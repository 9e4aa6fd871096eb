"""In chromium: both have changed one paragraph; the choice is about that paragraph alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from agencies.models import Agency, Role, User
from reports import commenting, drafting
from reports.models import Report
from tests.browser.boxes import PULSE, box, hears_nothing, saved
from tests.browser.conftest import Window
from tests.filing import begun
from tests.make import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ONE = "prose.1"
BASE, MINE, THEIRS = "甲\n乙\n丙\n丁", "甲\n乙，我\n丙\n丁，我", "甲，他\n乙，他\n丙\n丁"


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    report = begun(finance)
    drafting.save(report.pk, reporter, "start", 1, {ONE: {"was": "", "now": BASE}})
    return report


@pytest.fixture
def colleague(finance: Agency) -> User:
    return make_user("qian", {Role.REPORTER: finance}, name="钱同事")


@pytest.mark.parametrize(
    ("choice", "settled"),
    [("保留我的", "甲，他\n乙，我\n丙\n丁，我"), ("采用对方的", "甲，他\n乙，他\n丙\n丁，我")],
    ids=["mine", "theirs"],
)
def test_a_paragraph_changed_by_two_is_a_choice_and_the_others_come_together(
    window_of: Window, report: Report, reporter: User, colleague: User, choice: str, settled: str
) -> None:
    page = window_of(reporter)
    with page.expect_response(PULSE):
        page.goto(f"/reports/{report.pk}/edit/")
    hears_nothing(page)
    drafting.save(report.pk, colleague, "other", 1, {ONE: {"was": BASE, "now": THEIRS}})
    box(page, ONE).fill(MINE)
    conflict = page.locator(".conflict")
    expect(conflict).to_contain_text("钱同事")
    expect(conflict.locator("[data-mine]")).to_contain_text("乙，我")
    expect(conflict.locator("[data-theirs]")).to_contain_text("乙，他")
    conflict.get_by_role("button", name=choice).click()
    saved(page)
    expect(box(page, ONE)).to_have_value(settled)
    report.refresh_from_db()
    assert report.content.text("1") == settled


def test_typing_goes_on_while_a_conflict_is_open(
    window_of: Window, report: Report, reporter: User, colleague: User
) -> None:
    page = window_of(reporter)
    with page.expect_response(PULSE):
        page.goto(f"/reports/{report.pk}/edit/")
    hears_nothing(page)
    drafting.save(report.pk, colleague, "other", 1, {ONE: {"was": BASE, "now": THEIRS}})
    box(page, ONE).fill(MINE)
    expect(page.locator(".conflict")).to_be_visible()
    box(page, ONE).press("Control+End")
    page.keyboard.insert_text("，再写")
    expect(page.locator(".conflict [data-mine]")).to_contain_text("丁，我，再写")
    page.get_by_role("button", name="保留我的").click()
    saved(page)
    expect(box(page, ONE)).to_have_value("甲，他\n乙，我\n丙\n丁，我，再写")


def test_a_choice_comes_into_view_below_a_long_list_and_is_told_beside_the_box(
    window_of: Window, report: Report, reporter: User, reviewer: User, colleague: User
) -> None:
    for n in range(12):
        commenting.start(report.pk, ONE, f"第{n}条", reviewer)
    page = window_of(reporter)
    with page.expect_response(PULSE):
        page.goto(f"/reports/{report.pk}/edit/")
    hears_nothing(page)
    drafting.save(report.pk, colleague, "other", 1, {ONE: {"was": BASE, "now": THEIRS}})
    box(page, ONE).focus()
    page.locator(".side").evaluate("(side) => { side.scrollTop = side.scrollHeight; }")
    box(page, ONE).fill(MINE)
    expect(page.locator(".conflict [data-keep-mine]")).to_be_in_viewport()
    expect(box(page, ONE)).to_be_focused()
    box(page, ONE).press("F4")
    page.keyboard.press("Enter")
    expect(page.locator("[data-keep-mine]")).to_be_focused()
