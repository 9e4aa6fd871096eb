"""In chromium: 差额小助手 leads to the cell and leaves it as it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, User
from reports.models import Report
from tests.browser.boxes import box, saved
from tests.filing import begun, filled

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RECEIVED = "applications.received.natural_person"
GRANTED = "applications.granted.natural_person"


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    return filled(begun(finance), reporter)


def test_a_hint_leads_to_its_cell_and_changes_nothing(page: Page) -> None:
    box(page, RECEIVED).fill("21")
    box(page, GRANTED).fill("12")
    saved(page)
    hint = page.locator(".finding-hint", has_text="可能两位数字录颠倒").first
    cell = hint.get_attribute("data-go")
    hint.click()
    expect(box(page, str(cell))).to_be_focused()
    expect(box(page, RECEIVED)).to_have_value("21")


def test_a_hint_goes_when_the_figures_are_others(page: Page) -> None:
    box(page, RECEIVED).fill("21")
    box(page, GRANTED).fill("12")
    expect(page.locator(".finding-hint").first).to_be_visible()
    box(page, RECEIVED).fill("12")
    expect(page.locator(".finding-hint:visible")).to_have_count(0)
