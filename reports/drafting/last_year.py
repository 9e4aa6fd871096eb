"""Last year's report of the same agency: what this year's figures are read against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from agencies.models import Agency, Succession
from agencies.models.agency import SuccessionKind
from reports import figures as fig
from reports.checks.reform import Inheritance, inheritances
from reports.content import Content
from reports.figures import Figure
from reports.formats import Cell, Format
from reports.formats.across import ties
from reports.models import Duty, Publication, Report

from .basis import Basis, basis, successions_to, taken_over
from .case import Past

Figures = dict[str, Figure]


@dataclass(frozen=True)
class LastYear:
    """`values`: figures and fees by key of this year's form, as far as last year's says them.

    `together` has the keys of which only all together are what the value says: last year's form
    had one row for them.
    `state` says what was read: "published", "taken_down", "signed", or "" where nothing was.
    `changed` are the mergers and splits of this year, `left` by cell what each agency left after
    them, and `sums` those of them that an opening cell must be: all came over whole and is known.
    """

    year: int
    state: str = ""
    name: str = ""
    values: Figures = field(default_factory=dict)
    figures: Figures = field(default_factory=dict)
    together: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    left: Mapping[str, Inheritance] = field(default_factory=dict)
    sums: Mapping[str, Inheritance] = field(default_factory=dict)

    def openings(self, report: Report) -> Figures:
        """What the opening cells of this year's report must be, as far as last year says it."""
        if self.changed:
            return {key: known.least for key, known in self.sums.items()}
        typed = (cell for cell in report.format.cells.values() if not cell.computed)
        found = {cell.id: self.figures.get(cell.inherits) for cell in typed if cell.opens}
        return {key: value for key, value in found.items() if value is not None}

    def goes_on(self, cell: Cell) -> bool:
        """Whether the cell goes on from more than 0, or from what nobody knows."""
        if known := self.left.get(cell.id):
            return not known.is_known or known.most > 0
        return bool(cell.inherits and self.figures.get(cell.inherits))


def last_year(report: Report) -> LastYear:
    """From the last publication of the year before or, lacking one, from what was signed."""
    agency, year = report.duty.agency, report.duty.year
    successions = successions_to(agency)
    before = basis(agency, year - 1, successions)
    changed = tuple(_changed(agency, year, successions))
    left = _inherited(report) if changed else {}
    sums = dict(_sums(report, left)) if left else {}
    content = before.content if before else None
    if before is None or content is None:
        return LastYear(year - 1, changed=changed, left=left, sums=sums)
    across = ties(report.format, content.format)
    return LastYear(
        year - 1,
        _state(before),
        before.name,
        _values(report.format, content),
        content.figures,
        {key: tie.now for key, tie in across.items() if len(tie.now) > 1},
        changed,
        left,
        sums,
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


def _inherited(report: Report) -> dict[str, Inheritance]:
    return inheritances(Past.of(report.duty).case(report.content))


def _sums(report: Report, left: Mapping[str, Inheritance]) -> Iterator[tuple[str, Inheritance]]:
    """Of a split nobody's report says how much went over; one that is not there left something."""
    duty = report.duty
    if _left(duty.agency, duty.year) or _is_missing(duty):
        return
    for key, known in left.items():
        cell = report.format.cells[key]
        if cell.opens and not cell.computed and known.is_known and known.least == known.most:
            yield key, known


def _is_missing(duty: Duty) -> bool:
    """Whether the agency itself was to report the year before, and nothing of it is there."""
    was_due = Duty.objects.filter(agency=duty.agency, year=duty.year - 1).exists()
    return was_due and basis(duty.agency, duty.year - 1) is None


def _left(agency: Agency, year: int) -> list[Succession]:
    """The mergers and splits of the year by which the agency's work went to others."""
    left = Succession.objects.filter(from_agency=agency, on__year=year)
    left = left.exclude(kind=SuccessionKind.RENAME).select_related("from_agency", "to_agency")
    return list(left)


def _changed(agency: Agency, year: int, before: list[Succession]) -> list[str]:
    """Mergers and splits within the report year, in words; `before` as taken_over has it."""
    came = taken_over(before, year)
    found = {one.pk: one for one in (*_left(agency, year), *came)}
    return [
        f"{one.on.month}月{one.on.day}日{one.from_agency.name}{one.get_kind_display()}，"
        f"由{one.to_agency.name}承接"
        for one in sorted(found.values(), key=lambda one: (one.on, one.pk))
    ]
