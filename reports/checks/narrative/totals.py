"""Sums that are said behind their parts: “新收25件，上年结转3件，共28件”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .between import BOUNDARY, OBJECT, UNIT
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
    text, known = reading.words.text, {tie.numeral.start for tie in counts}
    numbers = {n.start: n for n in reading.numbers if not n.percent and n.start not in known}
    for first, second in pairwise(counts):
        lead = _IN_ALL.match(text, second.end) if _are_added(text, first, second) else None
        numeral = numbers.get(lead.end()) if lead else None
        end = _end(text, numeral.end) if numeral else None
        if numeral and end:
            cells = (*first.cells[0], *second.cells[0])
            yield replace(first, numeral=numeral, cells=(cells,), start=second.end + 1, end=end)


def _are_added(text: str, first: Tie, second: Tie) -> bool:
    """Whether they are two of a pair, and nothing but “and” between."""
    is_pair = {first.noun.id, second.noun.id} in _PAIRS
    return is_pair and bool(_AND.fullmatch(text, first.end, second.start))


def _end(text: str, at: int) -> int | None:
    """Where what is counted ends, behind a number that ends at `at`; None for another matter."""
    unit = UNIT.match(text, at)
    if not unit:
        return None
    counted = OBJECT.match(text, unit.end())
    end = counted.end() if counted else unit.end()
    return end if BOUNDARY.match(text, end) else None
