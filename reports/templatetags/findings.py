"""How a finding's sentence is laid out: the sentence itself belongs to the check."""

from __future__ import annotations

from typing import TypedDict

from django import template

from reports.checks import Finding, Severity

register = template.Library()

NOT_FILLED = frozenset({"blank", "section-blank"})
"""Errors that say no more than that the work is not finished: a fresh draft is not called wrong."""

KINDS = {
    "error": Severity.ERROR.label,
    "open": "待填",
    "warning": Severity.WARNING.label,
    "note": Severity.NOTE.label,
}
"""What each kind of finding is called, in the order in which they count."""

CUSTOM = "核对办法，不是规定。"
"""Why something is looked at that no clause asks for."""

TO_DO = {
    "error": "改正后才能送审。请对照台账核对，不要为凑平改数。",
    "warning": "改正；核对无误的，写明情况，审签的人会看到。",
    "note": "供参考，可以不处理。",
}


class Pieces(TypedDict):
    """A sentence in parts: where it is, its clauses a line each, and the difference at its end."""

    at: str
    lines: list[str]
    gap: str


@register.filter
def pieces(message: str) -> Pieces:
    """“自然人：新收…＝3437，办结…＝3436，差1” in its parts; any other sentence is one line.

    static/js/edit/pieces.js does the same in the page.
    """
    at, colon, rest = message.partition("：")
    lines = rest.split("，")
    if not colon or len(lines) < 3 or not lines[-1].startswith("差"):
        return {"at": "", "lines": [message], "gap": ""}
    return {"at": at, "lines": lines[:-1], "gap": lines[-1]}


LIKENESS = frozenset({"like-last-year", "like-others"})
"""What is found by comparing with other texts, which a page shows side by side."""


@register.filter
def has_like(code: str) -> bool:
    """Whether the finding's sentences can be seen beside those that they are like."""
    return code in LIKENESS


@register.filter
def kind(finding: Finding) -> str:
    """error, warning or note, or open where something is merely not filled in yet."""
    return "open" if finding.code in NOT_FILLED else finding.severity.value


@register.filter
def kind_word(finding: Finding) -> str:
    """错误, 疑点 or 提示; 待填 for what is not filled in yet."""
    return KINDS[kind(finding)]


@register.filter
def todo(kind: str) -> str:
    """What is to be done about a finding of that kind."""
    return TO_DO.get(kind, "")


@register.filter
def because(clause: str, severity: str) -> str:
    """The clause that a finding rests on, or that it rests on none; the arithmetic needs none."""
    return clause or ("" if severity == Severity.ERROR.value else CUSTOM)
