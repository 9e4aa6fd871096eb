"""In chromium: in a narrow window a table moves sideways by itself, and the words stay."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.boxes import box

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FAR = "applications.received.other"


def left(what: Locator) -> float:
    edge: float = what.evaluate("(one) => one.getBoundingClientRect().left")
    return edge


def test_going_to_a_far_column_leaves_texts_and_headings_where_they_are(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    text, heading = box(page, "prose.1"), page.locator("#s3 h2")
    before = left(text), left(heading)
    assert left(box(page, FAR)) > 360
    box(page, FAR).focus()
    expect(box(page, FAR)).to_be_in_viewport(ratio=1)
    assert (left(text), left(heading)) == before
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
