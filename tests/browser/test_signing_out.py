"""In chromium: signing out waits for the last words, or asks before it leaves them behind."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from agencies.models import User
from reports.models import Report
from tests.browser.boxes import box
from tests.browser.conftest import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIGNED_OUT = re.compile("/accounts/login/")


@pytest.fixture
def page(window_of: Window, reporter: User, report: Report) -> Page:
    opened = window_of(reporter)
    opened.goto(f"/reports/{report.pk}/edit/")
    opened.locator(".menu summary").click()
    return opened


def sign_out(page: Page) -> None:
    page.evaluate("document.querySelector('.menu-list form button').click()")


def test_signing_out_at_once_saves_the_last_words(page: Page, report: Report) -> None:
    box(page, "prose.1").fill("最后一句。")
    sign_out(page)
    expect(page).to_have_url(SIGNED_OUT)
    report.refresh_from_db()
    assert report.content.text("1") == "最后一句。"


def test_signing_out_asks_when_it_cannot_save(page: Page, report: Report) -> None:
    page.route("**/save/", lambda route: route.abort())
    box(page, "prose.1").fill("没有网了。")
    sign_out(page)
    question = page.get_by_text("还有1处没有保存")
    expect(question).to_be_visible()
    page.get_by_role("button", name="取消").click()
    expect(box(page, "prose.1")).to_have_value("没有网了。")
    sign_out(page)
    page.get_by_role("button", name="仍要退出").click()
    expect(page).to_have_url(SIGNED_OUT)
    report.refresh_from_db()
    assert report.content.text("1") == ""


def test_signing_out_does_not_wait_for_a_server_that_never_answers(page: Page) -> None:
    page.route("**/save/", lambda route: None)
    box(page, "prose.1").fill("没有回音。")
    sign_out(page)
    expect(page.get_by_text("还有1处没有保存")).to_be_visible(timeout=10_000)
