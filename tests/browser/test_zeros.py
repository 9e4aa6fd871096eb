"""In chromium: 其余补0 and 零报告, and what neither of them touches."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, User
from reports.models import Report
from tests.browser.boxes import box, saved, typed
from tests.browser.conftest import Window
from tests.drafting.saves import save
from tests.filing import begun, filled, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NATURAL = "applications.{}.natural_person"
RECEIVED = NATURAL.format("received")


def test_the_rest_is_filled_with_zeros(page: Page, report: Report) -> None:
    typed(page, {RECEIVED: 3, "prose.6": "无。"})
    page.get_by_role("button", name="其余补0").click()
    expect(box(page, "charges.fees.amount")).to_have_value("0")
    expect(box(page, "fees.billed")).to_have_value("0")
    expect(box(page, "applications.received.total")).to_have_value("3")
    expect(page.locator("[data-fee-sentence]")).to_contain_text("收费通知0件")
    expect(page.locator(".finding-error").first).to_contain_text("差3")
    saved(page)
    report.refresh_from_db()
    assert None not in report.content.figures.values()


def test_a_zero_report_is_confirmed_first_and_offered_only_while_all_is_zero(page: Page) -> None:
    button = page.locator("[data-act=zero-report]")
    button.click()
    page.get_by_role("link", name="取消").click()
    expect(box(page, "documents.rules.issued")).to_have_value("")
    button.click()
    page.get_by_role("button", name="确认作零报告").click()
    expect(box(page, "applications.closed.total")).to_have_value("0")
    expect(box(page, "prose.6")).not_to_have_value("")
    box(page, "documents.rules.issued").fill("1")
    expect(button).to_be_hidden()


def test_what_goes_on_from_last_year_is_not_filled_with_zeros(
    window_of: Window, finance: Agency, reporter: User, reviewer: User
) -> None:
    last = begun(finance, year=2023)
    save(last, reporter, dict.fromkeys((NATURAL.format("carried_over"), RECEIVED), (None, 4)))
    published(filled(last, reporter), reporter, reviewer)
    report = begun(finance)
    page = window_of(reporter)
    page.goto(f"/reports/{report.pk}/edit/")
    page.get_by_role("button", name="其余补0").click()
    expect(page.locator("[data-notice]")).to_contain_text("6格待确认或接续上年")
    expect(box(page, NATURAL.format("brought_forward"))).to_have_value("")
    expect(box(page, RECEIVED)).to_have_value("0")
