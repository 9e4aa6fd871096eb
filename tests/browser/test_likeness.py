"""In chromium: what is like another report is told while one writes; a link leads to both."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, User
from tests.alike import published_by
from tests.browser.boxes import box, saved
from tests.browser.conftest import Window
from tests.checks.likeness.texts import SENTENCES, joined
from tests.filing import begun, filled

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(window_of: Window, reporter: User, finance: Agency, education: Agency) -> Page:
    """The filling page of a draft that is not like what another agency has published."""
    published_by(education)
    opened = window_of(reporter)
    opened.goto(f"/reports/{filled(begun(finance), reporter).pk}/edit/")
    return opened


def test_the_finding_comes_with_a_way_to_both_sentences(page: Page) -> None:
    link = page.get_by_role("link", name="对照查看")
    expect(link).to_have_count(0)
    box(page, "prose.1").fill(joined(*SENTENCES[:9], "只有这一句话是本机关自己写出来的。"))
    saved(page)
    expect(link).to_have_count(1)
    with page.expect_popup() as opened:
        link.click()
    expect(opened.value.locator(".beside tbody tr")).to_have_count(9)
