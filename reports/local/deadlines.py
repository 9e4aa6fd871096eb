"""By when an agency must have published: the date of the law, or an earlier one of its district."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.utils import timezone

from agencies import tree
from agencies.models import Agency
from agencies.models.agency import AgencyKind
from reports.models import Duty, Setting, SettingKind

GOVERNMENT, DEPARTMENT = "government", "department"
KINDS = (DEPARTMENT, GOVERNMENT)
"""For whom a district may set a date: departments with townships, and people's governments."""

Dates = Sequence[tuple[str, str, str]]
"""(path of the agency that decided, for whom, month-day)."""


def statutory_due(agency: Agency, year: int) -> datetime:
    """The instant after the last day of the law: 31 January, for a people's government 31 March.

    Townships and subdistricts, which the law does not name, go with the departments.
    """
    return _after(law(kind_of(agency), year))


def law(kind: str, year: int) -> date:
    """The last day of the law (政府信息公开条例, art. 49) for reports of that year."""
    return date(year + 1, 3 if kind == GOVERNMENT else 1, 31)


def due(agency: Agency, year: int) -> datetime:
    """The instant after the last day: the district's, where it is no later than the law's.

    What was due before today keeps the date of the law: the district's is of now, not of then.
    """
    lawful = statutory_due(agency, year)
    return lawful if lawful <= timezone.now() else _due(agency, year, _dates())


def kind_of(agency: Agency) -> str:
    """For whom the date is that concerns the agency."""
    return GOVERNMENT if agency.kind == AgencyKind.GOVERNMENT else DEPARTMENT


@contextmanager
def moving(agency: Agency) -> Iterator[None]:
    """Duties to come follow what is decided inside; one given a date of its own keeps it."""
    coming = Duty.objects.filter(agency__in=tree.subtree(agency), due_at__gt=timezone.now())
    duties = list(coming.select_for_update(of=("self",)).select_related("agency"))
    before = _dates()
    yield
    after = _dates()
    for duty in duties:
        old, new = (_due(duty.agency, duty.year, dates) for dates in (before, after))
        if duty.due_at == old != new:
            duty.due_at = new
            duty.save(update_fields=["due_at"])


def _due(agency: Agency, year: int, dates: Dates) -> datetime:
    near = [
        (len(path), said)
        for path, kind, said in dates
        if kind == kind_of(agency) and agency.path.startswith(path)
    ]
    lawful = statutory_due(agency, year)
    if not near:
        return lawful
    month, day = map(int, max(near)[1].split("-"))
    return min(lawful, _after(date(year + 1, month, day)))


def _dates() -> Dates:
    found = Setting.objects.filter(kind=SettingKind.DUE)
    return list(found.values_list("agency__path", "key", "value"))


def _after(day: date) -> datetime:
    midnight = datetime(day.year, day.month, day.day, tzinfo=timezone.get_default_timezone())
    return midnight + timedelta(days=1)
