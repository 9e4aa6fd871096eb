"""In chromium: what is typed reaches the server or stays in the browser; nothing overwrites."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from agencies.models import Agency, Role, User
from reports import drafting
from reports.models import Report
from tests.browser.boxes import PULSE, box, cut_off, hears_nothing, saved
from tests.browser.conftest import Window, sign_in
from tests.filing import filled, submitted
from tests.make import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ISSUED = "documents.rules.issued"
REPEALED = "documents.rules.repealed"


@pytest.fixture
def colleague(finance: Agency) -> User:
    return make_user("qian", {Role.REPORTER: finance}, name="钱同事")


@pytest.fixture
def opened(window_of: Window, report: Report) -> Callable[[User], Page]:
    def open_page(user: User) -> Page:
        page = window_of(user)
        with page.expect_response(PULSE):
            page.goto(f"/reports/{report.pk}/edit/")
        hears_nothing(page)
        return page

    return open_page


def stored(report: Report, key: str) -> object:
    report.refresh_from_db()
    return report.figures.get(key)


def test_typing_is_saved_within_two_seconds_while_it_goes_on(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    box(page, "prose.1").press_sequentially("一二三四五六七八九十" * 4, delay=60)
    assert len(report.changes.filter(key="prose.1")) >= 1
    saved(page)
    report.refresh_from_db()
    assert report.content.text("1") == "一二三四五六七八九十" * 4


def test_two_people_in_different_boxes_never_collide(
    opened: Callable[[User], Page], report: Report, reporter: User, colleague: User
) -> None:
    mine, theirs = opened(reporter), opened(colleague)
    box(theirs, ISSUED).fill("7")
    box(theirs, "prose.1").fill("对方写的。")
    saved(theirs)
    box(mine, REPEALED).fill("3")
    saved(mine)
    expect(box(mine, ISSUED)).to_have_value("7")
    expect(box(mine, "prose.1")).to_have_value("对方写的。")
    expect(mine.locator("[data-notice]")).to_contain_text("另一位填报人")
    assert (stored(report, ISSUED), stored(report, REPEALED)) == (7, 3)


@pytest.mark.parametrize(
    ("choice", "stays"), [("保留我的", 8), ("采用对方的", 9)], ids=["mine", "theirs"]
)
def test_the_same_box_changed_by_two_is_a_choice(
    opened: Callable[[User], Page],
    report: Report,
    reporter: User,
    colleague: User,
    choice: str,
    stays: int,
) -> None:
    page = opened(reporter)
    change = {ISSUED: {"was": None, "now": 9}}
    drafting.save(report.pk, colleague, "other", 1, change)
    box(page, ISSUED).fill("8")
    conflict = page.locator(".conflict")
    expect(conflict).to_contain_text("钱同事")
    expect(conflict.locator("[data-mine]")).to_have_text("8")
    expect(conflict.locator("[data-theirs]")).to_have_text("9")
    assert stored(report, ISSUED) == 9
    conflict.get_by_role("button", name=choice).click()
    saved(page)
    expect(box(page, ISSUED)).to_have_value(str(stays))
    assert stored(report, ISSUED) == stays


def test_paragraphs_of_two_people_come_together(
    opened: Callable[[User], Page], report: Report, reporter: User, colleague: User
) -> None:
    start = {"prose.1": {"was": "", "now": "甲段\n乙段\n丙段"}}
    drafting.save(report.pk, reporter, "seed", 1, start)
    page = opened(reporter)
    theirs = {"prose.1": {"was": "甲段\n乙段\n丙段", "now": "甲段，改\n乙段\n丙段"}}
    drafting.save(report.pk, colleague, "other", 1, theirs)
    box(page, "prose.1").fill("甲段\n乙段\n丙段，也改")
    page.keyboard.press("Tab")
    saved(page)
    expect(box(page, "prose.1")).to_have_value("甲段，改\n乙段\n丙段，也改")


def test_a_lost_network_is_told_and_made_up_for(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    page.context.set_offline(True)
    box(page, ISSUED).fill("5")
    expect(page.locator("[data-save-state]")).to_contain_text("1处未保存")
    box(page, REPEALED).fill("6")
    page.context.set_offline(False)
    saved(page)
    assert (stored(report, ISSUED), stored(report, REPEALED)) == (5, 6)


def test_an_answer_that_got_lost_is_not_saved_twice(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    lost: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        route.fetch()
        lost.append(route.request.post_data or "")
        if len(lost) == 1:
            route.abort()
        else:
            route.continue_()

    page.route("**/save/", lose_the_first_answer)
    box(page, ISSUED).fill("5")
    saved(page)
    assert lost[0] == lost[1]
    assert report.changes.filter(key=ISSUED).count() == 1


def test_a_closed_page_leaves_its_typing_to_the_next(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    cut_off(page)
    box(page, ISSUED).fill("5")
    box(page, REPEALED).fill("十二")
    expect(page.locator("[data-save-state]")).to_contain_text("2处未保存")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator("[data-kept]")).to_contain_text("2处")
    expect(box(page, REPEALED)).to_have_value("十二")
    expect(page.locator("[data-save-state]")).to_contain_text("1处未保存 · 其余已保存")
    assert stored(report, ISSUED) == 5


def test_a_page_with_everything_saved_closes_without_a_question(
    opened: Callable[[User], Page], reporter: User
) -> None:
    page = opened(reporter)
    asked: list[str] = []

    def note(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", note)
    box(page, ISSUED).fill("5")
    saved(page)
    page.reload()
    expect(box(page, ISSUED)).to_have_value("5")
    expect(page.locator("[data-kept]")).to_be_hidden()
    assert asked == []


def test_typing_outlives_the_session_and_goes_through_after_it(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    page.context.clear_cookies(name="sessionid")
    box(page, ISSUED).fill("5")
    expect(page.locator("[data-save-state]")).to_contain_text("登录已失效，1处暂存在本机")
    sign_in(page.context, page.url.partition("/reports")[0], reporter)
    page.evaluate("document.dispatchEvent(new CustomEvent('nianbao:session-restored'))")
    saved(page)
    assert stored(report, ISSUED) == 5


def test_a_page_left_open_after_sending_can_no_longer_be_typed_into(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    submitted(report, reporter)
    box(page, ISSUED).fill("5")
    expect(page.locator("[data-save-state]")).to_contain_text("不能修改")
    expect(box(page, ISSUED)).to_have_attribute("readonly", "")
    assert stored(report, ISSUED) == 0


@pytest.mark.parametrize("act", ["暂存", "检查"])
def test_without_scripts_the_form_makes_the_same_round_trip(
    window_of: Window, report: Report, reporter: User, act: str
) -> None:
    page = window_of(reporter, scripts=False)
    page.goto(f"/reports/{report.pk}/edit/")
    box(page, ISSUED).fill("5")
    box(page, REPEALED).fill("三件")
    box(page, "prose.1").fill("全年平稳。")
    page.get_by_role("button", name=act).first.click()
    expect(box(page, REPEALED)).to_have_value("三件")
    expect(page.locator(f'[id="problem-{REPEALED}"]')).to_contain_text("只能录入数字")
    expect(page.locator(".finding").first).to_be_visible()
    box(page, REPEALED).fill("3")
    page.get_by_role("button", name=act).first.click()
    expect(page.get_by_text("已保存。")).to_be_visible()
    assert (stored(report, ISSUED), stored(report, REPEALED)) == (5, 3)
    assert report.content.text("1") == "全年平稳。"


def test_a_preview_waits_for_the_save(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    box(page, ISSUED).fill("5")
    with page.expect_download() as download:
        page.get_by_role("link", name="预览Word").click()
    assert download.value.suggested_filename.endswith(".docx")
    assert stored(report, ISSUED) == 5


def test_a_report_with_nothing_open_is_sent_from_here(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    filled(report, reporter)
    page = opened(reporter)
    expect(page.get_by_role("link", name="送审")).to_have_text("送审")
    box(page, "prose.5").fill("")
    expect(page.get_by_role("link", name="送审")).to_have_text("送审（1 处待填）")
    box(page, "prose.5").fill("问题：更新不够快。改进：逐月检查。")
    expect(page.get_by_role("link", name="送审")).to_have_text("送审")
    page.get_by_role("link", name="送审").click()
    expect(page).to_have_url(re.compile(f"/reports/{report.pk}/submit/"))


def test_the_page_is_never_wider_than_the_window(
    opened: Callable[[User], Page], reporter: User
) -> None:
    page = opened(reporter)
    for width in (1366, 1024, 360):
        page.set_viewport_size({"width": width, "height": 768})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_typed_before_the_scripts_arrive_is_saved_too(
    window_of: Window, reporter: User, report: Report
) -> None:
    page = window_of(reporter)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/js/edit/page*.js", hold)
    page.goto(f"/reports/{report.pk}/edit/", wait_until="commit")
    box(page, "prose.5").fill("早早写下的问题。")
    box(page, "applications.received.research").fill("7")
    held[0].continue_()
    saved(page)
    report.refresh_from_db()
    assert report.content.text("5") == "早早写下的问题。"
    assert report.figures["applications.received.research"] == 7
