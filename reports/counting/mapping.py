"""Which column of a register is which, and what its values stand for: remembered, else proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from reports.formats import Format
from reports.formats.register import NOT_COUNTED, Meaning, applicants, meant, results
from reports.formats.register_headings import role_of
from reports.formats.register_words import ROLES, Role
from reports.formats.wording import bare

from .entries import Meanings
from .sifted import Column, Sifted

KINDS_OF_VALUES = ("applicant", "organisation", "result", "reason")
"""The roles whose values are given a meaning."""


@dataclass(frozen=True)
class Mapped:
    """By role the name of a column, and by role and value an id; "" where nobody knows.

    `is_settled`: nothing of it is a guess, so that nobody need be asked. `guessed` are the values,
    by role, whose meaning nobody has confirmed yet.
    """

    columns: Mapping[str, str]
    meanings: Meanings
    is_settled: bool
    guessed: Mapping[str, frozenset[str]]

    @property
    def lacking(self) -> list[Role]:
        """The columns without which nothing can be counted."""
        return [role for role in ROLES if role.needed and not self.columns.get(role.id)]


def propose(fmt: Format, sifted: Sifted, columns: Mapping[str, str], meanings: Meanings) -> Mapped:
    """How that register is to be read; `columns` and `meanings` are what was once decided."""
    chosen, known = _columns(sifted, columns)
    told: dict[str, dict[str, str]] = {}
    guessed: dict[str, frozenset[str]] = {}
    for role in KINDS_OF_VALUES:
        column = sifted.column(chosen.get(role, ""))
        if column:
            known_ones = meanings_of(fmt, role)
            told[role], guessed[role] = _values(known_ones, column, meanings.get(role, {}))
    mapped = Mapped(chosen, told, known and not any(guessed.values()), guessed)
    return replace(mapped, is_settled=mapped.is_settled and not mapped.lacking)


def meanings_of(fmt: Format, role: str) -> Mapping[str, Meaning]:
    """What a value of that column may stand for."""
    return applicants(fmt) if role in ("applicant", "organisation") else results(fmt)


def decided(sifted: Sifted, columns: Mapping[str, str]) -> dict[str, str]:
    """The columns that were chosen. “None” is a choice only where the register has a likely one:
    where it has not, the next register may.
    """
    roles = {role.id: role for role in ROLES}
    return {id_: name for id_, name in columns.items() if name or _likely(roles[id_], sifted)}


def _likely(role: Role, sifted: Sifted) -> list[str]:
    """The columns that are headed as that one, the likelier names first."""
    names = [one.name for one in sifted.columns if one.holds == role.holds]
    return sorted((one for one in names if role_of(one) == role.id), key=_rank(role))


def _columns(sifted: Sifted, remembered: Mapping[str, str]) -> tuple[dict[str, str], bool]:
    """By role the column, and whether all are remembered or headed as our template heads them."""
    chosen, known = {}, True
    for role in ROLES:
        fitting = [one for one in sifted.columns if one.holds == role.holds]
        names = [one.name for one in fitting]
        if role.id in remembered and remembered[role.id] in ("", *names):
            chosen[role.id] = remembered[role.id]
            continue
        likely = _likely(role, sifted)
        chosen[role.id] = likely[0] if likely else ""
        known = known and (names.count(role.label) == 1 or not (likely or role.needed))
    return chosen, known


def _rank(role: Role) -> Callable[[str], int]:
    """The likelier names of the column first."""
    words = [bare(word) for word in role.words]
    return lambda name: words.index(bare(name)) if bare(name) in words else len(words)


def _values(
    known: Mapping[str, Meaning], column: Column, remembered: Mapping[str, str]
) -> tuple[dict[str, str], frozenset[str]]:
    found, guessed = {}, set()
    for value in column.values:
        if remembered.get(value) in (*known, NOT_COUNTED):
            found[value] = remembered[value]
            continue
        found[value], is_sure = meant(known, value)
        if not is_sure:
            guessed.add(value)
    return found, frozenset(guessed)
