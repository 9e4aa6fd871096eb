"""In chromium: a session ends while somebody types; no key goes astray, no name is mistaken."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from agencies.models import Agency, Role, User
from reports.models import Report
from tests.browser.boxes import PULSE, box, hears_nothing, saved
from tests.browser.conftest import Window, sign_in
from tests.make import PASSWORD, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ISSUED = "documents.rules.issued"
STATE = "[data-save-state]"
STANDS = """() => {
    const box = document.activeElement;
    return [box.name, box.selectionStart, box.getBoundingClientRect().top];
}"""

ABOUT_TO_END = """() => {
    const ask = window.fetch;
    const { user } = document.querySelector("[data-session]").dataset;
    const { value } = document.querySelector("[name=csrfmiddlewaretoken]");
    const told = JSON.stringify({ user, seconds_left: 50, warn_at: 60, csrf_token: value });
    const isLook = (url, how) => how.method === "GET" && url.includes("/session/");
    window.fetch = async (url, how) => (isLook(url, how) ? new Response(told) : ask(url, how));
    document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def page(window_of: Window, report: Report, reporter: User) -> Page:
    """The filling page, which finds out by its own saves alone."""
    page = window_of(reporter)
    with page.expect_response(PULSE):
        page.goto(f"/reports/{report.pk}/edit/")
    hears_nothing(page)
    return page


def text(report: Report) -> str:
    report.refresh_from_db()
    return report.content.text("1")


def test_no_key_of_who_types_on_goes_into_the_password(page: Page, report: Report) -> None:
    area, bar = box(page, "prose.1"), page.get_by_role("alert").get_by_text("登录已失效")
    area.press_sequentially("前半句，")
    saved(page)
    page.context.clear_cookies(name="sessionid")
    area.press_sequentially("又")
    expect(bar).to_be_visible()
    page.keyboard.type("接着写")
    expect(area).to_have_value("前半句，又接着写")
    expect(area).to_be_focused()
    area.evaluate("(box) => box.setSelectionRange(3, 3)")
    stood = page.evaluate(STANDS)
    page.keyboard.press("Alt+l")
    password = page.get_by_label("密码")
    expect(password).to_be_focused()
    password.fill(PASSWORD)
    password.press("Enter")
    saved(page)
    assert text(report) == "前半句，又接着写"
    page.wait_for_function(f"stood => String(({STANDS})()) === String(stood)", arg=stood)
    expect(bar).to_be_hidden()


def test_who_does_not_type_is_asked_at_once_and_again_where_he_put_it_off(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="其余补0").click()
    dialog = page.get_by_role("dialog", name="登录已失效")
    expect(dialog.get_by_label("密码")).to_be_focused()
    dialog.get_by_role("button", name="稍后").click()
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="重新登录").click()
    expect(dialog).to_be_visible()


def test_signing_in_again_in_another_window_is_enough(
    page: Page, report: Report, reporter: User, live_server: LiveServer
) -> None:
    page.context.clear_cookies(name="sessionid")
    box(page, "prose.1").press_sequentially("写着")
    bar = page.get_by_role("alert").get_by_text("登录已失效")
    expect(bar).to_be_visible()
    sign_in(page.context, live_server.url, reporter)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(bar).to_be_hidden()
    saved(page)
    assert text(report) == "写着"


def test_nothing_is_saved_in_the_name_of_who_signs_in_beside_it(
    page: Page, report: Report, finance: Agency, live_server: LiveServer
) -> None:
    colleague = make_user("qian", {Role.REPORTER: finance}, name="钱同事")
    sign_in(page.context, live_server.url, colleague)
    box(page, ISSUED).fill("5")
    expect(page.locator(STATE)).to_contain_text("登录已失效，1处暂存在本机")
    page.get_by_role("button", name="重新登录").click()
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录并继续").click()
    saved(page)
    assert [change.by.name for change in report.changes.filter(key=ISSUED)] == ["王填报"]


def test_the_end_of_the_longest_session_is_told_and_keeps_nobody_from_working(
    window_of: Window, report: Report, reporter: User, settings: Settings
) -> None:
    settings.SESSION_ABSOLUTE_SECONDS = 200
    page = window_of(reporter)
    page.goto(f"/reports/{report.pk}/edit/")
    page.get_by_role("button", name="继续工作").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("alert")).to_contain_text("登录时间已达上限")
    box(page, ISSUED).fill("5")
    saved(page)


def test_a_session_about_to_end_interrupts_nobody_who_types_and_his_typing_lengthens_it(
    page: Page, report: Report, settings: Settings
) -> None:
    settings.SESSION_IDLE_SECONDS = 60
    area = box(page, "prose.1")
    area.focus()
    page.evaluate(ABOUT_TO_END)
    bar = page.get_by_role("alert").get_by_text("即将自动退出")
    expect(bar).to_be_visible()
    with page.expect_response(lambda one: "session" in one.url and one.request.method == "POST"):
        page.keyboard.type("还在写")
    expect(area).to_have_value("还在写")
    expect(bar).to_be_hidden()
