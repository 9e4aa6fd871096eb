"""The headings of columns: whether all are there, in which order, and which boxes stand under them.

Places are taken only where the headings of groups bear them out; words alone never move a figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reports.formats import Heading
from reports.formats.format import leaves
from reports.formats.wording import bare

from .layout import Layout
from .reading import Reading
from .tokens import Token

_MOST_SHOWN = 80
_UNIT = re.compile("(?:单位)?([十百千万亿]*元)")


@dataclass(frozen=True)
class Heads:
    """Where the headings of columns stand in a table of the file.

    `at` are the first column of each and the one behind its last, in the order of the form; empty
    where the file does not tell. `others` are columns under headings that are not the form's, with
    their words. `width` is the column behind the last of all.
    """

    table: int = 0
    at: tuple[tuple[int, int], ...] = ()
    others: tuple[tuple[int, int, str], ...] = ()
    width: int = 0

    @property
    def firsts(self) -> list[int]:
        """The first column of each heading."""
        return [first for first, _ in self.at]

    def other(self, column: int) -> str:
        """The words over a column that is not the form's; "" where there are none."""
        return next((words for first, end, words in self.others if first <= column < end), "")


@dataclass(frozen=True)
class _Word:
    """A heading in a box; it reaches to column `end`, over empty boxes too."""

    text: str
    raw: str
    row: int
    first: int
    last: int
    end: int


def find(layout: Layout, columns: tuple[Heading, ...], low: int, high: int) -> Heads:
    """Where the headings stand between two places of the strip."""
    for table, words in _tables(layout, low, high).items():
        at = list(_under(words, columns, 0, _FAR)) if _is_whole(layout, words) else []
        if at and None not in at and len({one.first for one in at if one}) == len(at):
            places = tuple((one.first, one.last) for one in at if one)
            width = _width(layout, {one.row for one in words})
            return Heads(table, places, tuple(_others(words, columns, places)), width)
    return Heads()


def _is_whole(layout: Layout, words: Sequence[_Word]) -> bool:
    """Whether the first row of headings is as wide as any: else widths are lost."""
    rows = sorted({one.row for one in words})
    return _width(layout, rows[:1]) == _width(layout, rows)


def _width(layout: Layout, rows: Iterable[int]) -> int:
    boxes = [box for row in rows for box in layout.source.rows[row].boxes]
    return max(box.column + box.colspan for box in boxes)


_FAR = 10_000


def _tables(layout: Layout, low: int, high: int) -> dict[int, list[_Word]]:
    """By table whose columns are true the words of its boxes, from left to right."""
    rows: dict[int, list[tuple[str, Token]]] = {}
    for start, end, token in layout.strip.words:
        if low <= start < high and layout.source.rows[token.row].table in layout.source.placed:
            rows.setdefault(token.row, []).append((layout.strip.text[start:end], token))
    found: dict[int, list[_Word]] = {}
    for number, row in rows.items():
        found.setdefault(layout.source.rows[number].table, []).extend(_words(row))
    return found


def _words(row: Sequence[tuple[str, Token]]) -> Iterator[_Word]:
    ends = [token.column for _, token in row[1:]] + [_FAR]
    for (text, token), end in zip(row, ends, strict=True):
        last = token.column + token.colspan
        yield _Word(text, token.text, token.row, token.column, last, max(end, last))


def _under(
    words: Sequence[_Word], headings: tuple[Heading, ...], first: int, end: int
) -> Iterator[_Word | None]:
    """The box of each heading without others under it; None where that cannot be told."""
    for heading in headings:
        found = [one for one in words if one.text == bare(heading.label)]
        inside = [one for one in found if first <= one.first < end]
        if not heading.children:
            yield _only(inside) or _only(found)
            continue
        low = min((one.first for one in inside), default=first)
        high = max((one.end for one in inside), default=end)
        below = list(_under(words, heading.children, low, high))
        covered = sum(low <= one.first < high for one in below if one)
        # A group that does not reach over what belongs to it has lost its width.
        yield from below if 2 * covered > len(below) else [None] * len(below)


