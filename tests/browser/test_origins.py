"""In chromium: 数据来源 on the printed page, by pointer, by keyboard, and never on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, User
from reports.models import Report
from tests.browser.conftest import Window
from tests.drafting.saves import put
from tests.filing import begun, filled, submitted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ISSUED = "licensing.licences.decisions"
TYPED = re.compile(r"^来源：\d\d:\d\d 王填报录入$")


@pytest.fixture
def page(window_of: Window, finance: Agency, reporter: User, reviewer: User) -> Page:
    report: Report = begun(finance)
    put(report, reporter, ISSUED, None, 7)
    report.refresh_from_db()
    submitted(filled(report, reporter), reporter)
    page = window_of(reviewer)
    page.goto(f"/reports/{report.pk}/")
    expect(page.locator("[data-origins-hint]")).to_be_visible()
    return page


def test_pointing_at_a_figure_or_a_paragraph_tells_its_origin(page: Page) -> None:
    cell = page.locator(f'[data-cell="{ISSUED}"]')
    cell.hover()
    expect(cell).to_have_attribute("title", TYPED)
    expect(page.locator("[data-origins-here]")).to_have_text(TYPED)
    words = page.locator('[data-key^="1#"]')
    words.hover()
    expect(words).to_have_attribute("title", re.compile("^本部分文字来源：.*王填报录入$"))


def test_by_keyboard_one_goes_from_box_to_box(page: Page) -> None:
    page.get_by_role("button", name="用键盘逐格查看").press("Enter")
    expect(page.locator("[data-key]").first).to_be_focused()
    page.locator(f'[data-cell="{ISSUED}"]').focus()
    expect(page.locator("[data-origins-here]")).to_have_text(TYPED)
    page.get_by_role("button", name="用键盘逐格查看").press("Enter")
    expect(page.locator(".paper [data-cell][tabindex]")).to_have_count(0)


def test_nothing_of_it_is_printed(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator("[data-origins]")).to_be_hidden()
