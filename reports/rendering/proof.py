"""What the 校对稿 says: every figure beside last year's, who supplied it, and room to sign.

Table three keeps its columns, each row in three lines; the other figures stand one a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from reports.content import Content
from reports.drafting import LastYear
from reports.figures import Figure, printed
from reports.formats import Format, Section
from reports.formats.format import Cell
from reports.formats.grid import Box, grid
from reports.prose import Paragraphs

MOST_LINES = 60
"""A table of more figures than this keeps its columns."""

UNKNOWN = "—"
"""Where there is nothing to compare with."""

Suppliers = Mapping[str, str]
"""The division that supplies each key, where one does."""


@dataclass(frozen=True)
class Line:
    """One figure: this year, last year, the difference between them, whose it is."""

    label: str
    now: str
    before: str
    change: str
    supplier: str = ""


@dataclass(frozen=True)
class Row:
    """A row of table three: for each column one figure, all under the row's heading."""

    label: str
    figures: tuple[Line, ...]
    supplier: str


@dataclass(frozen=True)
class Part:
    """One section: its paragraphs, its figures in lines, or its rows; what there is not is empty.

    Lines and rows come in groups under the headings that they share. `head` are the rows of
    headings over the columns of `rows`.
    """

    section: Section | None
    paragraphs: Paragraphs = ()
    lines: tuple[tuple[str, tuple[Line, ...]], ...] = ()
    rows: tuple[tuple[str, tuple[Row, ...]], ...] = ()
    head: tuple[tuple[Box, ...], ...] = ()
    supplier: str = ""

    @property
    def width(self) -> int:
        """Columns of the table of `rows`: two of headings, the figures, two to be filled in."""
        return len(self.rows[0][1][0].figures) + 4 if self.rows else 0


def parts(content: Content, last: LastYear, suppliers: Suppliers) -> Iterator[Part]:
    """The preamble where there is one, then the six sections in order."""
    if content.paragraphs("preamble"):
        yield Part(None, content.paragraphs("preamble"))
    reader = _Reader(content, last, suppliers)
    for section in content.format.sections:
        if section.is_prose:
            yield reader.in_words(section)
        else:
            yield reader.in_figures(section)


@dataclass(frozen=True)
class _Reader:
    content: Content
    last: LastYear
    suppliers: Suppliers

    def in_words(self, section: Section) -> Part:
        fmt, key = self.content.format, str(section.number)
        fees = fmt.fees if section.number == fmt.fees_in else ()
        lines = tuple(self._line(fee.key, fee.named, self.content.fees.get(fee.id)) for fee in fees)
        return Part(
            section,
            self.content.paragraphs(key),
            (("", lines),) if lines else (),
            supplier=self.suppliers.get(f"prose.{key}", ""),
        )

    def in_figures(self, section: Section) -> Part:
        cells = [c for c in self.content.format.cells.values() if c.section == section.number]
        if len(cells) > MOST_LINES:
            head = _head(self.content.format, section.number)
            return Part(section, rows=tuple(self._rows(cells)), head=head)
        return Part(section, lines=tuple(self._lines(cells)))

    def _lines(self, cells: list[Cell]) -> Iterator[tuple[str, tuple[Line, ...]]]:
        for group, of in groupby(cells, _group):
            yield group, tuple(self._cell(cell, _label(cell)) for cell in of)

    def _rows(self, cells: list[Cell]) -> Iterator[tuple[str, tuple[Row, ...]]]:
        for above, of in groupby(cells, lambda cell: cell.row[:-1]):
            rows = [
                self._row(path, list(inside)) for path, inside in groupby(of, lambda cell: cell.row)
            ]
            yield " ".join(above), tuple(rows)

    def _row(self, path: tuple[str, ...], cells: list[Cell]) -> Row:
        figures = tuple(self._cell(cell, cell.column[-1]) for cell in cells)
        whose = dict.fromkeys(one.supplier for one in figures if one.supplier)
        return Row(path[-1], figures, "、".join(whose))

    def _cell(self, cell: Cell, label: str) -> Line:
        return self._line(cell.id, label, self.content.figures.get(cell.id))

    def _line(self, key: str, label: str, now: Figure) -> Line:
        before, supplier = self.last.values.get(key), self.suppliers.get(key, "")
        if key in self.last.together and before is not None:
            return Line(label, printed(now), f"共{printed(before)}", UNKNOWN, supplier)
        if not self.last.state:
            return Line(label, printed(now), "", "", supplier)  # to be filled in by hand
        was = printed(before) if before is not None else UNKNOWN
        return Line(label, printed(now), was, change(now, before), supplier)


def change(now: Figure, before: Figure) -> str:
    """By how much this year's figure is more or less: “+3”, “-3”, “0”; a dash without both."""
    if now is None or before is None:
        return UNKNOWN
    more = now - before
    return f"+{printed(more)}" if more > 0 else printed(more)


def _group(cell: Cell) -> str:
    return cell.block if cell.row else " ".join(cell.column[:-1])


def _label(cell: Cell) -> str:
    return cell.label if cell.row else cell.column[-1]


def _head(fmt: Format, number: int) -> tuple[tuple[Box, ...], ...]:
    """The headings over the columns, without the corner over those of the rows."""
    table = grid(fmt, number)
    return tuple(
        tuple(box for box in row if box.kind in ("banner", "column"))
        for row in table.rows[: table.head_rows]
    )
