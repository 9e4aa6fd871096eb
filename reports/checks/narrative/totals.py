"""Sums that are said behind their parts: “新收25件，上年结转3件，共28件”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .between import BOUNDARY, OBJECT, UNIT
from .numerals import Numeral
from .reading import Reading
from .ties import Tie

_PAIRS = (
    {"new", "brought_forward"},
    {"received", "brought_forward"},
    {"review", "litigation"},
    {"direct", "after_review"},
)
"""What is added up so; the noun that tells which check it concerns is that of the first."""
_AND = re.compile("[，、；和及]")
_IN_ALL = re.compile("[，、；（](?:两项|二者|以上)?(?:合计|共计|总计|累计|共)(?:为|有)?")


def totals(reading: Reading, counts: Sequence[Tie]) -> Iterator[Tie]:
    """Every such sum; `counts` are the counts of the paragraph, from left to right."""
    text = reading.words.text
    known = {tie.numeral.start for tie in counts}
    for first, second in pairwise(counts):
        if {first.noun.id, second.noun.id} not in _PAIRS:
            continue
        if not _AND.fullmatch(text, first.end, second.start):
            continue
        numeral = _next(reading.numbers, second.end)
        if numeral is None or numeral.percent or numeral.start in known:
            continue
        end = _end(text, second.end, numeral.start, numeral.end)
        if end:
            cells = (*first.cells[0], *second.cells[0])
            yield replace(first, numeral=numeral, cells=(cells,), start=second.end, end=end)


def _next(numbers: Sequence[Numeral], at: int) -> Numeral | None:
    """The first number that begins at that place or later."""
    found = bisect_left(numbers, at, key=lambda number: number.start)
    return numbers[found] if found < len(numbers) else None


def _end(text: str, at: int, start: int, stop: int) -> int | None:
    """Where what is counted ends, if it is a sum of what ends at `at`."""
    unit = UNIT.match(text, stop)
    if not unit or not _IN_ALL.fullmatch(text, at, start):
        return None
    counted = OBJECT.match(text, unit.end())
    end = counted.end() if counted else unit.end()
    return end if BOUNDARY.match(text, end) else None
