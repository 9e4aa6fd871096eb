"""How an agency's registers are read, from year to year."""

from __future__ import annotations

from collections.abc import Mapping

from agencies.models import Agency, User
from reports.counting import Meanings
from reports.models import RegisterMapping

MOST_VALUES = 500
"""Of a column; what was decided longest ago is forgotten first."""


def remembered(agency: Agency) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """By role the heading of the column; by role and value what it counts as."""
    found = RegisterMapping.objects.filter(agency=agency).first()
    return (found.columns, found.meanings) if found else ({}, {})


def remember(agency: Agency, by: User, columns: Mapping[str, str], meanings: Meanings) -> None:
    """Keeps what somebody has decided, beside what was decided of other values before."""
    before = remembered(agency)[1]
    merged = {role: _merged(before.get(role, {}), told) for role, told in meanings.items()}
    told = {"columns": dict(columns), "meanings": {**before, **merged}, "by": by}
    RegisterMapping.objects.update_or_create(agency=agency, defaults=told)


def _merged(before: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    others = {value: id_ for value, id_ in before.items() if value not in told}
    both = [*others.items(), *((value, id_) for value, id_ in told.items() if id_)]
    return dict(both[-MOST_VALUES:])
