"""In chromium at 1366 × 768: the headings of the long table stay in view below the bar."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from agencies.models import Agency, User
from tests.browser.boxes import box
from tests.browser.conftest import Window
from tests.filing import begun

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LAST = "applications.carried_over.natural_person"
HEADINGS = """table => [...table.tHead.querySelectorAll("th")].map((th) => {
  const { top, bottom, left, right } = th.getBoundingClientRect();
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const row = th.parentElement.rowIndex;
  return { text: th.innerText, row, rows: th.rowSpan, top, bottom, seen: seen === th };
})"""


@pytest.fixture
def page(window_of: Window, reporter: User, finance: Agency) -> Page:
    opened = window_of(reporter)
    opened.goto(f"/reports/{begun(finance).pk}/edit/")
    return opened


def headings(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.locator(".statute-3").evaluate(HEADINGS)
    return found


def scrolled(page: Page, key: str) -> None:
    """Brings a box to the middle of the window and leaves it there."""
    box(page, key).evaluate("e => e.scrollIntoView({ block: 'center' })")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")


def bottom_of_bar(page: Page) -> float:
    bottom: float = page.locator(".edit-bar").evaluate("e => e.getBoundingClientRect().bottom")
    return bottom


def test_headings_stay_below_the_bar_and_uncovered_at_the_end_of_the_table(page: Page) -> None:
    before = {one["text"]: one["top"] for one in headings(page)}
    scrolled(page, LAST)
    after = headings(page)
    assert len(after) > 8
    assert all(one["seen"] for one in after), after
    assert all(one["top"] >= bottom_of_bar(page) - 1 for one in after), after
    assert all(one["bottom"] < 300 for one in after), after
    assert all(before[one["text"]] > one["top"] for one in after)


def test_rows_of_frozen_headings_meet_without_a_gap(page: Page) -> None:
    scrolled(page, LAST)
    ends = {one["row"] + one["rows"]: one["bottom"] for one in headings(page)}
    starts = {one["row"]: one["top"] for one in headings(page)}
    assert starts[0] == pytest.approx(bottom_of_bar(page), abs=1)
    assert all(starts[row] == pytest.approx(ends[row], abs=1) for row in starts if row)
    assert len(starts) == 3


def test_a_box_reached_by_keyboard_is_never_left_under_the_headings(page: Page) -> None:
    scrolled(page, LAST)
    box(page, LAST).focus()
    gaps = []
    for _ in range(18):
        page.keyboard.press("ArrowUp")
        top = page.locator(":focus").evaluate("e => e.getBoundingClientRect().top")
        gaps.append(top - max(one["bottom"] for one in headings(page)))
    assert min(gaps) >= -1, gaps
