"""In chromium: from a box to 本格 and back by keys alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from agencies.models import User
from reports.models import Report
from tests.browser.boxes import box, saved
from tests.browser.conftest import Window
from tests.browser.test_prefills import opened, supply
from tests.drafting.saves import figure

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIRST, LATER = "documents.rules.issued", "applications.carried_over.business"
PLAIN = "documents.rules.repealed"


@pytest.fixture
def page(window_of: Window, reporter: User, report: Report) -> Page:
    supply(report, reporter, {FIRST: 4, LATER: 2})
    return opened(window_of(reporter), report)


def test_what_waits_is_confirmed_one_by_one_without_a_mouse(page: Page, report: Report) -> None:
    box(page, FIRST).press("F4")
    expect(page.locator('[data-take="cell"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(box(page, FIRST)).to_have_value("4")
    page.keyboard.press("F4")
    expect(page.locator("[data-waiting-next]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box(page, LATER)).to_be_focused()
    assert (figure(report, FIRST), figure(report, LATER)) == (4, None)


@pytest.mark.parametrize("back", ["F4", "Escape"])
def test_one_comes_back_to_the_box(page: Page, back: str) -> None:
    box(page, PLAIN).press("F4")
    expect(page.locator("[data-comment-here]")).to_be_focused()
    expect(page.locator("[data-waiting-next]")).to_be_hidden()
    page.keyboard.press(back)
    expect(box(page, PLAIN)).to_be_focused()


def test_a_slip_of_the_hand_is_told_with_the_number_and_made_good(page: Page) -> None:
    box(page, FIRST).focus()
    page.locator("[data-take-not]").click()
    expect(page.locator("[data-notice]")).to_contain_text("已不采用待确认的4")
    box(page, FIRST).fill("7")
    saved(page)
    box(page, FIRST).fill("")
    expect(page.locator("[data-waiting]")).to_contain_text("有 2 格待确认")
