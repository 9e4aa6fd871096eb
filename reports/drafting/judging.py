"""The findings on a draft together with the explanations given for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from reports.checks import CHECKS, Case, Check, Finding, Rule, Severity, check
from reports.content import Problem
from reports.local.reading import local_for
from reports.models import Explanation, Report

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


def judged(report: Report, unsaved: Collection[str] = ()) -> list[Judged]:
    """Every finding on the draft as it stands, errors first.

    What was typed under the keys `unsaved` could not be taken, which the page tells by itself:
    these are not called blank besides.
    """
    told = {one.fingerprint: one for one in report.explanations.select_related("by")}
    found = check(_case(report, unsaved), further)
    return [_judged(one, told.get(one.fingerprint)) for one in found if one.message]


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


def _case(report: Report, unsaved: Collection[str]) -> Case:
    content, agency = report.content, report.duty.agency
    refused, local = tuple(Problem(key, None, "") for key in unsaved), local_for(agency)
    return Case(
        replace(content, problems=(*content.problems, *refused)),
        is_government=agency.is_government,
        makes_rules=agency.may_make_rules,
        longest=local.longest,
        settings=local.checks,
    )
