"""In chromium: what helps to write the parts in words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from reports.models import Report
from tests.browser.boxes import box, saved

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIRST = "prose.1"


def test_the_topics_that_lack_are_offered_as_headings(page: Page) -> None:
    box(page, FIRST).fill("（一）主动公开\n有序。")
    page.click(f'[data-scaffold="{FIRST}"]')
    words = box(page, FIRST).input_value()
    assert words.startswith("（一）主动公开\n有序。\n（二）依申请公开")
    assert words.endswith("（五）监督保障")
    expect(page.locator(f'[data-outline="{FIRST}"] li')).to_have_count(5)


def test_a_heading_in_the_rail_leads_to_its_line(page: Page) -> None:
    box(page, FIRST).fill("（一）主动公开\n" + "有序。\n" * 40 + "（二）依申请公开\n无。")
    page.click(f'[data-outline="{FIRST}"] button >> nth=1')
    at = box(page, FIRST).evaluate("area => area.value.slice(area.selectionStart)")
    assert at.startswith("（二）依申请公开")
    assert page.evaluate("scrollY") > 300


def test_signs_are_put_right_after_a_look_and_undo_takes_it_back(page: Page) -> None:
    box(page, FIRST).fill("受理12件,办结11件.")
    page.click(f'[data-put-right="{FIRST}"]')
    expect(page.locator("[data-put-right-list] ins")).to_have_text("改为：受理12件，办结11件。")
    expect(box(page, FIRST)).to_have_value("受理12件,办结11件.")
    page.click("[data-put-right-confirm]")
    expect(box(page, FIRST)).to_have_value("受理12件，办结11件。")
    page.keyboard.press("Control+z")
    expect(box(page, FIRST)).to_have_value("受理12件,办结11件.")


def test_a_look_that_is_cancelled_changes_nothing(page: Page, report: Report) -> None:
    box(page, FIRST).fill("受理12件,办结11件.")
    page.click(f'[data-put-right="{FIRST}"]')
    page.click("[data-put-right-cancel]")
    expect(box(page, FIRST)).to_have_value("受理12件,办结11件.")


def test_the_printed_part_stands_beside_and_follows_the_typing(page: Page) -> None:
    box(page, FIRST).fill("（一）主动公开\n<b>甲</b>")
    page.click('[data-beside="1"]')
    beside = page.locator('[data-beside-of="1"]')
    expect(beside.locator(".paper-heading")).to_be_visible()
    expect(beside).to_contain_text("<b>甲</b>")
    box(page, FIRST).press_sequentially("乙丙")
    expect(beside).to_contain_text("乙丙")
    saved(page)
    page.click('[data-beside="1"]')
    expect(beside).to_be_hidden()


@pytest.mark.parametrize(
    ("text", "words"), [("\r\n乙。\r\n", "甲。\n乙。\n"), ("\r\n", "甲。\n"), ("乙", "甲。乙")]
)
def test_pasted_paragraphs_stay_apart_from_what_is_there(page: Page, text: str, words: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    box(page, FIRST).fill("甲。")
    box(page, FIRST).press("Control+End")
    page.keyboard.press("Control+V")
    expect(box(page, FIRST)).to_have_value(words)
