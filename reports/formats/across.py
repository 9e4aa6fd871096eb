"""Which figures of one edition stand for which of another, where years are set side by side.

A figure with one id in both editions is the same figure. What was counted otherwise has another id
and is never set beside it: documents (first those made and those published, in the year and in all;
now those issued, repealed and in force), charges (first a number of items, now money).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from .format import Format


@dataclass(frozen=True)
class Tie:
    """The cells `now` of one form are together what the cells `then` of the other were together."""

    now: tuple[str, ...]
    then: tuple[str, ...]


_ROWS: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    ("2019", "2021"): (
        (
            ("applications.otherwise",),
            (
                "applications.other_not_corrected",
                "applications.other_unpaid",
                "applications.other_misc",
            ),
        ),
    ),
}
"""Rows of the earlier edition that the later one divides."""


@cache
def ties(now: Format, then: Format) -> Mapping[str, Tie]:
    """By cell of `now` what it goes with in `then`; cells that nothing goes with are left out."""
    found = {id_: Tie((id_,), (id_,)) for id_ in now.cells if id_ in then.cells}
    for tie in _divided(now, then):
        found |= dict.fromkeys(tie.now, tie)
    return {id_: found[id_] for id_ in now.cells if id_ in found}


def _divided(now: Format, then: Format) -> Iterator[Tie]:
    for one, other in _ROWS.get((now.edition, then.edition), ()):
        yield from _columns(now, one, other)
    for one, other in _ROWS.get((then.edition, now.edition), ()):
        yield from _columns(now, other, one)


def _columns(now: Format, rows: tuple[str, ...], others: tuple[str, ...]) -> Iterator[Tie]:
    """The tie of whole rows in each of their columns."""
    for id_ in now.cells:
        row, _, column = id_.rpartition(".")
        if row == rows[0]:
            yield Tie(*(tuple(f"{name}.{column}" for name in names) for names in (rows, others)))
