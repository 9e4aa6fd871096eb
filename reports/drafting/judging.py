"""The findings on a draft together with the explanations given for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db import transaction

from agencies.models import User
from reports import prose
from reports.checks import Case, Check, Finding, Severity, check
from reports.content import Problem
from reports.models import Explanation, Report

from .access import RefusedError, locked, require_open, require_reporter
from .published import published_beside

LONGEST_EXPLANATION = 500

further: list[Check] = []
"""Checks from the lines above, which know what drafting does not: `ReportsConfig` names them."""


@dataclass(frozen=True)
class Judged:
    """One finding with its 情况说明, if any."""

    finding: Finding
    explanation: Explanation | None

    @property
    def blocks(self) -> bool:
        """Whether the report cannot be sent for approval because of it."""
        if self.finding.severity is Severity.WARNING:
            return self.explanation is None
        return self.finding.severity is Severity.ERROR

    def to_json(self) -> dict[str, object]:
        """For the page and for the frozen record of a revision."""
        return {
            **self.finding.to_json(),
            "fingerprint": self.finding.fingerprint,
            "explanation": self.explanation.text if self.explanation else "",
            "blocks": self.blocks,
        }


def judged(report: Report, unsaved: Collection[str] = ()) -> list[Judged]:
    """Every finding on the draft as it stands, errors first.

    What was typed under the keys `unsaved` could not be taken, which the page tells by itself:
    these are not called blank besides.
    """
    told = {one.fingerprint: one for one in report.explanations.all()}
    found = check(_case(report, unsaved), further)
    return [Judged(one, told.get(one.fingerprint)) for one in found if one.message]


def _case(report: Report, unsaved: Collection[str]) -> Case:
    content, agency = report.content, report.duty.agency
    refused = tuple(Problem(key, None, "") for key in unsaved)
    return Case(
        replace(content, problems=(*content.problems, *refused)),
        is_government=agency.is_government,
        makes_rules=agency.may_make_rules,
        published=published_beside(report),
    )


def explain(report_id: int, by: User, fingerprint: str, text: str) -> Explanation:
    """Records why a 疑点 is right as it stands. Raises RefusedError: it is gone, no text."""
    text = prose.tidy(text)
    if not text:
        raise RefusedError("请写明情况说明")
    if len(text) > LONGEST_EXPLANATION:
        raise RefusedError(f"情况说明不超过{LONGEST_EXPLANATION}字")
    with transaction.atomic():
        report = locked(report_id)
        require_reporter(report, by)
        require_open(report)
        finding = _warning(report, fingerprint)
        explanation, _ = Explanation.objects.update_or_create(
            report=report,
            fingerprint=fingerprint,
            defaults={"code": finding.code, "text": text, "by": by},
        )
    return explanation


def _warning(report: Report, fingerprint: str) -> Finding:
    for one in judged(report):
        if one.finding.fingerprint == fingerprint and one.finding.severity is Severity.WARNING:
            return one.finding
    raise RefusedError("这条疑点已经变化或消失，请刷新后再看")
