"""What two clerks typed, had seen and chose, and whether the database can be explained by it.

Every figure typed is unlike every other, and so is every mark put into a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from reports.models import Change, Report

MARK = re.compile("〔[0-9]+〕")


@dataclass(frozen=True)
class Typed:
    """A value typed into a box in place of the one that stood there."""

    key: str
    seen: str
    value: str


@dataclass(frozen=True)
class Choice:
    """A conflict, as it was shown and settled."""

    key: str
    mine: str
    theirs: str
    kept_mine: bool


@dataclass
class Clerk:
    """All that one person did, in order."""

    typed: list[Typed] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)

    def seen_before(self, key: str, value: str) -> set[str]:
        """What the person had seen in the box when the value was sent from it.

        Back from the value through his own typing to the first that he had not typed himself,
        and what conflicts showed that he settled on the way.
        """
        before = {one.value: one.seen for one in self.typed if one.key == key}
        kept = {one.mine: one.theirs for one in self.choices if one.key == key and one.kept_mine}
        seen = {kept[value]} if value in kept else set()
        while value in before:
            value = before[value]
            seen |= {value, kept.get(value, value)}
        return seen

    def gave_up(self, key: str, value: str) -> bool:
        """Whether he wrote over his own value, or took the other's instead."""
        over = any(one.key == key and one.seen == value for one in self.typed)
        theirs = [one for one in self.choices if one.key == key and not one.kept_mine]
        return over or any(one.mine == value for one in theirs)


def check_figures(report: Report, clerks: dict[int, Clerk], keys: Iterable[str]) -> None:
    """No figure is lost, doubled, or overwritten by anybody who had not seen it."""
    for key in keys:
        changes = list(report.changes.filter(key=key))
        assert all(a.after == b.before for a, b in pairwise(changes)), key
        for change in changes:
            seen = clerks[change.by_id].seen_before(key, words(change.after))
            assert words(change.before) in seen, (key, str(change), seen)
        after = [words(change.after) for change in changes]
        assert len(after) == len(set(after)), key
        for clerk in clerks.values():
            _check_nothing_lost(clerk, key, changes)


def _check_nothing_lost(clerk: Clerk, key: str, changes: list[Change]) -> None:
    replaced = {words(change.before) for change in changes}
    final = words(changes[-1].after) if changes else ""
    for one in clerk.typed:
        if one.key == key and one.value != final and one.value not in replaced:
            assert clerk.gave_up(key, one.value), one


def check_marks(text: str, clerks: Iterable[Clerk], key: str) -> None:
    """Every mark stands in the text once, or was dropped by a choice that showed it."""
    there = MARK.findall(text)
    assert len(there) == len(set(there))
    typed: set[str] = set()
    dropped: set[str] = set()
    for clerk in clerks:
        for one in clerk.typed:
            typed |= set(MARK.findall(one.value)) if one.key == key else set()
        for choice in (one for one in clerk.choices if one.key == key):
            both = [set(MARK.findall(part)) for part in (choice.mine, choice.theirs)]
            left, right = both if choice.kept_mine else reversed(both)
            dropped |= right - left
    assert set(there) <= typed
    assert typed - set(there) <= dropped


def words(value: object) -> str:
    """A figure as its box shows it."""
    return "" if value is None else str(value)
