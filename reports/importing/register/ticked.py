"""Kinds and results that have a column each, with a √ in one of them for each application.

Only which of them is filled in is told, by its heading; what stands in it stays behind.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reports.formats import FORMATS
from reports.formats.register import OPEN, Meaning, applicants, meant, results
from reports.formats.register_headings import is_private, role_of
from reports.formats.register_words import ROLES

_FEWEST = 2
_MOST_SIGNS, _LONGEST_SIGN = 4, 2
_SEVERAL = "不止一列打勾"
_NO = frozenset(("", "0", "/", "-", "—", "×", "✗", "x", "X", "否", "无"))
_FORM = list(FORMATS.values())[-1]
_MEANINGS: dict[str, Mapping[str, Meaning]] = {
    "applicant": applicants(_FORM),
    "result": results(_FORM),
}
_LABELS = {role.id: role.label for role in ROLES}


@dataclass(frozen=True)
class Ticked:
    """Columns that together say one thing. `values` has for each row the heading that is ticked."""

    name: str
    places: frozenset[int]
    values: list[str]


def ticked(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Ticked]:
    """The kinds and the results, where no column of their own has them."""
    found = []
    for role in kinds(headings):
        places = _places(role, headings)
        columns = {at: [row[at] for row in rows] for at in places}
        if all(_is_ticked(role, headings[at], values) for at, values in columns.items()):
            own = {at: _own(role, headings[at]) for at in places}
            told = [_told([own[at] for at in places if row[at] not in _NO]) for row in rows]
            found.append(Ticked(f"{_LABELS[role]}（打勾的列）", frozenset(places), told))
    return found


def _told(ticks: Sequence[str]) -> str:
    return _SEVERAL if len(ticks) > 1 else "".join(ticks)


def kinds(headings: Sequence[str]) -> list[str]:
    """Which of applicant and result have a column for each of several, by their headings."""
    return [role for role in _MEANINGS if len(_places(role, headings)) >= _FEWEST]


def _places(role: str, headings: Sequence[str]) -> list[int]:
    """Empty where another column says it in words."""
    sure = [at for at, one in enumerate(headings) if _meant(role, one) not in ("", OPEN)]
    above = {headings[at].rpartition(" ")[0] for at in sure} - {""}
    places = [at for at, one in enumerate(headings) if at in sure or _is_below(role, one, above)]
    others = (one for at, one in enumerate(headings) if at not in places)
    return places if role not in map(role_of, others) else []


@lru_cache(maxsize=8192)
def _meant(role: str, heading: str) -> str:
    return meant(_MEANINGS[role], heading)[0]


def _is_below(role: str, heading: str, above: Collection[str]) -> bool:
    """What says little alone belongs to the others below the same heading."""
    upper, _, own = heading.rpartition(" ")
    return upper in above and _meant(role, own) != ""


def _own(role: str, heading: str) -> str:
    """A heading without the one above it, where that one says nothing by itself."""
    upper, _, own = heading.rpartition(" ")
    return heading if _meant(role, upper) else own


def _is_ticked(role: str, heading: str, values: Sequence[str]) -> bool:
    """Short signs alone; names where they stand for a kind of applicant: 公民（姓名）."""
    if role == "applicant" and is_private(heading):
        return True
    signs = {value for value in values if value}
    if any(sign.isdecimal() and sign not in ("0", "1") for sign in signs):
        return False  # A row that stands for several applications.
    return len(signs) <= _MOST_SIGNS and all(len(sign) <= _LONGEST_SIGN for sign in signs)
