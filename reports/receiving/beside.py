"""Source and reading side by side: each figure leads to the place where it stood, and back.

The source is drawn by us from the lines and boxes that the reader saw: plain text, nothing of the
file's own making.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reports import figures as fig
from reports.content import Content
from reports.models import Upload

from .content import content_of


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
class Doubt:
    """One doubt; `cell` and `label` where it is about a figure, `line` 0 where it has no place.

    `read` is what was read there, `now` what stands there since a person has looked.
    """

    why: str
    raw: str
    line: int
    cell: str = ""
    label: str = ""
    read: str = ""
    now: str = ""


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
    doubts: list[Doubt]
    places: Mapping[str, Place]


def beside(upload: Upload) -> Beside:
    """Of an upload that was read and not decided on."""
    content, told = content_of(upload), upload.reading
    places = {cell: Place(_id(one), one["raw"]) for cell, one in told["stood"].items()}
    return Beside(
        content, list(_blocks(upload.rows, told["stood"])), list(_doubts(upload, content)), places
    )


def _id(stood: Mapping[str, Any]) -> str:
    """The anchor of a place: its line with the column of the table, or its place in the line."""
    if "column" in stood:
        return f"at-{stood['line']}-{stood['column']}"
    return f"at-{stood['line']}c{stood.get('at', 0)}"


def _doubts(upload: Upload, content: Content) -> Iterator[Doubt]:
    """Those about figures first, then those of a place, then the rest."""
    known = upload.reading["doubts"]
    for one in sorted(known, key=lambda one: (not one["cell"], not one["line"])):
        cell = content.format.cells.get(one["cell"] or "")
        told = (one["why"], one["raw"], one["line"] or 0)
        if cell is None:
            yield Doubt(*told)
            continue
        read = fig.printed(fig.clean(cell, upload.reading["figures"].get(cell.id)))
        now = fig.printed(content.figures[cell.id])
        yield Doubt(*told, cell.id, cell.label, read, now)


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
