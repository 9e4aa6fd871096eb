"""In chromium: a report is copied from here and pasted into a site's editor with its tables."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from agencies.models import Agency, User
from reports.models import Report
from tests.browser.conftest import Window
from tests.filing import approved, begun, filled

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EDITOR = """() => {
  const made = document.createElement("div");
  made.contentEditable = "true";
  made.id = "editor";
  document.body.prepend(made);
  made.focus();
}"""


@pytest.fixture
def signed(finance: Agency, reporter: User, reviewer: User) -> Report:
    return approved(filled(begun(finance), reporter), reporter, reviewer)


def opened(page: Page, report: Report) -> Page:
    page.goto(f"/reports/{report.pk}/")
    page.get_by_role("link", name="复制到本机关网站").click()
    return page


def test_it_is_pasted_as_headings_and_tables_or_as_its_source(
    window_of: Window, signed: Report, reporter: User
) -> None:
    page = opened(window_of(reporter), signed)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制").click()
    expect(page.get_by_text("已复制。")).to_be_visible()
    source = page.evaluate("navigator.clipboard.readText()")
    assert source == page.locator("#web-source").input_value()
    page.evaluate(EDITOR)
    page.keyboard.press("Control+V")
    expect(page.locator("#editor table")).to_have_count(3)
    expect(page.locator("#editor h2")).to_have_count(6)


def test_without_scripts_the_source_can_be_copied_by_hand(
    window_of: Window, signed: Report, reporter: User
) -> None:
    page = opened(window_of(reporter, scripts=False), signed)
    expect(page.get_by_role("button", name="复制")).to_have_count(0)
    page.get_by_text("网页源代码", exact=True).click()
    assert page.get_by_label("网页源代码").input_value().startswith("<div")
