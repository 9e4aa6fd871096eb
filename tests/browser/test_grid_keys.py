"""In chromium: the boxes of the tables are gone through and filled by keys, as in a spreadsheet."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from agencies.models import User
from reports.models import Report
from tests.browser.boxes import box, saved
from tests.browser.conftest import sign_in
from tests.browser.grids import at, press, stand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ISSUED = "documents.rules.issued"
REPEALED = "documents.rules.repealed"
FEES = "charges.fees.amount"
PHONE: ViewportSize = {"width": 360, "height": 740}


GOES_TO = [
    (["ArrowRight"], "granted", "welfare"),
    (["ArrowLeft"], "granted", "business"),
    (["ArrowDown"], "partly_granted", "research"),
    (["ArrowUp"], "brought_forward", "research"),
    (["Tab"], "granted", "welfare"),
    (["Shift+Tab"], "granted", "business"),
    (["Enter"], "partly_granted", "research"),
    (["Shift+Enter"], "brought_forward", "research"),
    (["Home"], "granted", "natural_person"),
    (["End"], "granted", "total"),
    (["End", "Tab"], "partly_granted", "natural_person"),
    (["Control+ArrowLeft"], "granted", "natural_person"),
    (["Control+ArrowRight"], "granted", "total"),
    (["Control+ArrowUp"], "received", "research"),
    (["Control+ArrowDown"], "carried_over", "research"),
    (["Control+ArrowDown", "ArrowUp"], "closed", "research"),
    (["Control+ArrowDown", "Shift+Enter"], "other_misc", "research"),
    (["Control+ArrowDown", "Enter"], "received", "welfare"),
    (["Control+Home"], "received", "natural_person"),
    (["Control+End"], "carried_over", "total"),
    (["Control+Home", "ArrowLeft", "ArrowUp"], "received", "natural_person"),
]
"""From the fourth column of the second row: keys, and where they lead."""


def test_a_key_goes_to(page: Page, subtests: pytest.Subtests) -> None:
    for keys, row, column in GOES_TO:
        with subtests.test("-".join(keys)):
            stand(page, "applications.granted.research")
            press(page, *keys)
            expect(at(page, row, column)).to_be_focused()


def test_columns_of_different_width_lead_to_each_other(page: Page) -> None:
    stand(page, "documents.normative.in_force")
    press(page, "ArrowDown")
    expect(box(page, "licensing.licences.decisions")).to_be_focused()
    press(page, "Control+ArrowDown")
    expect(box(page, FEES)).to_be_focused()
    press(page, "Control+ArrowUp")
    expect(box(page, ISSUED)).to_be_focused()


def test_enter_leaves_the_last_box_for_what_comes_after_the_table(page: Page) -> None:
    stand(page, FEES)
    press(page, "Enter")
    expect(at(page, "received", "natural_person")).to_be_focused()
    stand(page, "fees.notices")
    press(page, "Enter")
    assert page.evaluate("document.activeElement.name").startswith("fees.")


def test_typing_replaces_the_value_and_an_arrow_goes_on(page: Page) -> None:
    stand(page, ISSUED)
    page.keyboard.type("12")
    press(page, "ArrowRight", "ArrowLeft")
    page.keyboard.type("3")
    press(page, "ArrowDown")
    expect(box(page, ISSUED)).to_have_value("3")
    expect(box(page, "documents.normative.issued")).to_be_focused()


@pytest.mark.parametrize("way", ["F2", "dblclick"])
def test_while_a_box_is_edited_arrows_move_the_caret(page: Page, way: str) -> None:
    here = stand(page, ISSUED)
    page.keyboard.type("12")
    press(page, "ArrowRight", "ArrowLeft")
    press(page, way) if way == "F2" else getattr(here, way)()
    press(page, "End", "ArrowLeft")
    page.keyboard.type("9")
    expect(here).to_have_value("192")
    expect(here).to_be_focused()
    press(page, "F2", "ArrowRight")
    expect(box(page, "documents.rules.repealed")).to_be_focused()


def test_a_click_on_the_box_one_is_in_selects_its_value(page: Page) -> None:
    here = stand(page, ISSUED)
    page.keyboard.type("12")
    press(page, "ArrowRight", "ArrowLeft")
    here.click()
    page.keyboard.type("44")
    expect(here).to_have_value("44")


def test_escape_restores_what_stood_there_when_the_box_was_entered(
    page: Page, report: Report
) -> None:
    here = stand(page, ISSUED)
    page.keyboard.type("12")
    press(page, "ArrowRight", "ArrowLeft")
    page.keyboard.type("345")
    saved(page)
    press(page, "Escape")
    expect(here).to_have_value("12")
    saved(page)
    report.refresh_from_db()
    assert report.figures[ISSUED] == 12


def test_escape_ends_editing_and_selects_the_value_again(page: Page) -> None:
    here = stand(page, ISSUED)
    page.keyboard.type("12")
    press(page, "F2")
    expect(here).to_have_class("figure-box is-editing")
    press(page, "ArrowLeft", "Escape")
    expect(here).to_have_value("")
    page.keyboard.type("7")
    press(page, "Tab")
    expect(here).to_have_value("7")


def test_enter_before_the_scripts_have_arrived_only_saves(page: Page, report: Report) -> None:
    page.route("**/*.js", lambda route: route.abort())
    page.reload()
    box(page, ISSUED).fill("5")
    with page.expect_navigation():
        press(page, "Enter")
    report.refresh_from_db()
    assert report.figures[ISSUED] == 5
    assert report.figures.get(REPEALED) is None


def test_half_composed_words_keep_their_keys(page: Page) -> None:
    here = stand(page, ISSUED)
    session = page.context.new_cdp_session(page)
    compose = {"text": "１", "selectionStart": 1, "selectionEnd": 1}
    session.send("Input.imeSetComposition", compose)
    here.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    here.dispatch_event("keydown", {"key": "Escape", "isComposing": True})
    expect(here).to_be_focused()
    session.send("Input.insertText", {"text": "１０"})
    press(page, "Tab")
    expect(here).to_have_value("10")


def test_phones_show_the_right_keys(page: Page) -> None:
    expect(box(page, ISSUED)).to_have_attribute("inputmode", "numeric")
    expect(box(page, "applications.received.business")).to_have_attribute("inputmode", "numeric")
    expect(box(page, FEES)).to_have_attribute("inputmode", "decimal")
    expect(box(page, "fees.notices")).to_have_attribute("inputmode", "numeric")
    expect(box(page, "fees.billed")).to_have_attribute("inputmode", "decimal")


def test_a_finger_goes_to_a_box_and_then_edits_it(
    chromium: Browser, live_server: LiveServer, reporter: User, report: Report
) -> None:
    context = chromium.new_context(
        base_url=live_server.url, has_touch=True, is_mobile=True, viewport=PHONE
    )
    sign_in(context, live_server.url, reporter)
    page = context.new_page()
    page.goto(f"/reports/{report.pk}/edit/")
    box(page, ISSUED).fill("12")
    box(page, "documents.rules.in_force").tap()
    box(page, ISSUED).tap()
    expect(box(page, ISSUED)).to_be_focused()
    assert box(page, ISSUED).evaluate("e => e.selectionEnd - e.selectionStart") == 2
    box(page, ISSUED).tap()
    expect(box(page, ISSUED)).to_have_class("figure-box is-editing")
    context.close()


def test_the_box_one_goes_to_is_not_hidden_below_the_headings(page: Page) -> None:
    stand(page, "applications.carried_over.business")
    press(page, *["ArrowUp"] * 24)
    here = at(page, "received", "business")
    expect(here).to_be_focused()
    shown = """e => {
        const place = e.getBoundingClientRect();
        return document.elementFromPoint(place.x + place.width / 2, place.y + 4) === e;
    }"""
    assert here.evaluate(shown)


def test_the_keys_are_listed_on_the_page(page: Page) -> None:
    keys = page.locator("details.keys")
    expect(keys.get_by_text("Ctrl+Shift+Z")).to_be_hidden()
    keys.get_by_text("快捷键").click()
    expect(keys.get_by_text("Ctrl+Shift+Z")).to_be_visible()


def test_the_list_of_keys_opens_in_view(page: Page) -> None:
    keys = page.locator("details.keys")
    keys.get_by_text("快捷键").click()
    expect(keys.locator("dd").first).to_be_in_viewport(ratio=0.9)
    expect(keys.locator("dd").last).to_be_in_viewport(ratio=0.9)
