"""数据采集表 as .xlsx: the statutory tables, open where one division fills them in.

Drawn from the same boxes as the paper. Read back by `reports.importing.collection_sheet`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.formats import Cell, Fee, Format, collecting
from reports.formats.grid import Box, Grid, grid

from .sheet_style import (
    BORDER,
    LEFT,
    MIDDLE,
    MM,
    NOTICE,
    OPEN,
    Corner,
    frame,
    height,
    on_paper,
    put,
    sheet_name,
)
from .workbook import begun, saved

_SHUT = PatternFill("solid", fgColor="FFE6E6E6")
_CORNER = Corner(2, 2)
_PROSE_HEIGHT = 260

LEGEND = "浅黄色格由贵处室填写，没有发生的填0；灰色格不用填。请勿增减行列。"


@dataclass(frozen=True)
class Sheet:
    """What is asked of one division: `keys` of the draft, in a form with a code of its own."""

    format: Format
    title: str
    agency: str
    division: str
    code: str
    keys: tuple[str, ...]
    due: str = ""

    @property
    def sections(self) -> list[int]:
        """The tables of which some figure is asked for."""
        asked = {self.format.cells[key].section for key in self.keys if key in self.format.cells}
        return sorted(asked)

    @property
    def words(self) -> list[tuple[str, str]]:
        """The parts in words that are asked for, each with its heading."""
        parts = [key.partition(".")[2] for key in self.keys if key.startswith("prose.")]
        return [(f"prose.{part}", self.format.section(int(part)).heading) for part in parts]

    @property
    def fees(self) -> list[Fee]:
        """The fee figures that are asked for."""
        return [fee for fee in self.format.fees if fee.key in self.keys]


def draw(sheet: Sheet) -> bytes:
    """The file. Opens in Excel, WPS and LibreOffice; prints on A4."""
    book, first = begun("填表说明")
    _begin(first)
    _draw_first(first, sheet)
    for number in sheet.sections:
        section = sheet.format.section(number)
        page = book.create_sheet(sheet_name(section))
        _begin(page)
        _draw_table(page, grid(sheet.format, number), set(sheet.keys))
    if sheet.words or sheet.fees:
        page = book.create_sheet("文字和收费")
        _begin(page)
        _draw_words(page, sheet)
    return saved(book)


def _begin(page: Worksheet) -> None:
    page.column_dimensions["A"].hidden = True
    page.protection.sheet = True
    on_paper(page)
    assert page.oddFooter is not None
    page.oddFooter.center.text = "提供人：              处室负责人：              日期："


def _draw_first(page: Worksheet, sheet: Sheet) -> None:
    page.column_dimensions["B"].width = 14
    page.column_dimensions["C"].width = 64
    lines = [
        ("", sheet.title, ""),
        ("", "数据采集表", sheet.division),
        ("form", collecting.META["form"], sheet.code),
        ("", "填写要求", LEGEND),
        ("", "", NOTICE),
    ]
    if sheet.due:
        lines.append(("", "请于此前交回", sheet.due))
    for row, (mark, name, value) in enumerate(lines, 1):
        put(page, row, 1, mark)
        put(page, row, 2, name).font = Font(bold=True, size=14 if row == 1 else 11)
        put(page, row, 3, value).alignment = LEFT
    for row, mark in enumerate(("provided_by", "phone", "basis"), len(lines) + 1):
        put(page, row, 1, mark)
        put(page, row, 2, collecting.META[mark]).font = Font(bold=True)
        _open(page.cell(row, 3), left=True)
    page.row_dimensions[len(lines) + 3].height = 90


def _draw_table(page: Worksheet, table: Grid, keys: Collection[str]) -> None:
    basis = table.columns + 2
    put(page, 1, 1, collecting.COLUMNS)
    for column in range(2, basis + 1):
        page.cell(1, column, column)
    page.row_dimensions[1].hidden = True
    for number, width in enumerate(table.widths, 2):
        page.column_dimensions[get_column_letter(number)].width = max(width * MM, 6)
    page.column_dimensions[get_column_letter(basis)].width = 24
    _heading(page.cell(2, basis), "口径说明（可不填）")
    for row, boxes in enumerate(table.rows, 2):
        for box in boxes:
            _draw_box(page, box, keys)
        cells = [(box.column + 2, box.cell) for box in boxes if box.cell]
        asked = [(column, cell.id) for column, cell in cells if cell.id in keys]
        if asked:
            put(page, row, 1, collecting.line(asked, basis))
            _open(page.cell(row, basis), left=True)
        page.row_dimensions[row].height = height(table, boxes)
    page.freeze_panes = f"B{2 + table.head_rows}"
    page.print_title_rows = f"1:{1 + table.head_rows}" if table.head_rows else None
    page.page_setup.orientation = page.ORIENTATION_LANDSCAPE
    page.page_setup.fitToHeight = 1


def _draw_box(page: Worksheet, box: Box, keys: Collection[str]) -> None:
    frame(page, box, _CORNER)
    place = page.cell(*_CORNER.of(box))
    if box.cell is None:
        _heading(place, "".join(box.lines) or box.text)
    elif box.cell.id in keys:
        _open(place)
        place.number_format = _pattern(box.cell)
    else:
        place.fill = _SHUT


def _pattern(cell: Cell) -> str:
    unit = f'"{cell.suffix}"' if cell.suffix else ""
    return f"0.######{unit}" if cell.kind.is_money else "0"


def _draw_words(page: Worksheet, sheet: Sheet) -> None:
    page.column_dimensions["B"].width = 30
    page.column_dimensions["C"].width = 64
    asked = [(fee.key, fee.named, 0) for fee in sheet.fees]
    asked += [(key, heading, _PROSE_HEIGHT) for key, heading in sheet.words]
    for row, (key, label, high) in enumerate(asked, 2):
        put(page, row, 1, key)
        _heading(page.cell(row, 2), label)
        _open(page.cell(row, 3), left=True)
        if high:
            page.row_dimensions[row].height = high


def _heading(cell: object, text: str) -> None:
    assert isinstance(cell, SheetCell)
    cell.value, cell.alignment, cell.border = text, MIDDLE, BORDER
    cell.font = Font(size=10)


def _open(cell: object, *, left: bool = False) -> None:
    """A place to fill in."""
    assert isinstance(cell, SheetCell)
    cell.fill, cell.border = OPEN, BORDER
    cell.protection = Protection(locked=False)
    cell.alignment = LEFT if left else MIDDLE
    cell.number_format = "@" if left else cell.number_format
