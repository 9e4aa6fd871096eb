"""Last year's report of the same agency: what this year's figures are read against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from agencies.models import Agency, Succession
from agencies.models.agency import SuccessionKind
from reports import figures as fig
from reports.content import Content
from reports.figures import Figure
from reports.formats import Format
from reports.formats.across import ties
from reports.models import Publication, Report

from .basis import Basis, basis, successions_to, taken_over

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
    before = basis(agency, year - 1)
    changed = tuple(_changed(agency, year))
    content = before.content if before else None
    if before is None or content is None:
        return LastYear(year - 1, changed=changed)
    across = ties(report.format, content.format)
    return LastYear(
        year - 1,
        _state(before),
        before.name,
        _values(report.format, content),
        content.figures,
        {key: tie.now for key, tie in across.items() if len(tie.now) > 1},
        changed,
    )


def _state(before: Basis) -> str:
    if before.is_public:
        return "published"
    was_public = Publication.objects.filter(revision=before.revision).exists()
    return "taken_down" if was_public else "signed"


def _values(fmt: Format, content: Content) -> Figures:
    """Last year's figures and fees by the keys of the form `fmt`."""
    values = fig.across(content.figures, fmt, content.format)
    fees = {fee.key for fee in fmt.fees}
    known = {fee.key: content.fees.get(fee.id) for fee in content.format.fees if fee.key in fees}
    return {**values, **known}


def _changed(agency: Agency, year: int) -> list[str]:
    """Mergers and splits within the report year, in words."""
    left = Succession.objects.filter(from_agency=agency, on__year=year)
    left = left.exclude(kind=SuccessionKind.RENAME).select_related("from_agency", "to_agency")
    found = {one.pk: one for one in (*left, *taken_over(successions_to(agency), year))}
    return [
        f"{one.on.month}月{one.on.day}日{one.from_agency.name}{one.get_kind_display()}，"
        f"由{one.to_agency.name}承接"
        for one in sorted(found.values(), key=lambda one: (one.on, one.pk))
    ]