def _only(found: Sequence[_Word]) -> _Word | None:
    return found[0] if len({one.first for one in found}) == 1 else None


def _others(
    words: Iterable[_Word], columns: tuple[Heading, ...], at: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    known = {bare(label) for label in labels(columns)}
    left = min(first for first, _ in at)
    for one in words:
        over = any(first < one.last and one.first < last for first, last in at)
        if one.text not in known and not over and one.first >= left - 1:
            yield one.first, one.last, one.raw.strip()


def labels(columns: tuple[Heading, ...]) -> Iterator[str]:
    """The words of headings, those over others before what stands under them."""
    for heading in columns:
        yield heading.label
        yield from labels(heading.children)


def contradict(layout: Layout, columns: tuple[Heading, ...], low: int, high: int) -> bool:
    """Whether the words stand in an order that the form's headings cannot have, row by row or one
    behind the other. Where headings are wrapped, nothing is said of them.
    """
    orders = _orders(columns)
    rows: dict[int, list[str]] = {}
    for start, end, token in layout.strip.words:
        text = layout.strip.text[start:end]
        if low <= start < high and text in orders[0]:
            rows.setdefault(token.row, []).append(text)
    level = _level(columns)
    alone = [row[0] for row in rows.values() if len(row) == 1 and row[0] in level]
    several = [row for row in rows.values() if len(row) > 1]
    return any(
        not any(_follows(row, order) for order in orders) for row in [*several, alone] if row
    )


def _level(columns: tuple[Heading, ...]) -> set[str]:
    """The headings that follow one another even where a page sets those of several rows in the
    middle of them: the lowest, and the groups of these where there are no others.
    """
    lowest = {bare(leaf.label) for leaf, _ in leaves(columns)}
    if not all(one.children for one in columns):
        return lowest
    some = [*columns, *(child for one in columns for child in one.children)]
    return lowest | {
        bare(one.label)
        for one in some
        if one.children and not any(child.children for child in one.children)
    }


def _orders(columns: tuple[Heading, ...]) -> tuple[list[str], ...]:
    """The headings as rows may have them: level by level, each where its level is or, without
    others under it, in the lowest row; and each before what stands under it.
    """
    levels: list[Heading] = []
    level = list(columns)
    while level:
        levels += level
        level = [child for one in level for child in one.children]
    groups = [bare(one.label) for one in levels if one.children]
    lowest = [bare(leaf.label) for leaf, _ in leaves(columns)]
    every = [bare(label) for label in labels(columns)]
    return [bare(one.label) for one in levels], groups + lowest, every


def _follows(row: Sequence[str], order: Sequence[str]) -> bool:
    """Whether all words of a row are in the order, in this order."""
    rest = iter(order)
    return all(any(word == one for one in rest) for word in row)


def judge(
    reading: Reading, layout: Layout, columns: tuple[Heading, ...], low: int, high: int
) -> None:
    """Names what is lost of the headings between two places of the strip.

    Characters are counted, not words: where headings are wrapped, a text has their lines mixed.
    """
    text = layout.strip.text[low:high]
    wanted = "".join(bare(label) for label in labels(columns))
    lost = Counter(wanted) - Counter(text)
    if lost:
        said = "".join(char for char in dict.fromkeys(wanted) if char in lost)
        why = f"表头文字与标准格式不一致，缺“{said}”，按位置读取"
        reading.doubt(why, layout.raw(max(low, high - _MOST_SHOWN), high), layout.line(high - 1))


def unit(layout: Layout, heading: Heading, low: int, high: int) -> str:
    """The unit of money that stands behind the heading of a column; "" where it says none."""
    stem = bare(heading.label.partition("（")[0])
    at = layout.strip.text.find(stem, low, high)
    said = _UNIT.match(layout.strip.text, at + len(stem), high) if at >= 0 else None
    return said[1] if said else ""


def said(layout: Layout, columns: tuple[Heading, ...], low: int, high: int) -> list[int]:
    """Where headings that stand side by side are said between two places of the strip; none where
    one is not there.
    """
    found = [layout.strip.text.find(bare(column.label), low, high) for column in columns]
    return [] if -1 in found else found
