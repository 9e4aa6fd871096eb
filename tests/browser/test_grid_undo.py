"""In chromium: what was done in the tables is taken back, and nobody's work with it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, Role, User
from reports import drafting
from reports.models import Report
from tests.browser.boxes import box, hears_nothing, saved, typed
from tests.browser.grids import press, stand
from tests.make import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ISSUED = "documents.rules.issued"
REPEALED = "documents.rules.repealed"
IN_FORCE = "documents.rules.in_force"
BUSINESS = "applications.received.business"


@pytest.fixture
def colleague(finance: Agency) -> User:
    return make_user("qian", {Role.REPORTER: finance}, name="钱同事")


def values(page: Page, *keys: str) -> list[str]:
    return [box(page, key).input_value() for key in keys]


def test_what_was_typed_in_several_boxes_is_taken_back_and_done_again(
    page: Page, report: Report
) -> None:
    typed(page, {ISSUED: 12, REPEALED: 3, BUSINESS: 4})
    press(page, "Control+z")
    expect(box(page, BUSINESS)).to_have_value("")
    press(page, "Control+z")
    assert values(page, ISSUED, REPEALED, BUSINESS) == ["12", "", ""]
    expect(box(page, REPEALED)).to_be_focused()
    press(page, "Control+Shift+z", "Control+y")
    assert values(page, ISSUED, REPEALED, BUSINESS) == ["12", "3", "4"]
    expect(box(page, BUSINESS)).to_be_focused()
    saved(page)
    report.refresh_from_db()
    assert report.figures[REPEALED] == 3


def test_an_undo_is_saved_and_told(page: Page, report: Report) -> None:
    typed(page, {ISSUED: 12})
    saved(page)
    press(page, "Control+z")
    expect(page.locator("[data-grid-line]")).to_contain_text("现为空")
    saved(page)
    report.refresh_from_db()
    assert report.figures[ISSUED] is None
    press(page, "Control+z")
    expect(page.locator("[data-grid-line]")).to_have_text("没有可以撤销的操作")


def test_typing_in_one_box_is_one_step_and_totals_follow(page: Page) -> None:
    columns = ("natural_person", "research", "welfare", "legal_service", "other")
    typed(page, {f"applications.received.{column}": 1 for column in columns})
    stand(page, BUSINESS)
    page.keyboard.type("234")
    expect(box(page, "applications.received.total")).to_have_value("239")
    press(page, "Tab", "Control+z")
    assert values(page, BUSINESS, "applications.received.total") == ["", ""]
    press(page, "Control+y")
    assert values(page, BUSINESS, "applications.received.total") == ["234", "239"]


def test_a_value_that_a_colleague_has_changed_on_this_page_is_not_taken_back(
    page: Page, report: Report, colleague: User
) -> None:
    typed(page, {ISSUED: 12, REPEALED: 5})
    saved(page)
    drafting.save(report.pk, colleague, "other", 1, {ISSUED: {"was": 12, "now": 9}})
    typed(page, {IN_FORCE: 3})
    expect(box(page, ISSUED)).to_have_value("9")
    press(page, "Control+z", "Control+z", "Control+z")
    assert values(page, ISSUED, REPEALED, IN_FORCE) == ["9", "", ""]
    expect(page.locator("[data-notice]")).to_contain_text("有1格后来又有改动，没有撤销：")
    saved(page)
    report.refresh_from_db()
    assert report.figures[ISSUED] == 9


def test_a_value_that_a_colleague_has_changed_unseen_comes_back_as_a_choice(
    page: Page, report: Report, colleague: User
) -> None:
    typed(page, {ISSUED: 12})
    saved(page)
    hears_nothing(page)
    drafting.save(report.pk, colleague, "other", 1, {ISSUED: {"was": 12, "now": 9}})
    press(page, "Control+z")
    conflict = page.locator(".conflict")
    expect(conflict.locator("[data-theirs]")).to_have_text("9")
    expect(conflict).to_contain_text("钱同事")
    report.refresh_from_db()
    assert report.figures[ISSUED] == 9


@pytest.mark.parametrize("key", ["prose.5", "fees.notices"])
def test_texts_and_fees_keep_the_undo_of_the_browser(page: Page, key: str) -> None:
    box(page, key).click()
    page.keyboard.type("34")
    stand(page, ISSUED)
    page.keyboard.type("12")
    box(page, key).click()
    press(page, *["Control+z"] * 5)
    expect(box(page, key)).to_have_value("")
    expect(box(page, key)).to_be_focused()
    expect(box(page, ISSUED)).to_have_value("12")


def test_an_undo_works_from_wherever_on_the_page_nothing_is_typed(page: Page) -> None:
    typed(page, {ISSUED: 12})
    page.locator(".sheet-title").click()
    press(page, "Control+z")
    expect(box(page, ISSUED)).to_have_value("")
    expect(box(page, ISSUED)).to_be_focused()


def test_a_0_that_was_filled_in_is_taken_back(page: Page) -> None:
    stand(page, ISSUED)
    press(page, "0", "0", "Control+z", "Control+z")
    assert values(page, ISSUED, REPEALED) == ["", ""]
    expect(box(page, ISSUED)).to_be_focused()


def test_what_escape_took_away_can_be_had_again(page: Page) -> None:
    stand(page, ISSUED)
    page.keyboard.type("12")
    press(page, "Escape")
    expect(box(page, ISSUED)).to_have_value("")
    press(page, "Control+z")
    expect(box(page, ISSUED)).to_have_value("12")


def test_a_locked_report_is_not_changed_by_an_undo(page: Page, report: Report) -> None:
    typed(page, {ISSUED: 12})
    saved(page)
    hears_nothing(page)
    Report.objects.filter(pk=report.pk).update(state="submitted")
    box(page, REPEALED).fill("3")
    expect(page.locator("[data-save-state]")).to_have_attribute("data-kind", "stopped")
    stand(page, ISSUED)
    press(page, "Control+z", "Control+z")
    assert values(page, ISSUED, REPEALED) == ["12", "3"]
