"""Which way of meaning a number is likeliest, from what else its sentence counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .reading import Reading
from .ties import Tie

_WITH = re.compile("[，（](?:其中(?:包?含|包括)?|包?含|包括)")
"""Between a whole and the part of it that is told next."""


def likeliest(reading: Reading, counts: Sequence[Tie]) -> list[Tie]:
    """The counts; the whole first in what each may mean, where its sentence tells of its parts.

    “新收28件，上年结转4件，共收到32件”, “收到32件（含上年结转4件）”:
    28 would contradict the words beside.
    """
    return [_reordered(tie, list(_wholes(reading, tie, counts))) for tie in counts]


def _reordered(tie: Tie, first: list[tuple[str, ...]]) -> Tie:
    return replace(tie, cells=tuple(dict.fromkeys((*first, *tie.cells))))


def _wholes(reading: Reading, tie: Tie, counts: Sequence[Tie]) -> Iterator[tuple[str, ...]]:
    """The meanings that take in more than the likeliest does, and of which the parts are told."""
    first, *others = tie.cells
    wider = [cells for cells in others if cells[: len(first)] == first]
    if not wider:
        return
    start, end = reading.words.sentence(tie.numeral.start)
    beside = [one for one in counts if start <= one.numeral.start < end and one is not tie]
    told = {row for one in beside for row in one.cells[0]}
    part = _part(reading, tie, beside)
    for cells in wider:
        if told.issuperset(cells) or (*first, *part) == cells:
            yield cells


def _part(reading: Reading, tie: Tie, beside: Sequence[Tie]) -> tuple[str, ...]:
    """What the words behind the number say to be counted in it."""
    behind = next((one for one in beside if one.start >= tie.end), None)
    if behind and _WITH.fullmatch(reading.words.text[tie.end : behind.start]):
        return behind.cells[0]
    return ()
