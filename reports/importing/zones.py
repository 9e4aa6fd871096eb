"""Which stretch of a strip holds which table: told by the words of the tables, else by headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reports.formats import Format, Heading
from reports.formats.wording import bare

from . import labels
from .headings import Start
from .labels import Found
from .strip import Strip
from .targets import targets

_MOST_BEFORE = 400


def find(strip: Strip, fmt: Format, starts: Mapping[int, Start]) -> dict[int, tuple[int, int]]:
    """By the number of its section the stretch [low, high) that holds the words of a table.

    A table that is not there is left out.
    """
    at = {number: strip.position(one.row, one.at) for number, one in starts.items()}
    end = min((at[n] for n in (5, 6) if n in at), default=len(strip.text))
    rows = _rows_of_third(strip, fmt, at, end)
    third = _third(strip, fmt, rows, at)
    second = _second(strip, fmt, third[0] if third else at.get(4, end), at)
    fourth = _fourth(strip, fmt, third[1] if third else 0, end, at)
    found = {2: second, 3: third, 4: fourth}
    size = len(strip.text)
    return {number: zone for number, zone in found.items() if zone and zone[0] < min(zone[1], size)}


def _rows_of_third(strip: Strip, fmt: Format, at: Mapping[int, int], end: int) -> Sequence[Found]:
    """The rows of the table in its part of the report, unless most of them stand elsewhere."""
    whole = labels.chained(strip, targets(fmt, 3), 0, len(strip.text))
    inside = labels.chained(strip, targets(fmt, 3), at.get(3, at.get(2, 0)), end)
    rows = inside if 2 * len(inside) > len(whole) else whole
    return rows if len(rows) >= 3 else []


def _third(
    strip: Strip, fmt: Format, rows: Sequence[Found], at: Mapping[int, int]
) -> tuple[int, int] | None:
    """From the table's own head to the last of its rows."""
    if not rows:
        return None
    first, last = rows[0].start, rows[-1].end
    block = fmt.section(3).blocks[0]
    heads = [
        strip.text.rfind(bare(words), max(0, first - _MOST_BEFORE), first)
        for words in (block.corner, block.banner, block.columns[0].label)
    ]
    known = [head for head in [at.get(3, -1), *heads] if 0 <= head <= first]
    low = min(known, default=first)
    final = bare(block.rows[-1].label)
    if rows[-1].target.bare != final:
        last = max(last, min(at.get(4, len(strip.text)), at.get(5, len(strip.text))))
    return low, last


def _second(strip: Strip, fmt: Format, high: int, at: Mapping[int, int]) -> tuple[int, int] | None:
    low = at.get(2, -1)
    block = fmt.section(2).blocks[0]
    for words in (block.title, block.columns[0].label):
        found = strip.text.rfind(bare(words), max(low, 0), high)
        if found >= 0:
            return found, high
    first = fmt.section(2).blocks[-1].rows[-1].label
    found = strip.text.rfind(bare(first), 0, high)
    return (max(low, 0), high) if low >= 0 and found >= low else None


def _fourth(
    strip: Strip, fmt: Format, low: int, end: int, at: Mapping[int, int]
) -> tuple[int, int] | None:
    if end < low:
        end = len(strip.text)
    if low:
        low = max(low, at[4]) if at.get(4, end) < end else low
        return low, max(end, low + 1)
    if 4 in at:
        return at[4], end
    found = strip.text.find(bare(_first_leaf(fmt.section(4).blocks[0].columns)), 0, end)
    return (found, end) if found >= 0 else None


def _first_leaf(columns: tuple[Heading, ...]) -> str:
    heading = columns[0]
    while heading.children:
        heading = heading.children[0]
    return heading.label
