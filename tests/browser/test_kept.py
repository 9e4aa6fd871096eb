"""In chromium: what could not be saved is offered again, once, and to the right page alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from agencies.models import Agency, Role, User
from reports import drafting
from reports.models import Change, Report
from tests.browser.boxes import PULSE, box, cut_off, died, hears_nothing, lost, saved
from tests.browser.conftest import Window
from tests.filing import filled, submitted
from tests.make import PASSWORD, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ISSUED = "documents.rules.issued"
REPEALED = "documents.rules.repealed"
RECEIVED = [
    f"applications.received.{who}"
    for who in (
        *("natural_person", "business", "research", "welfare", "legal_service", "other"),
        "total",
    )
]
STATE = "[data-save-state]"
PASTE = """(box, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    box.focus();
    const how = { clipboardData, bubbles: true, cancelable: true };
    box.dispatchEvent(new ClipboardEvent("paste", how));
}"""


@pytest.fixture
def opened(window_of: Window, report: Report) -> Callable[[User], Page]:
    def open_page(user: User) -> Page:
        page = window_of(user)
        visit(page, report)
        return page

    return open_page


def visit(page: Page, report: Report) -> None:
    """Opens the filling page, which hears of others by its first pulse only."""
    page.unroute(PULSE)
    with page.expect_response(PULSE):
        page.goto(f"/reports/{report.pk}/edit/")
    hears_nothing(page)


def stored(report: Report, key: str) -> object:
    report.refresh_from_db()
    return report.figures.get(key)


def swallow(route: Route) -> None:
    """The server gets it; the answer is lost."""
    route.fetch()
    route.abort()


def test_what_had_arrived_after_all_is_not_a_conflict_with_oneself(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    page.route("**/save/", swallow)
    box(page, ISSUED).fill("2")
    expect(page.locator(STATE)).to_contain_text("连接不上")
    box(page, ISSUED).fill("23")
    assert stored(report, ISSUED) == 2
    context = page.context
    died(page)
    again = context.new_page()
    visit(again, report)
    expect(box(again, ISSUED)).to_have_value("23")
    saved(again)
    expect(again.locator(".conflict")).to_have_count(0)
    assert [change.after for change in report.changes.filter(key=ISSUED)] == [2, 23]


def test_a_second_window_leaves_alone_what_the_first_is_still_sending(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    page.route("**/save/", lost)
    box(page, ISSUED).fill("5")
    expect(page.locator(STATE)).to_contain_text("1处未保存")
    expect(box(page, ISSUED)).to_have_attribute("data-state", "unsaved")
    second = page.context.new_page()
    visit(second, report)
    second.wait_for_timeout(1000)  # what must not happen needs time in which it could
    expect(second.locator("[data-kept]")).to_be_hidden()
    expect(box(second, ISSUED)).to_have_value("")
    page.unroute("**/save/")
    saved(page)
    assert report.changes.filter(key=ISSUED).count() == 1
    assert unsent(page.context) == 0


def unsent(context: BrowserContext) -> int:
    """Records of unsaved typing in the browser."""
    names = "Object.keys(localStorage).filter((name) => name.startsWith('nianbao:unsent'))"
    return int(context.pages[0].evaluate(f"{names}.length"))


@pytest.mark.parametrize("broken", ["get", "set"])
def test_without_storage_the_page_saves_and_says_when_it_cannot(
    window_of: Window, report: Report, reporter: User, broken: str
) -> None:
    page = window_of(reporter)
    forbid = {
        "get": "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })",
        "set": "Storage.prototype.setItem = () => { throw new Error('full'); }",
    }
    page.add_init_script(forbid[broken])
    visit(page, report)
    box(page, ISSUED).fill("5")
    saved(page)
    assert stored(report, ISSUED) == 5
    page.route("**/save/", lost)
    box(page, ISSUED).fill("6")
    expect(page.locator(STATE)).to_contain_text("请勿关闭本页")


def test_what_is_kept_of_a_report_sent_meanwhile_is_there_to_be_copied(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    cut_off(page)
    box(page, "prose.5").fill("没来得及保存的问题。")
    expect(page.locator(STATE)).to_contain_text("1处未保存")
    context = page.context
    died(page)
    submitted(filled(report, reporter), reporter)
    again = context.new_page()
    again.goto(f"/reports/{report.pk}/edit/")
    expect(again).to_have_url(re.compile(rf"/reports/{report.pk}/$"))
    expect(again.get_by_label("没有保存的内容").last).to_have_value(
        re.compile("存在的主要问题.*没来得及保存的问题。")
    )
    again.get_by_role("button", name="不再需要").click()
    again.reload()
    expect(again.locator("[data-kept-of]")).to_be_hidden()


def test_it_is_a_conflict_where_a_colleague_was_there_meanwhile(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    cut_off(page)
    box(page, ISSUED).fill("5")
    expect(page.locator(STATE)).to_contain_text("1处未保存")
    context = page.context
    died(page)
    drafting.save(report.pk, reporter, "other", 1, {ISSUED: {"was": None, "now": 9}})
    again = context.new_page()
    visit(again, report)
    expect(again.locator(".conflict [data-theirs]")).to_have_text("9")
    again.get_by_role("button", name="放弃这些内容").click()
    expect(again.locator(".conflict")).to_have_count(0)
    expect(box(again, ISSUED)).to_have_value("9")
    assert stored(report, ISSUED) == 9


def test_typing_goes_on_while_the_session_is_gone_and_arrives_once_after_signing_in(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    box(page, "prose.1").press_sequentially("前半句")
    saved(page)
    page.context.clear_cookies(name="sessionid")
    box(page, "prose.1").fill("前半句后半句")
    dialog = page.locator("[data-session]")
    expect(page.locator(STATE)).to_contain_text("暂存在本机")
    page.get_by_role("button", name="重新登录").click()
    dialog.locator("[name=password]").fill(PASSWORD)
    dialog.locator("[name=password]").press("Enter")
    expect(dialog).to_be_hidden()
    saved(page)
    report.refresh_from_db()
    assert report.content.text("1") == "前半句后半句"
    texts = [change.after for change in report.changes.filter(key="prose.1")]
    assert texts.count("前半句后半句") == 1


def test_an_open_page_learns_within_a_pulse_that_the_report_was_sent(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    submitted(report, reporter)
    page.unroute(PULSE)
    box(page, ISSUED).focus()
    expect(page.locator(STATE)).to_contain_text("不能修改")
    expect(box(page, ISSUED)).to_have_attribute("readonly", "")


def test_a_save_repeated_after_a_colleague_went_on_shows_what_he_left(
    opened: Callable[[User], Page], report: Report, reporter: User, finance: Agency
) -> None:
    page = opened(reporter)
    page.route("**/save/", swallow)
    box(page, ISSUED).fill("5")
    expect(page.locator(STATE)).to_contain_text("连接不上")
    context = page.context
    died(page)
    colleague = make_user("qian", {Role.REPORTER: finance}, name="钱同事")
    drafting.save(report.pk, colleague, "other", 1, {ISSUED: {"was": 5, "now": 9}})
    again = context.new_page()
    visit(again, report)
    expect(again.locator("[data-kept]")).to_be_visible()
    expect(box(again, ISSUED)).to_have_value("9")
    saved(again)
    assert stored(report, ISSUED) == 9


def test_of_two_pages_that_died_neither_text_is_lost_and_nothing_is_restored_twice(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    first = opened(reporter)
    context = first.context
    second = context.new_page()
    visit(second, report)
    for page, words in ((first, "先写的问题。"), (second, "后写的问题。")):
        cut_off(page)
        box(page, "prose.5").fill(words)
        expect(page.locator(STATE)).to_contain_text("1处未保存")
    empty = context.new_page()
    died(second)
    died(first)
    visit(empty, report)
    expect(box(empty, "prose.5")).to_have_value("后写的问题。")
    aside = empty.locator("[data-kept]").get_by_label("没有保存的内容")
    expect(aside).to_have_value(re.compile("存在的主要问题.*：先写的问题。$"))
    saved(empty)
    box(empty, "prose.5").fill("改好的问题。")
    saved(empty)
    visit(empty, report)
    expect(aside).to_have_value(re.compile("先写的问题。$"))
    expect(box(empty, "prose.5")).to_have_value("改好的问题。")
    expect(empty.locator(".conflict")).to_have_count(0)


def test_a_paste_whose_page_died_comes_back_as_a_paste_with_its_totals(
    opened: Callable[[User], Page], report: Report, reporter: User
) -> None:
    page = opened(reporter)
    box(page, RECEIVED[0]).fill("1")
    saved(page)
    cut_off(page)
    box(page, RECEIVED[0]).evaluate(PASTE, "\t".join("2300009"))
    page.get_by_role("button", name=re.compile("确认粘贴")).click()
    expect(box(page, RECEIVED[-1])).to_have_value("9")
    context = page.context
    died(page)
    again = context.new_page()
    visit(again, report)
    expect(box(again, RECEIVED[1])).to_have_value("3")
    expect(box(again, RECEIVED[-1])).to_have_value("9")
    saved(again)
    pasted = report.changes.filter(source=Change.Source.PASTED)
    assert {change.key: change.after for change in pasted} == {
        RECEIVED[0]: 2,
        **dict(zip(RECEIVED[1:-1], [3, 0, 0, 0, 0], strict=True)),
        RECEIVED[-1]: 9,
    }
    assert stored(report, RECEIVED[-1]) == 9
