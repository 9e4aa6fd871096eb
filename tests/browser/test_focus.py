"""In chromium, by Tab alone: no stop is hidden, at a desk, enlarged, on a phone (2.4.11)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from agencies.models import Agency, User
from reports import commenting, drafting
from reports.models import Report
from tests.browser.axe import DESK, ENLARGED, PHONE
from tests.browser.boxes import box
from tests.browser.conftest import Window
from tests.filing import begun

pytestmark = [pytest.mark.browser, pytest.mark.tour, pytest.mark.django_db(transaction=True)]

SIZES = [DESK, {"width": 1000, "height": 560}, ENLARGED, PHONE]
"""In between: a desk at 137 %, where the bar still stays in view."""

TOUCHABLE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, *::after { pointer-events: auto !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
"""What lets presses through hides what is under it all the same."""

SEEN = """e => {
  const { left, top, width, height } = e.getBoundingClientRect();
  const parts = [0.1, 0.3, 0.5, 0.7, 0.9];
  const points = parts.flatMap((x) => parts.map((y) => [left + x * width, top + y * height]))
    .filter(([x, y]) => x >= 0 && x < innerWidth && y >= 0 && y < innerHeight);
  const isMine = (one) => e.contains(one) || (one.closest("label") || {}).control === e
    || (one.matches(".box-prefill, .comment-mark") && one.parentElement === e.parentElement);
  const seen = points.filter(([x, y]) => isMine(document.elementFromPoint(x, y))).length;
  return points.length && seen / points.length;
}"""
"""The uncovered share of what is in the window of it; signs in a box are part of the box."""

WALK = (
    "() => { const share = "
    + SEEN
    + """;
  const e = document.activeElement;
  if (e === document.body || e.dataset.walked) return null;
  e.dataset.walked = "yes";
  return [share(e), e.outerHTML.slice(0, 120)];
}"""
)
"""The share in sight of where one has come to, and what it is; null where one has been before."""


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    """A draft about which there is something to say."""
    report = begun(finance)
    drafting.save(report.pk, reporter, "start", 1, {"prose.1": {"was": "", "now": "甲。\n" * 30}})
    commenting.start(report.pk, "prose.5", "请补充。", reporter)
    return report


def walked(page: Page, key: str) -> list[str]:
    """Presses the key until it has been everywhere; what was less than half in sight on the way."""
    page.evaluate(TOUCHABLE)
    page.evaluate(
        "for (const e of document.querySelectorAll('[data-walked]')) delete e.dataset.walked"
    )
    hidden, stops = [], 0
    while True:
        page.keyboard.press(key)
        stop = page.evaluate(WALK)
        if stop is None:
            break
        stops += 1
        share, name = stop
        if share < 0.5:
            hidden.append(f"{share:.0%} {name}")
    assert stops > 10
    return hidden


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_no_stop_of_the_filling_page_is_covered(
    window_of: Window, reporter: User, report: Report, size: ViewportSize, key: str
) -> None:
    page = window_of(reporter)
    page.set_viewport_size(size)
    page.goto(f"/reports/{report.pk}/edit/")
    assert not walked(page, key)


PAPER = """() => {
  const lines = [...Array(40).keys()].map((n) => ((n + 0.5) * innerHeight) / 40);
  const isPaper = (y) => document.elementFromPoint(innerWidth / 2, y).closest(".sheet");
  return lines.filter(isPaper).length / lines.length;
}"""
"""The share of the window's height in which one sees the paper."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_what_box_one_is_in_is_told_in_view_and_most_of_the_window_is_paper(
    window_of: Window, reporter: User, report: Report, size: ViewportSize
) -> None:
    page = window_of(reporter)
    page.set_viewport_size(size)
    page.goto(f"/reports/{report.pk}/edit/")
    for column in ("natural_person", "other"):
        here = box(page, f"applications.unavailable_not_held.{column}")
        here.focus()
        cell = report.format.cells[f"applications.unavailable_not_held.{column}"]
        expect(page.locator("[data-here-path]")).to_contain_text(cell.row[-1])
        expect(page.locator("[data-here-path]")).to_be_in_viewport()
        expect(here).to_be_in_viewport(ratio=0.9)
        assert page.evaluate(PAPER) > 0.5
