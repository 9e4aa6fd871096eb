"""What can be open, told or chosen on the filling page, each brought about as a clerk does it."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from tests.browser.boxes import box, lost, saved
from tests.drafting.openings import BUSINESS, NATURAL

SAVE = "**/save/"
NOTHING_LEFT = """() => !Object.keys(localStorage).some((name) =>
    name.startsWith("nianbao:unsent") && !name.includes(":aside:"))"""
"""What an earlier page could not send has been sent: its record is gone, and this page's too."""
ONE, ISSUED = "prose.1", "documents.rules.issued"
RECEIVED, LEFT = "applications.received.business", "applications.carried_over.business"
PASTED = "5\t-\t/\t无\t约3\t1\t99"
THEIRS: dict[str, dict[str, object]] = {
    ISSUED: {"was": None, "now": 9},
    ONE: {"was": "", "now": "甲"},
}
"""What a colleague saves unheard, so that conflict() meets it."""

UNFOLD = "for (const one of document.querySelectorAll('main details')) one.open = true"


def menu(page: Page) -> None:
    page.click(".menu summary")
    expect(page.get_by_role("button", name="退出登录")).to_be_visible()


def paste_asked(page: Page) -> None:
    page.click("[data-paste-button]")
    expect(page.locator("[data-paste-here]")).to_be_visible()


def paste_shown(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", PASTED)
    box(page, "applications.received.natural_person").focus()
    page.keyboard.press("Control+V")
    expect(page.locator("[data-paste-marks]")).to_be_visible()


def put_right(page: Page) -> None:
    box(page, ONE).fill("受理12件,办结11件.")
    page.click(f'[data-put-right="{ONE}"]')
    expect(page.locator("[data-put-right-list] ins")).to_be_visible()


def zero_report(page: Page) -> None:
    page.click("[data-act=zero-report]")
    expect(page.get_by_role("button", name="确认作零报告")).to_be_visible()


def signed_out(page: Page) -> None:
    """Once the page has its first answer, which would say that one is signed in."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.dispatchEvent(new CustomEvent('nianbao:signed-out'))")
    expect(page.locator("#session-password")).to_be_visible()


def waiting(page: Page) -> None:
    box(page, NATURAL).focus()
    expect(page.locator("[data-here]")).to_contain_text("待确认 12")


def confirmed(page: Page) -> None:
    """The row that waited is locked; once more it stays so."""
    if box(page, BUSINESS).get_attribute("data-prefill") == "waiting":
        box(page, BUSINESS).focus()
        page.click('[data-take="row"]')
    expect(box(page, BUSINESS)).to_have_attribute("data-prefill", "locked")


def locked(page: Page) -> None:
    confirmed(page)
    page.evaluate(UNFOLD)
    page.locator(".last-switch input").check()
    box(page, BUSINESS).focus()


def mistaken(page: Page) -> None:
    """A sum that does not come out, and a word that is no number; what can be saved has been."""
    confirmed(page)
    page.click("[data-act=fill-zeros]")
    expect(box(page, LEFT)).not_to_have_value("")
    box(page, LEFT).fill("9")
    box(page, ISSUED).fill("两件")
    expect(page.locator(".is-wrong").first).to_be_visible()
    expect(page.locator("[data-save-state]")).to_contain_text("1处未保存")


def found(page: Page) -> None:
    """The cells of a finding are lit, and all is unfolded."""
    mistaken(page)
    page.locator(".finding-error", has_text="差").locator(".finding-go").first.click()
    page.evaluate(UNFOLD)
    expect(page.locator(".is-lit.is-wrong").first).to_be_visible()


def selected(page: Page) -> None:
    box(page, RECEIVED).click()
    page.keyboard.press("Shift+ArrowDown")
    expect(page.locator("td.is-picked")).to_have_count(2)
    expect(page.locator("[data-grid-line]")).not_to_be_empty()


def past(page: Page) -> None:
    box(page, ISSUED).fill("3")
    saved(page)
    box(page, RECEIVED).focus()
    box(page, ISSUED).focus()
    page.click("[data-past] summary")
    expect(page.locator("[data-past-list] .entry").first).to_be_visible()


def commented(page: Page) -> None:
    page.evaluate(UNFOLD)
    box(page, ISSUED).focus()
    page.click("[data-comment-here]")
    expect(page.locator("[data-comment-new] textarea")).to_be_visible()


def beside(page: Page) -> None:
    page.click('[data-beside="1"]')
    expect(page.get_by_role("region", name="版面预览").first).not_to_be_empty()


def unsaved(page: Page) -> None:
    page.route(SAVE, lost)
    box(page, ISSUED).fill("3")
    expect(box(page, ISSUED)).to_have_attribute("data-state", "unsaved")


def saving(page: Page) -> None:
    """Once the page has sent what an earlier one could not, behind which a new save would wait.

    Typed is another number than that one's, which would be no change any more.
    """
    page.wait_for_function(NOTHING_LEFT)
    page.route(SAVE, unanswered)
    box(page, ISSUED).fill("4")
    expect(box(page, ISSUED)).to_have_attribute("data-state", "saving")


def unanswered(route: Route) -> None:
    """The line is slow without end."""


def conflict(page: Page) -> None:
    """Once THEIRS have been saved unheard."""
    box(page, ISSUED).fill("8")
    box(page, ONE).fill("乙")
    expect(page.locator(".conflict")).to_have_count(2)
