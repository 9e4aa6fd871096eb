"""In chromium: what was kept stays its writer's: dropped, shown or lost to nobody else's doing."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from agencies.models import Agency, Membership, Role, User
from reports.models import Report
from tests.browser.boxes import box, cut_off, hears_nothing, saved
from tests.browser.conftest import Window, sign_in
from tests.make import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PROBLEMS = "prose.5"
STATE = "[data-save-state]"
LISTEN = """() => {
    const line = document.querySelector("[data-save-state]");
    window.said = [];
    new MutationObserver(() => said.push(line.textContent)).observe(line, { childList: true });
}"""
HIDE = """() => {
    Object.defineProperty(document, "hidden", { get: () => true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def page(window_of: Window, report: Report, reporter: User) -> Page:
    page = window_of(reporter)
    page.goto(f"/reports/{report.pk}/edit/")
    return page


def text(report: Report) -> str:
    report.refresh_from_db()
    return report.content.text("5")


def died(page: Page, words: str) -> BrowserContext:
    """The page has gone with words that it could not save."""
    cut_off(page)
    box(page, PROBLEMS).fill(words)
    expect(page.locator(STATE)).to_contain_text("1处未保存")
    context = page.context
    context.new_page()
    page.close(run_before_unload=False)
    return context


def test_dropping_what_came_back_leaves_what_was_written_on(page: Page, report: Report) -> None:
    again = died(page, "没存上的。").pages[0]
    again.goto(f"/reports/{report.pk}/edit/")
    expect(box(again, PROBLEMS)).to_have_value("没存上的。")
    saved(again)
    box(again, PROBLEMS).press("Control+End")
    again.keyboard.insert_text("又写了很多。")
    saved(again)
    again.get_by_role("button", name="放弃这些内容").click()
    box(again, "documents.rules.issued").fill("5")
    saved(again)
    assert text(report) == "没存上的。又写了很多。"


def test_another_person_at_the_same_browser_is_offered_nothing_and_takes_nothing(
    page: Page, report: Report, reporter: User, finance: Agency, live_server: LiveServer
) -> None:
    colleague = make_user("qian", {Role.REPORTER: finance}, name="钱同事")
    context = died(page, "王填报写的。")
    again = context.pages[0]
    sign_in(context, live_server.url, colleague)
    again.goto(f"/reports/{report.pk}/edit/")
    box(again, "documents.rules.issued").fill("5")
    saved(again)
    expect(again.locator("[data-kept]")).to_be_hidden()
    expect(box(again, PROBLEMS)).to_have_value("")
    sign_in(context, live_server.url, reporter)
    again.goto(f"/reports/{report.pk}/edit/")
    expect(box(again, PROBLEMS)).to_have_value("王填报写的。")
    saved(again)
    assert [change.by.name for change in report.changes.filter(key=PROBLEMS)] == ["王填报"]


def test_who_may_no_longer_open_the_report_is_told_to_copy_what_he_wrote(
    page: Page, report: Report, reporter: User
) -> None:
    hears_nothing(page)
    Membership.objects.filter(user=reporter).delete()
    box(page, PROBLEMS).fill("写到一半。")
    expect(page.locator(STATE)).to_contain_text("1处未保存：您已不能打开本报告，请勿关闭本页")
    expect(box(page, PROBLEMS)).to_have_value("写到一半。")
    expect(box(page, PROBLEMS)).to_have_attribute("readonly", "")
    assert text(report) == ""


def test_a_long_text_is_sent_too_when_another_window_comes_before_the_page(
    page: Page, report: Report
) -> None:
    page.evaluate(LISTEN)
    box(page, PROBLEMS).fill("长文" * 15_000)
    with page.expect_response("**/save/"):
        page.evaluate(HIDE)
    saved(page)
    assert len(text(report)) == 30_000
    assert "连接不上" not in page.evaluate("said.join()")
