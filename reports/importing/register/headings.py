"""Where the headings of a register stand: under its title, in one line or in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from reports.formats.register_headings import role_of

from ..gate import UnreadableError
from .personal import is_personal, shown
from .sheets import Sheet

_MOST_ABOVE = 20
_FEWEST = 2
_LONGEST = 40
_NONE = (
    "没有找到台账的标题行。标题行里至少要有收到日期、申请人类别、答复日期、办理结果中的两项，"
    "可以下载登记表模板对照修改"
)


@dataclass(frozen=True)
class Table:
    """The headings of the columns, and the rows below them, each with its place in the file."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class _Head:
    score: int
    row: int
    lines: int
    headings: tuple[str, ...]


def tables(sheets: Sequence[Sheet]) -> Table:
    """The sheet with the best headings, and those behind it that have the same.

    Raises UnreadableError where no sheet has any.
    """
    heads = [(_head(rows), name, rows) for name, rows in sheets]
    best = max((head for head, _, _ in heads), key=lambda head: head.score, default=None)
    if best is None or best.score < _FEWEST:
        raise UnreadableError(_NONE)
    rows = (
        row
        for head, name, lines in heads
        if head.headings == best.headings
        for row in _below(head, _named(name), lines)
    )
    return Table(best.headings, tuple(rows))


def _named(sheet: str) -> str:
    """The name of a sheet, unless it may be somebody's."""
    return shown(sheet) if sheet and is_personal(sheet) else sheet


def _head(rows: Sequence[Sequence[str]]) -> _Head:
    """The line, or the two lines, that name most of what counting needs; of equals the first."""
    found = [_Head(0, 0, 0, ())]
    for number, row in enumerate(rows[:_MOST_ABOVE]):
        found.append(_judged(number, 1, [_short(text) for text in row]))
        if number + 1 < len(rows):
            found.append(_judged(number, 2, _joined(row, rows[number + 1])))
    return max(found, key=lambda head: (head.score, -head.lines, -head.row))


def _judged(row: int, lines: int, headings: Sequence[str]) -> _Head:
    known = {role_of(heading) for heading in headings} - {""}
    width = max((at for at, heading in enumerate(headings, 1) if heading), default=0)
    return _Head(len(known), row, lines, tuple(headings[:width]))


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two lines: a heading over several columns speaks for each that has one of its own below."""
    said, last = [], ""
    for above, below in zip_longest(upper, lower, fillvalue=""):
        last = above or (last if below else "")
        said.append(_short(f"{last} {below}".strip()))
    return said


def _short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _below(
    head: _Head, name: str, lines: Sequence[Sequence[str]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    width = len(head.headings)
    for number, row in enumerate(lines[head.row + head.lines :], head.row + head.lines + 1):
        cells = (*row[:width], *[""] * (width - len(row)))
        if any(cells) and tuple(map(_short, cells)) != head.headings:
            yield f"{name}第{number}行", cells
