"""A grid as a WordprocessingML table, written once; {{cell id}} stands where a figure goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from reports.formats import Fee
from reports.formats.grid import Box, Grid

_TWIPS_A_MM = 1440 / 25.4
NARROW = 18
"""Half points of the type in tables whose columns are narrow."""

_SIZES = {2: (21, 300, 60), 3: (NARROW, 230, 40), 4: (NARROW, 240, 60)}
"""Half points, then line pitch and the space above and below in twentieths of a point, by section.
Table three has the height of a page.
"""
_PADS = {2: 28, 3: 10, 4: 10}
"""Beside what stands in a box, likewise; seven digits take nearly the whole of a narrow one."""
_LABEL_PADS = 48, 28
"""Before and behind a row's name, with what every box has, so that it does not touch the lines."""


_FEE_WIDTHS = (70.0, 40.0)
_FEES = "共{}行，每行左格是名称和单位，右格供填写。"


def placeholder(cell: str) -> str:
    """What stands in the prepared table where the figure of that cell will be."""
    return f"{{{{{cell}}}}}"


def table(grid: Grid) -> BaseOxmlElement:
    """The table with merged headings, repeated head rows and rows that never break over pages."""
    widths = _twips(grid.widths)
    section = grid.section
    look = _look(sum(widths), _PADS[section.number], section.heading, described(grid), "1")
    return _framed(look, widths, (_row(grid, number, widths) for number in range(len(grid.rows))))


def fee_table(fees: Sequence[Fee]) -> BaseOxmlElement:
    """A box for each fee beside its label, empty."""
    widths = _twips(_FEE_WIDTHS)
    rows = (
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_fee_cell(fee.named, widths[0])}"
        f"{_fee_cell('', widths[1])}</w:tr>"
        for fee in fees
    )
    look = _look(sum(widths), _PADS[2], fees[0].label, _FEES.format(len(fees)), "0")
    return _framed(look, widths, rows)


def _twips(widths: Iterable[float]) -> list[int]:
    return [round(width * _TWIPS_A_MM) for width in widths]


def _framed(look: str, widths: Iterable[int], rows: Iterable[str]) -> BaseOxmlElement:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    inside = f"{look}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}"
    return parse_xml(f"<w:tbl {nsdecls('w')}>{inside}</w:tbl>")


def _fee_cell(text: str, width: int) -> str:
    run = f"<w:r><w:t>{escape(text)}</w:t></w:r>" if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="TableText"/><w:spacing w:before="30" w:after="30"/></w:pPr>'
        f"{run}</w:p></w:tc>"
    )


def described(grid: Grid) -> str:
    """What a screen reader says of the table before its boxes: its size, and what heads it."""
    size = f"{grid.section.heading}。表格共{len(grid.rows)}行{grid.columns}列。"
    if not grid.head_rows:
        blocks = "、".join(box.text for box in grid.boxes() if box.kind == "title")
        return f"{size}自上而下分为{blocks}，各有表头；每行第一格是行的名称。"
    head = f"前{grid.head_rows}行是表头，跨页时重复。"
    columns = "、".join(box.text for box in grid.boxes() if _heads_figures(grid, box))
    left = next(n for n in range(grid.columns) if _begins_figures(grid, n))
    rows = f"左起{left}列是行的名称。" if left else ""
    return f"{size}{head}{rows}数据各列依次为：{columns}。"


def _heads_figures(grid: Grid, box: Box) -> bool:
    """Whether a heading stands right above the figures."""
    return box.kind == "column" and box.row + box.rowspan == grid.head_rows


def _begins_figures(grid: Grid, column: int) -> bool:
    return any(box.column == column for box in grid.boxes() if box.cell)


def _look(width: int, pad: int, name: str, said: str, head: str) -> str:
    """What is said of a table. The first row heads it where `head` is 1, and repeats only where its
    rows say so.
    """
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    bits = "0620" if head == "1" else "0600"
    heading, more = (escape(text, {'"': "&quot;"}) for text in (name, said))
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{edges}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{pad}" w:type="dxa"/>'
        f'<w:right w:w="{pad}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="{bits}" w:firstRow="{head}" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{heading}"/><w:tblDescription w:val="{more}"/></w:tblPr>'
    )


def _row(grid: Grid, number: int, widths: list[int]) -> str:
    """One row: the boxes that begin here, and the continued ones of boxes that began above."""
    begun = {box.column: box for box in grid.rows[number]}
    above = {
        box.column: box
        for row in grid.rows[:number]
        for box in row
        if box.row + box.rowspan > number
    }
    cells, column = [], 0
    while column < grid.columns:
        box = begun.get(column) or above[column]
        cells.append(_cell(grid, box, widths, continued=column not in begun))
        column += box.colspan
    head = "<w:tblHeader/>" if number < grid.head_rows else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(grid: Grid, box: Box, widths: list[int], *, continued: bool) -> str:
    width = sum(widths[box.column : box.column + box.colspan])
    span = f'<w:gridSpan w:val="{box.colspan}"/>' if box.colspan > 1 else ""
    merge = ""
    if box.rowspan > 1:
        merge = "<w:vMerge/>" if continued else '<w:vMerge w:val="restart"/>'
    inside = _paragraph(grid, box, "" if continued else _text(box))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
        f'<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'
    )


def _text(box: Box) -> str:
    if box.cell is not None:
        return f'<w:t xml:space="preserve">{placeholder(box.cell.id)}</w:t>'
    return "<w:br/>".join(f"<w:t>{escape(line)}</w:t>" for line in box.lines or (box.text,))


def _indent(pad: int) -> str:
    left, right = (room - pad for room in _LABEL_PADS)
    return f'<w:ind w:left="{left}" w:right="{right}" w:firstLineChars="0" w:firstLine="0"/>'


def _paragraph(grid: Grid, box: Box, text: str) -> str:
    size, line, space = _SIZES[grid.section.number]
    at_left = box.kind == "row" and box.rowspan == 1
    align = "left" if at_left else "center"
    indent = _indent(_PADS[grid.section.number]) if at_left else ""
    look = f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    run = f"<w:r>{look}{text}</w:r>" if text else ""
    typed = look if box.cell else ""  # what is typed into a blank
    together = "<w:keepNext/>" if box.row + box.rowspan < len(grid.rows) else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TableText"/>{together}<w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="{space}" w:after="{space}" w:line="{line}" w:lineRule="exact"/>'
        f'{indent}<w:jc w:val="{align}"/>{typed}</w:pPr>{run}</w:p>'
    )
