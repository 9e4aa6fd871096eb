"""Last year's report of the same agency: what this year's figures are read against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Q

from agencies.models import Agency, Succession
from agencies.models.agency import SuccessionKind
from reports import figures as fig
from reports.content import Content
from reports.figures import Figure
from reports.formats import Format
from reports.formats.across import ties
from reports.models import Report, Revision

Figures = dict[str, Figure]


@dataclass(frozen=True)
class LastYear:
    """`values`: figures and fees by key of this year's form, as far as last year's says them.

    `together` has the keys of which only all together are what the value says: last year's form
    had one row for them.
    `state` says what was read: "published", "taken_down", "signed", or "" where nothing was.
    `changed` are the mergers and splits of this year, after which an opening balance cannot be
    guessed.
    """

    year: int
    state: str = ""
    name: str = ""
    values: Figures = field(default_factory=dict)
    figures: Figures = field(default_factory=dict)
    together: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    changed: tuple[str, ...] = ()

    def openings(self, report: Report) -> Figures:
        """What the opening cells of this year's report must be, as far as last year says it."""
        if self.changed:
            return {}
        typed = (cell for cell in report.format.cells.values() if not cell.computed)
        found = {cell.id: self.figures.get(cell.inherits) for cell in typed if cell.opens}
        return {key: value for key, value in found.items() if value is not None}


def last_year(report: Report) -> LastYear:
    """From the last publication of the year before or, lacking one, from what was signed."""
    agency, year = report.duty.agency, report.duty.year
    before = report_of(agency, year - 1)
    revision, state = _basis(before)
    changed = tuple(_changed(agency, year))
    if before is None or revision is None:
        return LastYear(year - 1, changed=changed)
    content = revision.content
    across = ties(report.format, content.format)
    return LastYear(
        year - 1,
        state,
        before.duty.legal_name,
        _values(report.format, content),
        content.figures,
        {key: tie.now for key, tie in across.items() if len(tie.now) > 1},
        changed,
    )


def _values(fmt: Format, content: Content) -> Figures:
    """Last year's figures and fees by the keys of the form `fmt`."""
    figures = content.figures
    values = {
        key: fig.total(figures, tie.then) if len(tie.then) > 1 else figures.get(tie.then[0])
        for key, tie in ties(fmt, content.format).items()
    }
    fees = {fee.key for fee in fmt.fees}
    known = {fee.key: content.fees.get(fee.id) for fee in content.format.fees if fee.key in fees}
    return {**values, **known}


def report_of(agency: Agency, year: int) -> Report | None:
    """The agency's, or of the agency it was before it got another name."""
    reports = Report.objects.filter(duty__year=year).select_related("duty", "signed")
    seen: set[int] = set()
    while agency.pk not in seen:
        seen.add(agency.pk)
        found = reports.filter(duty__agency=agency).first()
        renamed = agency.predecessors.filter(kind=SuccessionKind.RENAME)
        earlier = renamed.select_related("from_agency").last()
        if found or earlier is None:
            return found
        agency = earlier.from_agency
    return None


def _basis(report: Report | None) -> tuple[Revision | None, str]:
    if report is None:
        return None, ""
    public = report.publications.filter(ended_at=None).select_related("revision").first()
    if public:
        return public.revision, "published"
    if report.signed is None:
        return None, ""
    was_public = report.publications.filter(revision=report.signed).exists()
    return report.signed, "taken_down" if was_public else "signed"


def _changed(agency: Agency, year: int) -> list[str]:
    """Mergers and splits within the report year, in words."""
    successions = Succession.objects.filter(Q(from_agency=agency) | Q(to_agency=agency))
    successions = successions.filter(on__year=year).exclude(kind=SuccessionKind.RENAME)
    found = successions.select_related("from_agency", "to_agency")
    return [
        f"{one.on.month}月{one.on.day}日{one.from_agency.name}{one.get_kind_display()}，"
        f"由{one.to_agency.name}承接"
        for one in found
    ]
