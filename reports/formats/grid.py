"""Where everything stands in a printed table: heading trees laid out as boxes with spans.

The form on the screen, HTML, PDF, the .docx writer and the readers all walk these boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .format import Cell, Format, cell_id, leaves
from .frame import Frame, spread
from .grammar import Section


@dataclass(frozen=True)
class Box:
    """One box of a table. `kind`: title, corner, banner, column, row (headings) or cell (a figure).

    `row` and `column` count from 0 in the whole table. `headers` are the ids of the heading boxes
    that speak for a figure, outermost first; `id` names a heading box in HTML and in a PDF's tags.
    """

    kind: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    text: str = ""
    lines: tuple[str, ...] = ()
    id: str = ""
    headers: tuple[str, ...] = ()
    cell: Cell | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it is printed as a heading, whatever its place."""
        return self.kind != "cell"

    @property
    def scope(self) -> str:
        """The HTML scope of a heading box."""
        if self.kind == "row":
            return "rowgroup" if self.rowspan > 1 else "row"
        return "colgroup" if self.colspan > 1 else "col"


@dataclass(frozen=True)
class Grid:
    """A table as rows of boxes; a box stands in the row where it begins.

    `head_rows` leading rows repeat when the table breaks over pages (0: several blocks, none
    repeats). `widths` are the columns in mm; they add up to the width of the type area.
    """

    section: Section
    rows: tuple[tuple[Box, ...], ...]
    widths: tuple[float, ...]
    head_rows: int

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return len(self.widths)

    def boxes(self) -> Iterator[Box]:
        """Every box in reading order."""
        for row in self.rows:
            yield from row


@cache
def grid(fmt: Format, number: int) -> Grid:
    """The table of section `number` (2, 3 or 4) laid out."""
    section = fmt.section(number)
    boxes: list[Box] = []
    frame, top = None, 0
    for block in section.blocks:
        frame = Frame(block, top, len(section.widths))
        boxes += sorted(_boxes(fmt, frame), key=lambda box: (box.row, box.column))
        top = frame.bottom
    rows = tuple(tuple(box for box in boxes if box.row == line) for line in range(top))
    head = frame.first if frame and len(section.blocks) == 1 else 0
    return Grid(section, rows, section.widths, head)


def _boxes(fmt: Format, frame: Frame) -> Iterator[Box]:
    yield from _top(frame)
    columns = list(_column_boxes(frame))
    rows = list(_row_boxes(frame))
    yield from columns
    yield from rows
    yield from _figures(fmt, frame, rows, columns)


def _top(frame: Frame) -> Iterator[Box]:
    """What stands over the headings: the block's title, its corner, its banner."""
    block, deep, row = frame.block, frame.row_depth, frame.banner_row
    if block.title:
        yield Box("title", frame.top, 0, 1, frame.width, block.title, id=frame.id("t"))
    if block.corner:
        yield Box("corner", row, 0, frame.first - row, deep, block.corner, id=frame.id("x"))
    if block.banner:
        yield Box("banner", row, deep, 1, frame.width - deep, block.banner, id=frame.id("b"))


def _column_boxes(frame: Frame) -> Iterator[Box]:
    title = (frame.id("t"),) if frame.block.title else ()
    for placed in spread(frame.block.columns, frame.column_depth):
        ids = [frame.id("c", id_) for id_ in placed.path]
        yield Box(
            "column",
            row=frame.columns_row + placed.level,
            column=frame.row_depth + frame.across(placed.start),
            rowspan=placed.levels,
            colspan=frame.across(placed.heading.span),
            text=placed.heading.label,
            lines=placed.heading.lines,
            id=ids[-1],
            headers=(*title, *ids[:-1]),
        )


def _row_boxes(frame: Frame) -> Iterator[Box]:
    for placed in spread(frame.block.rows, frame.row_depth):
        ids = [frame.id("r", id_) for id_ in placed.path]
        yield Box(
            "row",
            row=frame.first + placed.start,
            column=placed.level,
            rowspan=placed.heading.span,
            colspan=placed.levels,
            text=placed.heading.label,
            lines=placed.heading.lines,
            id=ids[-1],
            headers=tuple(ids[:-1]),
        )


def _figures(fmt: Format, frame: Frame, rows: list[Box], columns: list[Box]) -> Iterator[Box]:
    """The figures, each with the ids of the headings that reach it.

    Of the headings that begin in one row or column the innermost comes last and stays.
    """
    block = frame.block
    beside = {box.row: (*box.headers, box.id) for box in rows}
    over = {box.column: (*box.headers, box.id) for box in columns}
    row_ids = [leaf.id for leaf, _ in leaves(block.rows)] or [""]
    for row, row_id in enumerate(row_ids, frame.first):
        for number, (leaf, _) in enumerate(leaves(block.columns)):
            column = frame.row_depth + frame.across(number)
            yield Box(
                "cell",
                row,
                column,
                colspan=frame.across(1),
                headers=beside.get(row, ()) + over[column],
                cell=fmt.cells[cell_id(block, row_id, leaf.id)],
            )
