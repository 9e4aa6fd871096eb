"""In chromium: what cannot be taken stays in its box, says why, and holds up nothing else."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from reports.models import Report
from tests.browser.boxes import box, saved

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_what_is_no_number_stays_in_its_box_unsaved(
    page: Page, report: Report, subtests: pytest.Subtests
) -> None:
    key, stored = "documents.rules.issued", None
    for mended, raw in enumerate(("-3", "1.5", "十二", "1e3")):
        with subtests.test(raw):
            box(page, key).fill(raw)
            expect(page.locator(".finding", has_text="未保存")).to_contain_text(raw)
            expect(page.locator("[data-save-state]")).to_contain_text("1处未保存")
            expect(box(page, key)).to_have_attribute("data-state", "refused")
            expect(page.locator("#here-problem")).to_contain_text(raw)
            expect(box(page, key)).to_have_accessible_description(re.compile(re.escape(raw)))
            report.refresh_from_db()
            assert report.figures.get(key) == stored
            box(page, key).fill(str(mended))
            saved(page)
            expect(page.locator(".finding", has_text="未保存")).to_have_count(0)
            expect(page.locator("#here-problem")).to_be_hidden()
            stored = mended


def test_a_total_that_no_cell_may_hold_is_named_and_typing_goes_on(
    page: Page, report: Report
) -> None:
    columns = ("natural_person", "business", "research", "welfare", "legal_service", "other")
    for column in columns:
        box(page, f"applications.received.{column}").fill("500000000")
    saved(page)
    told = page.locator(".finding", has_text="合计3000000000，超过了999999999")
    expect(told).to_be_visible()
    expect(box(page, "applications.received.total")).to_have_value("")
    for column in columns[1:]:
        box(page, f"applications.received.{column}").fill("0")
    saved(page)
    expect(told).to_have_count(0)
    expect(box(page, "applications.received.total")).to_have_value("500000000")
    report.refresh_from_db()
    assert report.figures["applications.received.total"] == 500_000_000


def test_a_box_that_cannot_be_saved_is_named_once(page: Page) -> None:
    findings = page.locator(".finding", has_text="规章 × 本年制发件数")
    expect(findings).to_have_count(1)
    box(page, "documents.rules.issued").fill("三件")
    expect(findings).to_contain_text("只能录入数字")
    expect(findings).to_have_count(1)
    box(page, "documents.rules.issued").fill("")
    expect(findings).to_contain_text("没有填写")
