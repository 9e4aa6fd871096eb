"""What 校验情况表 and 情况说明表 say: what was checked, found and explained, part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reports.content import Content

Finding = Mapping[str, Any]
"""A finding as a revision keeps it."""

_WHOLE = "报告名称、引言"
_WORDS = {"error": "错误", "warning": "疑点", "note": "提示"}
_ORDER = list(_WORDS)


def rows(content: Content, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Part by part of the report, what weighs most first."""
    ordered = sorted(findings, key=lambda one: (one["section"] or 0, _ORDER.index(one["severity"])))
    return [_row(content, one) for one in ordered]


def doubts(findings: Sequence[Finding]) -> list[Finding]:
    """The 疑点 alone."""
    return [one for one in findings if one["severity"] == "warning"]


def tally(findings: Sequence[Finding]) -> dict[str, int]:
    """How many of each severity, and how many 疑点 are explained."""
    counts = {kind: sum(one["severity"] == kind for one in findings) for kind in _WORDS}
    told = sum(bool(one.get("explanation")) for one in doubts(findings))
    return {**counts, "explained": told}


def _row(content: Content, finding: Finding) -> dict[str, Any]:
    section = finding["section"]
    return {
        "part": content.format.section(section).heading if section else _WHOLE,
        "word": _WORDS[finding["severity"]],
        "done": _done(finding),
        **{key: finding.get(key, "") for key in ("message", "asks", "because", "explanation")},
        "by": finding.get("explained_by", ""),
    }


def _done(finding: Finding) -> str:
    if finding["severity"] != "warning":
        return "须改正" if finding["severity"] == "error" else "供参考"
    return "已说明" if finding.get("explanation") else "未说明"
