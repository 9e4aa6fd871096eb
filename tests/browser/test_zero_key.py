"""In chromium: 0 fills a blank box and goes on to the next one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from agencies.models import User
from reports.models import Prefill, Report
from tests.browser.boxes import box, saved
from tests.browser.grids import at, press, stand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


ISSUED = "documents.rules.issued"
REPEALED = "documents.rules.repealed"
FEES = "charges.fees.amount"


def test_0_fills_a_blank_box_and_goes_on_to_the_next_blank_one(page: Page) -> None:
    box(page, "documents.rules.in_force").fill("8")
    stand(page, ISSUED)
    press(page, "0", "0")
    expect(box(page, "documents.rules.repealed")).to_have_value("0")
    expect(box(page, "documents.rules.in_force")).to_have_value("8")
    expect(box(page, "documents.normative.issued")).to_be_focused()
    page.keyboard.type("5")
    expect(box(page, "documents.normative.issued")).to_have_value("5")


@pytest.mark.parametrize(
    ("key", "reached"),
    [("Tab", "documents.rules.repealed"), ("Enter", "documents.normative.issued")],
)
def test_who_goes_on_by_hand_after_a_0_skips_no_box(page: Page, key: str, reached: str) -> None:
    stand(page, ISSUED)
    press(page, "0", key)
    expect(box(page, reached)).to_be_focused()
    press(page, "Tab")
    expect(box(page, reached)).not_to_be_focused()


def test_0_goes_on_down_the_column_after_enter(page: Page, report: Report) -> None:
    stand(page, "applications.received.business")
    page.keyboard.type("3")
    press(page, "Enter", "0", "0")
    expect(at(page, "brought_forward", "business")).to_have_value("0")
    expect(at(page, "granted", "business")).to_have_value("0")
    expect(at(page, "partly_granted", "business")).to_be_focused()
    saved(page)
    report.refresh_from_db()
    assert report.figures["applications.granted.business"] == 0


def test_money_may_begin_with_0(page: Page, subtests: pytest.Subtests) -> None:
    for typed in ("0.5", "05", "0"):
        with subtests.test(typed):
            here = stand(page, FEES)
            press(page, "Delete")
            page.keyboard.type(typed)
            expect(here).to_be_focused()
            expect(here).to_have_value(typed)
            here.blur()


def test_0_in_a_filled_or_edited_box_is_a_digit(page: Page) -> None:
    here = stand(page, ISSUED)
    page.keyboard.type("10")
    expect(here).to_have_value("10")
    press(page, "ArrowRight", "F2")
    page.keyboard.type("0")
    expect(box(page, "documents.rules.repealed")).to_have_value("0")
    expect(box(page, "documents.rules.repealed")).to_be_focused()


def test_a_0_key_held_down_fills_one_box(page: Page) -> None:
    stand(page, ISSUED)
    for _ in range(3):
        page.keyboard.down("0")
    page.keyboard.up("0")
    expect(box(page, ISSUED)).to_have_value("0")
    expect(box(page, "documents.rules.repealed")).to_have_value("")
    expect(box(page, "documents.rules.repealed")).to_be_focused()


def test_0_is_typed_over_a_value_that_waits_and_goes_nowhere(
    page: Page, report: Report, reporter: User
) -> None:
    source = Prefill.Source.IMPORTED
    Prefill.objects.create(report=report, key=REPEALED, value=7, source=source, by=reporter)
    page.reload()
    stand(page, ISSUED)
    press(page, "0")
    expect(box(page, "documents.rules.in_force")).to_be_focused()
    stand(page, REPEALED)
    page.keyboard.type("05")
    expect(box(page, REPEALED)).to_have_value("05")
