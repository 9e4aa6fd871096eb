"""What the tests of pasting share: the machine's clipboard, the dialog, and tables to paste."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Locator, Page, expect

from reports.models import Report
from tests.browser.boxes import box
from tests.samples import FIXTURES

CLIPBOARD = FIXTURES / "clipboard"
FACTS = json.loads((CLIPBOARD / "facts.json").read_text(encoding="utf-8"))
FIGURES = FACTS["figures"]
RECEIVED = "applications.received.natural_person"
UPHELD, REVIEW = "disputes.review.upheld", "disputes.review.total"
COPY = """async ([html, text]) => {
  const parts = {};
  if (html) parts["text/html"] = new Blob([html], { type: "text/html" });
  if (text) parts["text/plain"] = new Blob([text], { type: "text/plain" });
  await navigator.clipboard.write([new ClipboardItem(parts)]);
}"""


def opened(page: Page, report: Report) -> Page:
    """The filling page, with the machine's clipboard at hand."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/reports/{report.pk}/edit/")
    return page


def paste(page: Page, key: str, html: str = "", text: str = "") -> Locator:
    """Copies elsewhere and presses Ctrl+V in the box, or where one is; the dialog."""
    page.evaluate(COPY, [html, text])
    if key:
        box(page, key).focus()
    page.keyboard.press("Control+V")
    return page.locator("[data-paste-dialog]")


def confirm(dialog: Locator) -> None:
    dialog.get_by_role("button", name=re.compile("确认粘贴")).click()
    expect(dialog).to_be_hidden()


def copied(name: str) -> str:
    return (CLIPBOARD / f"{name}.html").read_text(encoding="utf-8")
