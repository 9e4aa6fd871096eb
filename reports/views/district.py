"""How the year goes in a district: each duty with its status, and nothing of any draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from agencies.models import User
from agencies.roles import Role, agencies_where
from reports.models import Duty, Publication, Report, State
from reports.posting import Posted, standing_of
from reports.status import CORRECTING, NOT_BEGUN, TAKEN_DOWN, status_of

from .due import LATE, Due

OVERDUE = "逾期"
_ORDER = (NOT_BEGUN, *(state.label for state in State), CORRECTING, TAKEN_DOWN, OVERDUE, LATE)
_KINDS = {
    NOT_BEGUN: "off",
    State.PUBLISHED.label: "done",
    State.SUBMITTED.label: "wait",
    State.FILED.label: "wait",
    TAKEN_DOWN: "wrong",
}


@dataclass(frozen=True)
class Row:
    """One duty: its status, when it is due, and its signed report where there is one.

    `posted` is what is known of the portal's page of what is public.
    """

    duty: Duty
    status: str
    due: Due
    signed: Report | None
    posted: Posted | None = None

    @property
    def late(self) -> bool:
        """Whether the last day is over and nothing is public."""
        return self.duty.is_overdue and not self.due.is_out

    @property
    def kind(self) -> str:
        """How its badge is coloured."""
        return _KINDS.get(self.status, "")

    @property
    def words(self) -> tuple[str, ...]:
        """All that the row can be looked up by."""
        if self.late:
            return self.status, OVERDUE
        return (self.status, LATE) if self.due.was_late else (self.status,)


@dataclass(frozen=True)
class District:
    """The duties of one year; `tally` counts every status, `rows` are those asked for."""

    year: int
    years: list[int]
    status: str
    tally: dict[str, int]
    total: int
    rows: list[Row]


def district(user: User, year: str, status: str) -> District | None:
    """The subtree of a person of 政务公开办; None for everybody else."""
    below = agencies_where(user, Role.OFFICE)
    duties = Duty.objects.filter(agency__in=below)
    years = list(duties.order_by("-year").values_list("year", flat=True).distinct())
    if not years:
        return None
    asked = next((one for one in years if str(one) == year), years[0])
    rows = _rows(_of_year(duties, asked))
    tally = Counter(row.status for row in rows)
    tally[OVERDUE] = sum(row.late for row in rows)
    tally[LATE] = sum(row.due.was_late for row in rows)
    shown = [row for row in rows if not status or status in row.words]
    kept = {name: tally[name] for name in _ORDER if tally[name]}
    return District(asked, years, status, kept, len(rows), shown)


def _of_year(duties: QuerySet[Duty], year: int) -> QuerySet[Duty]:
    standing = Publication.objects.filter(report=OuterRef("report"), ended_at=None).values("pk")
    found = duties.filter(year=year).select_related("agency", "report")
    found = found.defer("report__figures", "report__fees", "report__prose")
    every = Publication.objects.filter(report=OuterRef("report")).order_by("published_at")
    first = Subquery(every.values("published_at")[:1])
    found = found.annotate(in_public=Subquery(standing[:1]), first_out=first)
    return found.order_by("agency__path")


def _rows(duties: Iterable[Duty]) -> list[Row]:
    found = list(duties)
    posted = standing_of([pk for duty in found if (pk := _in_public(duty)) is not None])
    return [_row(duty, posted) for duty in found]


def _in_public(duty: Duty) -> int | None:
    """The id of the publication that stands."""
    pk: int | None = duty.in_public  # type: ignore[attr-defined]
    return pk


def _row(duty: Duty, posted: Mapping[int, Posted]) -> Row:
    report: Report | None = getattr(duty, "report", None)
    publication = _in_public(duty)
    in_public = publication is not None
    first_out: datetime | None = duty.first_out  # type: ignore[attr-defined]
    signed = report if report is not None and report.signed_id else None
    due = Due(duty, in_public, first_out)
    return Row(
        duty, status_of(report, in_public=in_public), due, signed, posted.get(publication or 0)
    )
