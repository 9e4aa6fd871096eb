"""校验情况表 and 情况说明表: what was checked and how it was explained, to go with the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reports.content import Content

from . import pdf
from .marks import Marks
from .press import sheet as style_sheet

NAMES = {"checks": "校验情况表", "explanations": "情况说明表"}
_WHOLE = "报告名称、引言"
_WORDS = {"error": "错误", "warning": "疑点", "note": "提示"}
_ORDER = list(_WORDS)


@dataclass(frozen=True)
class Sheet:
    """One of the two papers about a report. `findings` are as a revision keeps them.

    `checked` tells how many checks were asked and, in words, those the district has turned off or
    made milder; empty where that was not recorded.
    """

    kind: str
    content: Content
    findings: Sequence[Mapping[str, Any]]
    checked: Mapping[str, Any] = field(default_factory=dict)
    contact: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return NAMES[self.kind]


def body(sheet: Sheet, marks: Marks) -> SafeString:
    """The paper as a fragment."""
    context = {
        "sheet": sheet,
        "marks": marks,
        "rows": _rows(sheet),
        "tally": _tally(sheet.findings),
    }
    return render_to_string(f"document/{sheet.kind}.html", context)


def draw(sheet: Sheet, marks: Marks) -> bytes:
    """The paper as PDF. Raises PdfUnavailableError."""
    context = {
        "title": f"{sheet.content.title}{sheet.name}",
        "agency": sheet.content.agency,
        "marks": marks,
        "body": body(sheet, marks),
    }
    press = pdf.press(style_sheet("pack.css"))
    return press.print(render_to_string("document/print.html", context), None)


def _rows(sheet: Sheet) -> list[dict[str, Any]]:
    """Part by part of the report, what weighs most first; of the explanations 疑点 alone."""
    wanted = [one for one in sheet.findings if sheet.kind == "checks" or _is_doubt(one)]
    ordered = sorted(wanted, key=lambda one: (one["section"] or 0, _ORDER.index(one["severity"])))
    return [_row(sheet.content, one) for one in ordered]


def _row(content: Content, finding: Mapping[str, Any]) -> dict[str, Any]:
    section = finding["section"]
    return {
        "part": content.format.section(section).heading if section else _WHOLE,
        "word": _WORDS[finding["severity"]],
        "done": _done(finding),
        **{key: finding.get(key, "") for key in ("message", "asks", "because", "explanation")},
        "by": finding.get("explained_by", ""),
    }


def _done(finding: Mapping[str, Any]) -> str:
    if finding["severity"] != "warning":
        return "须改正" if finding["severity"] == "error" else "供参考"
    return "已说明" if finding.get("explanation") else "未说明"


def _is_doubt(finding: Mapping[str, Any]) -> bool:
    return str(finding["severity"]) == "warning"


def _tally(findings: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    counts = {kind: sum(one["severity"] == kind for one in findings) for kind in _WORDS}
    told = sum(_is_doubt(one) and bool(one.get("explanation")) for one in findings)
    return {**counts, "explained": told}
