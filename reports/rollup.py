"""A government's report beside what the agencies below it have published: R60–R63 on its pages.

Read when such a page is opened, never at a save. R64 is left out: for a report in the database R30
compares the same two figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from agencies.models.agency import AgencyKind
from reports.checks import Finding
from reports.checks.rollup import RollUp, check_rollup
from reports.content import Content, from_json
from reports.models import Duty, Publication, Report


def rollup_findings(report: Report, content: Content) -> list[Finding]:
    """What the roll-up checks say of `content`; nothing where nobody below has published."""
    if not report.duty.agency.is_government:
        return []
    duties = list(_below(report))
    public = _public(duties)
    if not public:
        return []
    units = tuple((duty.legal_name, public.get(duty.pk)) for duty in duties)
    return check_rollup(RollUp(content, units, _office(duties)))


def _below(report: Report) -> QuerySet[Duty]:
    """Everyone directly below that reports for the year."""
    duties = Duty.objects.filter(parent=report.duty.agency, year=report.duty.year)
    return duties.select_related("agency").order_by("agency__path")


def _public(duties: Sequence[Duty]) -> dict[int, Content]:
    """What is public now of the reports, by their duties."""
    standing = Publication.objects.filter(ended_at=None, report__duty__in=duties)
    kept = standing.values_list("report__duty_id", "revision__content_json")
    return {duty: from_json(content) for duty, content in kept}


def _office(duties: Sequence[Duty]) -> str:
    """The name under which the government's own office reports."""
    own = (one for one in duties if one.agency.kind == AgencyKind.GOVERNMENT_OFFICE)
    return next((duty.legal_name for duty in own), "")
