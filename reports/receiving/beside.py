"""Source and reading side by side: each figure leads to the place where it stood, and back.

The source is drawn by us from the lines and boxes that the reader saw: plain text, nothing of the
file's own making.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reports import figures as fig
from reports.content import Content
from reports.models import Upload

from .content import content_of
from .doubts import Doubt, grouped


@dataclass(frozen=True)
class Piece:
    """A stretch of a line or box; `cell` is the figure that was read from it, if any."""

    text: str
    cell: str = ""
    place: str = ""


@dataclass(frozen=True)
class SeenBox:
    """One box; `gap` counts the columns before it that a box from above reaches into."""

    pieces: tuple[Piece, ...]
    gap: int = 0
    colspan: int = 1


@dataclass(frozen=True)
class SeenRow:
    """One row of a table; `anchor` is empty where an earlier row stands for the same line."""

    line: int
    anchor: str
    boxes: tuple[SeenBox, ...]


@dataclass
class Block:
    """Rows of one table, or lines, as they follow one another."""

    is_table: bool
    rows: list[SeenRow] = field(default_factory=list)


@dataclass(frozen=True)
class Mend:
    """A figure that a person may read otherwise: `read` from the file, `now` as it stands."""

    cell: str
    label: str
    column: str
    read: str
    now: str


@dataclass(frozen=True)
class Asked:
    """One doubt with `mends`, the figures in question: the doubted ones, or those of a row that was
    not read. Each is asked for once, whatever else is doubted of it.
    """

    doubt: Doubt
    mends: tuple[Mend, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether any of its figures is still blank."""
        return any(not one.now for one in self.mends)


@dataclass(frozen=True)
class Place:
    """Where the figure of a cell stands in the source, and what is written there."""

    id: str
    raw: str


@dataclass(frozen=True)
class Beside:
    """What the page shows: the report as it was read, the file as it was seen, what is doubtful."""

    content: Content
    blocks: list[Block]
    doubts: list[Asked]
    places: Mapping[str, Place]

    @property
    def has_mends(self) -> bool:
        """Whether any figure may be read otherwise by a person."""
        return any(one.mends for one in self.doubts)


def beside(upload: Upload, typed: Mapping[str, str] | None = None) -> Beside:
    """Of an upload that was read and not decided on; `typed` is what could not be taken."""
    content, told = content_of(upload), upload.reading
    places = {cell: Place(_id(one), one["raw"]) for cell, one in told["stood"].items()}
    return Beside(
        content,
        list(_blocks(upload.rows, told["stood"])),
        list(_doubts(upload, content, typed or {})),
        places,
    )


def _id(stood: Mapping[str, Any]) -> str:
    """The anchor of a place: its line with the column of the table, or its place in the line."""
    if "column" in stood:
        return f"at-{stood['line']}-{stood['column']}"
    return f"at-{stood['line']}c{stood.get('at', 0)}"


def _doubts(upload: Upload, content: Content, typed: Mapping[str, str]) -> Iterator[Asked]:
    asked = set[str]()
    for one in grouped(upload.reading):
        cells = one.cells if len(one.cells) > 1 else [*one.cells, *_row(upload, content, one)]
        wanted = [cell for cell in dict.fromkeys(cells) if cell not in asked]
        asked |= set(wanted)
        mends = (_mend(upload, content, cell) for cell in wanted)
        yield Asked(one, tuple(replace(m, now=typed.get(m.cell, m.now)) for m in mends))


def _row(upload: Upload, content: Content, one: Doubt) -> Iterator[str]:
    """Of the row of a doubted figure whatever has none."""
    read = upload.reading["figures"]
    rows = {cell.rpartition(".")[0] for cell in one.cells}
    yield from (
        id_
        for id_ in content.format.cells
        if id_.rpartition(".")[0] in rows and read.get(id_) is None
    )


def _mend(upload: Upload, content: Content, id_: str) -> Mend:
    cell = content.format.cells[id_]
    was = fig.clean(cell, upload.reading["figures"].get(id_))
    column = cell.column[-1] if cell.column else cell.label
    return Mend(id_, cell.label, column, fig.printed(was), fig.printed(content.figures[id_]))


def _blocks(rows: Iterable[Any], stood: Mapping[str, Mapping[str, Any]]) -> Iterator[Block]:
    cells = _by_line(stood)
    block, last, begun = Block(False), -1, set[int]()
    for line, table, boxes in rows:
        if table != last and block.rows:
            yield block
            block = Block(bool(table))
        block.is_table, last = bool(table), table
        anchor = "" if line in begun else f"line-{line}"
        begun.add(line)
        here = cells.get(line, ())
        drawn = _boxes(boxes, here) if table else _line(boxes, here)
        block.rows.append(SeenRow(line, anchor, tuple(drawn)))
    yield block


_Stood = tuple[str, Mapping[str, Any]]


def _by_line(stood: Mapping[str, Mapping[str, Any]]) -> Mapping[int, list[_Stood]]:
    found: dict[int, list[_Stood]] = {}
    for cell, one in stood.items():
        found.setdefault(one["line"], []).append((cell, one))
    return found


def _boxes(boxes: Iterable[Any], here: Iterable[_Stood]) -> Iterator[SeenBox]:
    """The boxes of a row in their columns."""
    cells = {one["column"]: (cell, one) for cell, one in here if "column" in one}
    end = 0
    for text, column, colspan in boxes:
        cell, one = cells.get(column + 1, ("", {}))
        piece = Piece(text, cell, _id(one) if one else "")
        yield SeenBox((piece,), max(column - end, 0), colspan)
        end = max(end, column + colspan)


def _line(boxes: Iterable[Any], here: Iterable[_Stood]) -> Iterator[SeenBox]:
    """A line of text, with its figures apart."""
    places = sorted((one["at"], cell, one) for cell, one in here if one.get("at"))
    for text, _, _ in boxes:
        yield SeenBox(tuple(_pieces(text, places)))


def _pieces(text: str, places: Iterable[tuple[int, str, Mapping[str, Any]]]) -> Iterator[Piece]:
    end = 0
    for at, cell, one in places:
        start, raw = at - 1, one["raw"]
        if start < end or not raw or not text.startswith(raw, start):
            continue
        if start > end:
            yield Piece(text[end:start])
        yield Piece(raw, cell, _id(one))
        end = start + len(raw)
    if end < len(text):
        yield Piece(text[end:])
