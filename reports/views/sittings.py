"""The past of a whole draft: who changed what in each quarter of an hour, the newest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from reports.formats import Format
from reports.models import Change, Report
from reports.redline import Pieces, redline

from .seen import name_of

MOST_ROWS, A_PAGE, QUARTER = 600, 20, 15
"""Changes read at once; sittings on a page; minutes of a sitting."""


@dataclass(frozen=True)
class Spot:
    """What became of one place in a sitting."""

    key: str
    label: str
    before: object
    after: object

    @property
    def is_text(self) -> bool:
        return self.key.startswith("prose.")

    @property
    def pieces(self) -> Pieces:
        """Of a text what was rewritten."""
        return redline(str(self.before or ""), str(self.after or ""))

    @property
    def is_back(self) -> bool:
        """Whether it ended as it had begun."""
        blank = (None, "")
        return self.before == self.after or (self.before in blank and self.after in blank)


@dataclass(frozen=True)
class Sitting:
    """What one person did within a quarter of an hour, up to the next 送审.

    `version` is what the draft had after it, `sent` names the revision that was sent so.
    """

    version: int
    sent: str
    by: str
    since: datetime
    until: datetime
    sources: list[str]
    spots: list[Spot]
    totals: int

    @property
    def labels(self) -> str:
        """The first few places, for a line that is read in passing."""
        more = "等" if len(self.spots) > 3 else ""
        return "、".join(spot.label for spot in self.spots[:3]) + more


@dataclass(frozen=True)
class Past:
    """A page of sittings; `before` is the id of the change to go on before, None at the end."""

    sittings: list[Sitting]
    before: int | None


@dataclass(frozen=True)
class _Row:
    id: int
    version: int
    key: str
    by: int
    name: str
    at: datetime
    source: str

    @property
    def quarter(self) -> datetime:
        at = timezone.localtime(self.at)
        return at.replace(minute=at.minute - at.minute % QUARTER, second=0, microsecond=0)


def past(report: Report, before: int | None = None) -> Past:
    """A page of the report's past, in three queries however long it is."""
    rows = _rows(report, before)
    sent = {one.version: str(one) for one in report.revisions.only("number", "version")}
    groups = list(_groups(rows[:MOST_ROWS], sent))
    is_cut = len(rows) > MOST_ROWS
    # The last quarter may go on where the rows were cut off: it waits for the next page.
    shown = (groups[:-1] or groups) if is_cut else groups
    shown = shown[:A_PAGE]
    is_end = not is_cut and len(shown) == len(groups)
    sittings = list(_sittings(report, shown, sent))
    return Past(sittings, None if is_end else min(row.id for one in shown[-1] for row in one))


def _rows(report: Report, before: int | None) -> list[_Row]:
    changes = report.changes.order_by("-id")
    changes = changes.filter(id__lt=before) if before else changes
    told = changes.values_list("id", "version", "key", "by", "by__name", "at", "source")
    return [_Row(*row) for row in told[: MOST_ROWS + 1]]


def _groups(rows: Iterable[_Row], sent: Collection[int]) -> Iterator[list[list[_Row]]]:
    """Quarters of an hour, in each the rows of every person; all newest first.

    What came after one of the versions `sent` is told apart from what was sent.
    """
    quarters: dict[tuple[datetime, int], dict[int, list[_Row]]] = {}
    for row in rows:
        stage = sum(version < row.version for version in sent)
        quarters.setdefault((row.quarter, stage), {}).setdefault(row.by, []).append(row)
    for people in quarters.values():
        yield list(people.values())


def _sittings(
    report: Report, quarters: Iterable[list[list[_Row]]], sent: Mapping[int, str]
) -> Iterator[Sitting]:
    groups = [group for quarter in quarters for group in quarter]
    ends = {id_ for group in groups for pair in _ends(group).values() for id_ in pair}
    texts = Change.objects.filter(pk__in=ends).values_list("id", "before", "after")
    values = {id_: (before, after) for id_, before, after in texts}
    for group in groups:
        yield _sitting(report.format, group, values, sent.get(group[0].version, ""))


def _ends(group: Iterable[_Row]) -> dict[str, tuple[int, int]]:
    """By key the ids of its first and its last change, totals apart."""
    ends: dict[str, tuple[int, int]] = {}
    for row in group:
        if row.source != Change.Source.COMPUTED:
            ends[row.key] = row.id, ends.get(row.key, (0, row.id))[1]
    return ends


def _sitting(
    fmt: Format, group: list[_Row], values: dict[int, tuple[object, object]], sent: str
) -> Sitting:
    order = {key: n for n, key in enumerate([*fmt.cells])}
    ends = sorted(_ends(group).items(), key=lambda one: order.get(one[0], -1))
    spots = [
        Spot(key, name_of(fmt, key), values[first][0], values[last][1])
        for key, (first, last) in ends
    ]
    sources = dict.fromkeys(row.source for row in reversed(group))
    totals = {row.key for row in group if row.source == Change.Source.COMPUTED}
    return Sitting(
        version=group[0].version,
        sent=sent,
        by=group[0].name,
        since=group[-1].at,
        until=group[0].at,
        sources=[str(Change.Source(one).label) for one in sources],
        spots=spots,
        totals=len(totals),
    )
