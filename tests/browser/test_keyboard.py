"""In chromium, without a mouse: from signing in to 送审, at 200 % too (2.1.1, 1.4.4)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from agencies.models import User
from reports.models import Report
from tests.browser.axe import DESK, ENLARGED
from tests.browser.boxes import box, saved
from tests.browser.conftest import Window
from tests.filing import ALL_SAID, TEXT
from tests.make import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.tour, pytest.mark.django_db(transaction=True)]

BLANK = '.figure-box:not([readonly]):placeholder-shown:not([data-prefill="waiting"])'
FAR = 400
"""More stops than a page has: whoever has not arrived by then never will."""

IS_HERE = "(e) => e === document.activeElement"


def goes_to(page: Page, aim: Locator, key: str = "Tab") -> None:
    """Presses Tab until the aim has the focus."""
    expect(aim).to_be_visible()
    for _ in range(FAR):
        if aim.evaluate(IS_HERE):
            return
        page.keyboard.press(key)
    pytest.fail(f"{aim} is not reached by {key}")


def signs_in(page: Page, user: User) -> None:
    page.goto("/accounts/login/")
    goes_to(page, page.locator("[name=username]"))
    page.keyboard.type(user.username)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def writes(page: Page, key: str, words: str) -> None:
    goes_to(page, box(page, key))
    page.keyboard.type(words)


def fills_every_figure(page: Page) -> None:
    """0 goes on to the next blank box by itself; what it does not reach is gone to by Tab."""
    while page.locator(BLANK).count():
        goes_to(page, page.locator(BLANK).first)
        while page.evaluate(f"document.activeElement.matches('{BLANK}')"):
            page.keyboard.press("0")


def puts_the_marks_right(page: Page) -> None:
    """A dialog is come into by keys, left by Esc, and left again by its button."""
    opener, dialog = (
        page.locator('[data-put-right="prose.1"]'),
        page.locator("[data-put-right-dialog]"),
    )
    goes_to(page, opener, "Shift+Tab")
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert opener.evaluate(IS_HERE)
    page.keyboard.press("Enter")
    goes_to(page, page.locator("[data-put-right-confirm]"))
    page.keyboard.press("Enter")
    expect(box(page, "prose.1")).to_have_value(f"{ALL_SAID[:-1]}，取得实效。")


def sends(page: Page) -> None:
    goes_to(page, page.locator("[data-submit]"))
    page.keyboard.press("Enter")
    goes_to(page, page.locator("[name=secrecy_by]"))
    page.keyboard.type("李审核")
    goes_to(page, page.get_by_role("button", name="送审"))
    page.keyboard.press("Enter")


@pytest.mark.parametrize("size", [DESK, ENLARGED], ids=["desk", "enlarged"])
def test_a_report_is_written_and_sent_by_keys_alone(
    window_of: Window, reporter: User, report: Report, size: ViewportSize
) -> None:
    page = window_of(None)
    page.set_viewport_size(size)
    signs_in(page, reporter)
    goes_to(page, page.get_by_role("link", name="填报："))
    page.keyboard.press("Enter")
    expect(page.locator("[data-paste-button]")).to_be_visible()
    writes(page, "prose.1", f"{ALL_SAID[:-1]},取得实效.")
    puts_the_marks_right(page)
    writes(page, "licensing.licences.decisions", "3")
    fills_every_figure(page)
    writes(page, "prose.5", TEXT["prose.5"])
    writes(page, "prose.6", "无其他事项。")
    for fee in report.format.fees:
        writes(page, fee.key, "0")
    saved(page)
    sends(page)
    expect(page.locator(".read-bar .badge")).to_have_text("审签中")
    report.refresh_from_db()
    assert report.state == "submitted"
    assert report.content.figures["licensing.licences.decisions"] == 3


def test_the_menu_and_the_skip_link_need_no_mouse(window_of: Window, reporter: User) -> None:
    page = window_of(reporter)
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("跳到正文")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.locator("main").evaluate(IS_HERE)
    goes_to(page, page.locator(".menu summary"))
    page.keyboard.press("Enter")
    goes_to(page, page.get_by_role("button", name="退出登录"))
    page.keyboard.press("Escape")
    assert page.locator(".menu summary").evaluate(IS_HERE)
    goes_to(page, page.get_by_role("link", name="年报"), "Shift+Tab")
