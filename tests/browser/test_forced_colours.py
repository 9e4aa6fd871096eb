"""In chromium under a contrast theme, which takes grounds and shadows: each state is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, Role, User
from reports import drafting
from reports.models import Report
from tests.browser import states
from tests.browser.boxes import PULSE, box, hears_nothing
from tests.browser.conftest import Window
from tests.drafting.openings import left_over
from tests.filing import YEAR, begun, published
from tests.make import make_user

pytestmark = [pytest.mark.browser, pytest.mark.tour, pytest.mark.django_db(transaction=True)]

PLAIN = "documents.normative.issued"
LINES = """(e, pseudo) => {
  const style = getComputedStyle(e, pseudo);
  const sides = ["Top", "Right", "Bottom", "Left"];
  const borders = sides.map((side) => `border${side}`).map((side) =>
    parseFloat(style[`${side}Width`]) ? `${style[`${side}Width`]} ${style[`${side}Style`]}` : "");
  const { outlineStyle, outlineWidth } = style;
  const outline = outlineStyle === "none" ? "" : `${outlineWidth} ${outlineStyle}`;
  const picture = style.backgroundImage.startsWith("url") ? style.backgroundImage : "";
  return [...borders, outline, style.textDecorationLine, picture].join(" · ");
}"""
"""What a contrast theme leaves of a look: lines, and pictures that are no gradients."""

SHOWN = [
    (states.waiting, '.figure-box[data-prefill="waiting"]'),
    (states.locked, '.figure-box[data-prefill="locked"]'),
    (states.mistaken, ".figure-box.is-wrong:not([aria-invalid])"),
    (states.mistaken, '.figure-box[aria-invalid="true"]'),
    (states.found, ".figure-box.is-lit"),
    (states.unsaved, '.figure-box[data-state="unsaved"]'),
    (states.saving, '.figure-box[data-state="saving"]'),
]

Opens = Callable[[Page], None]


@pytest.fixture
def report(finance: Agency, reporter: User, reviewer: User) -> Report:
    published(left_over(begun(finance, year=YEAR - 1), reporter, 12, 3), reporter, reviewer)
    return begun(finance)


@pytest.fixture
def page(window_of: Window, reporter: User, report: Report) -> Page:
    opened = window_of(reporter)
    opened.emulate_media(forced_colors="active")
    with opened.expect_response(PULSE):
        opened.goto(f"/reports/{report.pk}/edit/")
    hears_nothing(opened)
    return opened


def lines(page: Page, selector: str, pseudo: str = "") -> str:
    told: str = page.locator(selector).first.evaluate(LINES, pseudo)
    return told


def plain(page: Page, key: str = PLAIN) -> str:
    """A box about which there is nothing to say."""
    return lines(page, f'[name="{key}"]')


def test_states_are_drawn_in_lines_and_told_from_one_another(page: Page, report: Report) -> None:
    seen: dict[str, set[str]] = {}
    for opens, selector in SHOWN:
        page.goto(f"/reports/{report.pk}/edit/")
        opens(page)
        expect(page.locator(selector).first).to_be_visible()
        assert lines(page, selector) != plain(page), selector
        page.evaluate("document.activeElement.blur()")
        expect(page.locator(selector).first).to_be_visible()
        seen.setdefault(lines(page, selector), set()).add(selector)
        page.unroute(states.SAVE)
    assert all(len(selectors) == 1 for selectors in seen.values()), seen


def test_a_conflict_is_drawn_in_lines(page: Page, finance: Agency, report: Report) -> None:
    other = make_user("qian", {Role.REPORTER: finance}, name="钱同事")
    drafting.save(report.pk, other, "other", 1, states.THEIRS)
    states.conflict(page)
    page.evaluate("document.activeElement.blur()")
    assert lines(page, f'[name="{states.ISSUED}"]') != plain(page)
    assert plain(page, states.ONE) != plain(page, "prose.5")


def test_what_is_selected_is_framed(page: Page) -> None:
    states.selected(page)
    assert "3px solid" in lines(page, "td.is-picked", "::after")


@pytest.mark.parametrize("key", [PLAIN, states.ONE])
def test_the_focus_is_outlined(page: Page, key: str) -> None:
    before = plain(page, key)
    box(page, key).focus()
    assert "3px solid" in plain(page, key)
    assert plain(page, key) != before


def test_moving_and_editing_are_told_apart(page: Page) -> None:
    box(page, PLAIN).focus()
    moving = plain(page)
    page.keyboard.press("F2")
    assert plain(page) != moving


def test_the_part_one_is_in_is_marked_in_the_rail(page: Page) -> None:
    colour = "e => getComputedStyle(e).borderLeftColor"
    here = page.locator(".rail-item[aria-current]").evaluate(colour)
    others = page.locator(".rail-item:not([aria-current])").evaluate_all(
        f"all => all.map({colour})"
    )
    assert here not in others
    assert len(others) == 5
