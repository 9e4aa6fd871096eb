"""Findings as a person reads them: part by part of the report, notes aside, each in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from reports import drafting
from reports.formats import Format
from reports.templatetags.findings import KINDS, NOT_FILLED

from .access import Reading

WHOLE = "报告名称、引言"


@dataclass(frozen=True)
class Group:
    """What was found in one part; `number` 0 is what belongs to no section."""

    number: int
    heading: str
    found: list[Any]


@dataclass(frozen=True)
class Found:
    """What asks for something, by part of the report; `notes` ask for nothing."""

    groups: list[Group]
    notes: list[Any]

    @property
    def asking(self) -> list[Group]:
        """The parts in which something was found."""
        return [group for group in self.groups if group.found]

    @property
    def count(self) -> int:
        """How many ask for something."""
        return sum(len(group.found) for group in self.groups)


def by_part(fmt: Format, found: Iterable[Any], place: Callable[[Any], tuple[int, str]]) -> Found:
    """Sorted into the parts of the report; `place` gives the section, 0 for none, and severity."""
    groups = [Group(0, WHOLE, [])]
    groups += [Group(section.number, section.heading, []) for section in fmt.sections]
    notes: list[Any] = []
    for one in found:
        section, severity = place(one)
        (notes if severity == "note" else groups[section].found).append(one)
    return Found(groups, notes)


def judged_by_part(fmt: Format, judged: Iterable[drafting.Judged]) -> Found:
    """Of a draft that is being filled in."""
    return by_part(fmt, judged, lambda one: (one.finding.section or 0, one.finding.severity))


def found(shown: Reading) -> Found:
    """What the checks say of the draft, or said when the revision was sent, with explanations."""
    fmt = shown.content.format
    return by_part(fmt, told(shown), lambda one: (one["section"] or 0, one["severity"]))


def told(shown: Reading) -> list[dict[str, Any]]:
    """The same in one list, errors first."""
    if shown.revision is None:
        return [_worded(one.to_json()) for one in drafting.judged(shown.report)]
    return [_worded(one) for one in shown.revision.findings]


def _worded(finding: dict[str, Any]) -> dict[str, Any]:
    kind = "open" if finding["code"] in NOT_FILLED else finding["severity"]
    return {
        "asks": "",  # revisions frozen before it was told
        **finding,
        "kind": kind,
        "word": KINDS[kind],
    }
