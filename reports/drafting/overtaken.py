"""Reports that rest on a figure of last year's report which was corrected afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q, QuerySet

from agencies.models import User
from agencies.roles import Role, agencies_where
from reports.checks import Case, Finding
from reports.checks.reform import taken_over_openings, taken_over_stocks
from reports.checks.year_to_year import openings, repealed_at_most, stocks
from reports.content import Content
from reports.models import Event, Publication, Report, Revision, State

from .basis import Basis, content_of
from .case import Past

_CHECKS = (openings, taken_over_openings, stocks, taken_over_stocks, repealed_at_most)
"""What this year's figures must go on from (R16, R30, R31, R34)."""


@dataclass(frozen=True)
class Overtaken:
    """One report, last year's corrections that it does not know, and what does not fit since."""

    report: Report
    corrections: tuple[Publication, ...]
    findings: tuple[Finding, ...]


def overtaken(report: Report, frozen: Revision | None) -> Overtaken | None:
    """Whether a correction has overtaken the draft, or that revision of it; None if none has.

    A revision knows what was public when it was frozen, and what came before it was said to stand
    (不作更正); a draft is overtaken until the difference is gone or explained.
    """
    past = Past.of(report.duty)
    corrections = _corrections(past.reports, frozen.at if frozen else None)
    if corrections and frozen:
        corrections = _undecided(corrections, frozen)
    if not corrections:
        return None
    earlier = {one.report_id: _earlier(one, frozen) for one in corrections}
    content = frozen.content if frozen else report.content
    known = set(_judge(past.case(content, lambda last: _read_then(last, earlier))))
    news = [one for one in _judge(past.case(content)) if one not in known]
    if frozen is None:
        told = {one.fingerprint for one in report.explanations.all()}
        news = [one for one in news if one.fingerprint not in told]
    return Overtaken(report, corrections, tuple(news)) if news else None


def _corrections(reports: Iterable[int], since: datetime | None) -> tuple[Publication, ...]:
    standing = _corrected().filter(report__in=list(reports))
    if since is not None:
        standing = standing.filter(published_at__gt=since)
    return tuple(standing.select_related("report__duty"))


def _undecided(corrections: tuple[Publication, ...], frozen: Revision) -> tuple[Publication, ...]:
    """Those that came after somebody last said that the revision stands."""
    said = Event.objects.filter(revision=frozen, action="stand").aggregate(Max("at"))["at__max"]
    return tuple(one for one in corrections if said is None or one.published_at > said)


def _corrected() -> QuerySet[Publication]:
    return Publication.objects.filter(ended_at=None).exclude(correction="")


def _earlier(correction: Publication, frozen: Revision | None) -> Content:
    """What was public when the revision was frozen; for a draft before the last correction."""
    others = correction.report.publications.exclude(pk=correction.pk)
    found = others.order_by("published_at").values_list("revision_id", "revision__digest")
    then = found.filter(published_at__lte=frozen.at).last() if frozen else found.last()
    return content_of(*(then or found[0]))  # what is corrected was published before


def _read_then(last: Basis, earlier: dict[int, Content]) -> Content | None:
    return earlier.get(last.report) or last.content


def _judge(case: Case) -> list[Finding]:
    return [finding for check in _CHECKS for finding in check(case)]


def overtaken_for(user: User) -> list[Overtaken]:
    """Of the reports that the person fills in or signs, those that a correction has overtaken.

    One query where nothing of theirs, or of those they took over, was ever corrected.
    """
    own = agencies_where(user, Role.REPORTER, Role.REVIEWER)
    theirs = Q(report__duty__agency__in=own)
    theirs |= Q(report__duty__agency__successors__to_agency__in=own)
    years = set(_corrected().filter(theirs).values_list("report__duty__year", flat=True))
    if not years:
        return []
    reports = Report.objects.visible_to(user).filter(duty__agency__in=own)
    after = reports.filter(duty__year__in=[year + 1 for year in years]).with_duty()
    found = (overtaken(one, None if one.state == State.DRAFT else one.revision) for one in after)
    return [one for one in found if one]
