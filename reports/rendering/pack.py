"""送签材料: the papers that go to be signed with a report, each by itself or all in one PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from reports.content import Content

from . import pdf
from .marks import Marks
from .press import sheet as style_sheet

PACK = "送签材料"
"""All of them together."""
NAMES = {
    "signoffs": "审签单",
    "checks": "校验情况表",
    "explanations": "情况说明表",
    "changes": "改动单",
    "proof": "校对稿",
}
"""The papers in the order in which they lie on the desk."""


@dataclass(frozen=True)
class Sheet:
    """One paper about a report; `facts` are what its template says beside the report's title."""

    kind: str
    content: Content
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called."""
        return NAMES[self.kind]


def body(sheets: Sequence[Sheet], marks: Marks) -> SafeString:
    """The papers as a fragment, one behind the other."""
    drawn = [
        render_to_string(
            f"document/{sheet.kind}.html", {**sheet.facts, "sheet": sheet, "marks": marks}
        )
        for sheet in sheets
    ]
    return mark_safe("".join(drawn))  # noqa: S308 - every part is a template of ours


def draw(sheets: Sequence[Sheet], marks: Marks) -> bytes:
    """The papers as one PDF, each beginning a page. Raises PdfUnavailableError."""
    content = sheets[0].content
    name = sheets[0].name if len(sheets) == 1 else PACK
    page = pdf.page(content, marks, body(sheets, marks), title=f"{name}（{content.title}）")
    return pdf.press(style_sheet("pack.css")).print(page, None)
