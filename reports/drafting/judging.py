"""The findings on a draft together with the explanations given for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from reports import figures as fig
from reports.checks import CHECKS, Case, Check, Finding, Rule, Severity, check
from reports.checks.reform import inheritances
from reports.formats import Cell
from reports.local.reading import local_for
from reports.models import Explanation, Report

from .case import case_of
from .origins import unlocked

_OPENINGS = frozenset({"opening", "reform-opening"})

further: list[Check] = []
"""Checks from the lines above, which know what drafting does not: `ReportsConfig` names them."""


def rules() -> list[Rule]:
    """Every check of which a district may know, in the order in which they are asked."""
    return [one for one in (*CHECKS, *further) if isinstance(one, Rule)]


@dataclass(frozen=True)
class Judged:
    """One finding with its 情况说明, if any; `reopened` is one that has to be given anew."""

    finding: Finding
    explanation: Explanation | None
    reopened: Explanation | None = None

    @property
    def blocks(self) -> bool:
        """Whether the report cannot be sent for approval because of it."""
        if self.finding.severity is Severity.WARNING:
            return self.explanation is None
        return self.finding.severity is Severity.ERROR

    @property
    def written(self) -> str:
        """The words of the explanation, also of one that was not accepted."""
        given = self.explanation or self.reopened
        return given.text if given else ""

    def to_json(self) -> dict[str, object]:
        """For the page and for the frozen record of a revision."""
        return {
            **self.finding.to_json(),
            "fingerprint": self.finding.fingerprint,
            "explanation": self.explanation.text if self.explanation else "",
            "reopened": self.reopened.text if self.reopened else "",
            **_by_whom(self.explanation),
            "blocks": self.blocks,
        }


def _by_whom(explanation: Explanation | None) -> dict[str, object]:
    """Who explained it and when, for the record; nothing of what is not explained."""
    if explanation is None:
        return {}
    told: dict[str, object] = {"explained_by": explanation.by.name}
    if explanation.pk:
        at = timezone.localtime(explanation.at)
        told["explained_at"] = at.isoformat(timespec="minutes")
    return told


def judged(report: Report, unsaved: Collection[str] = (), *, typing: bool = False) -> list[Judged]:
    """Every finding on the draft as it stands, errors first.

    What was typed under the keys `unsaved` could not be taken, which the page tells by itself:
    these are not called blank besides. While someone is `typing`, what is around the draft is not
    asked for at every key: see `case_of`.
    """
    case = case_of(report, unsaved, typing=typing)
    found = [one for one in check(case, further) if one.message]
    told = _explanations(report, found)
    return [_judged(one, told.get(one.fingerprint) or _said(report, case, one)) for one in found]


def _explanations(report: Report, found: list[Finding]) -> dict[str, Explanation]:
    """What was said of the report's findings by their fingerprints; errors are not explained."""
    if all(one.severity is Severity.ERROR for one in found):
        return {}
    said = report.explanations.select_related("by")
    return {one.fingerprint: one for one in said}


def asked(report: Report) -> dict[str, Any]:
    """How many checks are asked, and in words those that the district has turned off or lowered."""
    chosen = local_for(report.duty.agency).checks.severities
    known = {one: chosen.get(one.name, one.severity) for one in rules()}
    off = [one.asks for one, severity in known.items() if severity is None and one.choices]
    milder = [
        one.asks
        for one, severity in known.items()
        if severity is Severity.NOTE and one.severity is Severity.WARNING
    ]
    return {"asked": len(known) - len(off), "off": off, "milder": milder}


def _judged(finding: Finding, given: Explanation | None) -> Judged:
    if given is not None and given.reopened:
        return Judged(finding, None, given)
    return Judged(finding, given)


def _said(report: Report, case: Case, finding: Finding) -> Explanation | None:
    """R30 and R34 do not ask again: whoever unlocked last year's 结转 has said why.

    That holds for the value that was carried over then; a corrected one is asked about anew.
    """
    if finding.code not in _OPENINGS:
        return None
    opened, cells = unlocked(report), (case.content.format.cells[id_] for id_ in finding.cells)
    typed = [one for one in cells if not one.computed]
    kept = [opened[one.id] for one in typed if one.id in opened]
    if not kept or [one.value for one in kept] != _carried(case, typed):
        return None
    reasons = "；".join(dict.fromkeys(one.unlock_reason for one in kept))
    return Explanation(
        report=report,
        fingerprint=finding.fingerprint,
        code=finding.code,
        text=f"解锁时说明：{reasons}",
        by=kept[0].unlocked_by,
    )


def _carried(case: Case, cells: list[Cell]) -> list[object]:
    """What last year says of these opening cells: its own figures, or after a merger their sums."""
    if sums := inheritances(case):
        return [sums[one.id].least for one in cells]
    last = case.previous.figures if case.previous else {}
    return [fig.plain(last.get(one.inherits)) for one in cells]
