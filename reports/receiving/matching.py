"""Whose report it is: the name in a file against the names that agencies bear and bore. Proposes;
a person confirms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from agencies.models import Agency, AgencyName, Succession
from agencies.models.agency import SuccessionKind
from reports.formats.wording import bare
from reports.models import Upload

Matched = Upload.Matched

_SHORTEST = 4
"""Fewer characters of a name belong to too many."""
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")


@dataclass(frozen=True)
class Name:
    """One name of an agency, in its bare spelling; `until` is the first day without it."""

    agency: int
    text: str
    kind: str
    since: date | None = None
    until: date | None = None

    def is_of(self, year: int | None) -> bool:
        """Whether it was borne on the last day of the year."""
        day = date(year, 12, 31) if year else date.max
        return (self.since is None or self.since <= day) and (
            self.until is None or self.until > day
        )


@dataclass(frozen=True)
class Match:
    """The agency (its pk) that a name is taken for, and by what."""

    agency: int
    matched: str


def names_of(agencies: Iterable[Agency]) -> list[Name]:
    """All names of these agencies, and of those that became one of them by another name."""
    known = {one.pk: one for one in agencies}
    found = [Name(one.pk, bare(one.name), Matched.NAME) for one in known.values()]
    found += [
        Name(one.pk, bare(one.short_name), Matched.SHORT)
        for one in known.values()
        if one.short_name
    ]
    for one in AgencyName.objects.filter(agency__in=known):
        if one.name != known[one.agency_id].name:
            dates = (one.from_date, one.until_date)
            found.append(Name(one.agency_id, bare(one.name), Matched.FORMER, *dates))
    renamed = Succession.objects.filter(to_agency__in=known, kind=SuccessionKind.RENAME)
    for two in renamed.exclude(from_agency__in=known).select_related("from_agency"):
        former = bare(two.from_agency.name)
        found.append(Name(two.to_agency_id, former, Matched.FORMER, None, two.on))
    return found


def match(said: str, year: int | None, names: Sequence[Name], file: str = "") -> Match | None:
    """The one agency that the name in a file, or else the file's own name, can mean."""
    text = bare(said)
    if text:
        exact = [one for one in names if one.text == text]
        return _only(exact, year) or _only(_partly(text, names), year, Matched.PART)
    inside = [one for one in names if len(one.text) >= _SHORTEST and one.text in bare(file)]
    longest = max((len(one.text) for one in inside), default=0)
    return _only([one for one in inside if len(one.text) == longest], year, Matched.FILE)


def year_in(file: str) -> int | None:
    """The one year that the name of a file tells."""
    years = set(_YEAR.findall(file))
    return int(years.pop()) if len(years) == 1 else None


def _partly(text: str, names: Sequence[Name]) -> list[Name]:
    """Full names of which it is the end, as where the province is left out, or the reverse."""
    if len(text) < _SHORTEST:
        return []
    full = [one for one in names if one.kind != Matched.SHORT and len(one.text) >= _SHORTEST]
    return [one for one in full if one.text.endswith(text) or text.endswith(one.text)]


def _only(found: Sequence[Name], year: int | None, matched: str = "") -> Match | None:
    """The agency if it is one alone; of several the one that bore the name in that year."""
    for some in (found, [one for one in found if one.is_of(year)]):
        if len({one.agency for one in some}) == 1:
            return Match(some[0].agency, matched or some[0].kind)
    return None
