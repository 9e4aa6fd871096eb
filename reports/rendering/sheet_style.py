"""How boxes of the form look in a spreadsheet: rules, alignment, widths, heights, the paper."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reports.formats import Section
from reports.formats.grid import Box, Grid

_THIN = Side(style="thin", color="FF444444")
BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
OPEN = PatternFill("solid", fgColor="FFFFF6D9")
"""Behind a place to fill in."""

NOTICE = "本系统为非涉密系统，严禁处理国家秘密和工作秘密"
"""What every sheet that comes back says."""

MM = 0.75
"""Width units a millimetre: wider than on the paper, for the screen."""

_LINE = 15


@dataclass(frozen=True)
class Corner:
    """Where a table begins in its worksheet, counted from 1."""

    row: int
    column: int

    def of(self, box: Box) -> tuple[int, int]:
        """The row and column of a box."""
        return self.row + box.row, self.column + box.column

    def name(self, box: Box) -> str:
        """The name of its cell, as D5."""
        row, column = self.of(box)
        return f"{get_column_letter(column)}{row}"


def sheet_name(section: Section) -> str:
    """The words on the tab of that part's worksheet."""
    return f"{section.heading.partition('、')[0]}、{section.short}"


def on_paper(page: Worksheet) -> None:
    """A4, as wide as the page."""
    page.sheet_view.showGridLines = False
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def put(page: Worksheet, row: int, column: int, text: str) -> SheetCell:
    """Writes text as text, whatever it begins with."""
    cell = at(page, row, column)
    cell.value = text
    if text:
        cell.data_type = "s"
    return cell


def at(page: Worksheet, row: int, column: int) -> SheetCell:
    """A cell that is not covered by another."""
    cell = page.cell(row, column)
    assert isinstance(cell, SheetCell)
    return cell


def frame(page: Worksheet, box: Box, corner: Corner) -> None:
    """Rules round a box, and its cells made one."""
    row, column = corner.of(box)
    end_row, end_column = row + box.rowspan - 1, column + box.colspan - 1
    for line in range(row, end_row + 1):
        for place in range(column, end_column + 1):
            page.cell(line, place).border = BORDER
    if box.rowspan > 1 or box.colspan > 1:
        page.merge_cells(start_row=row, start_column=column, end_row=end_row, end_column=end_column)


def height(table: Grid, boxes: Iterable[Box], mm: float = MM) -> float:
    """High enough for the longest heading that begins and ends in the row.

    `mm` is how many width units the columns have a millimetre.
    """
    lines = 1
    for box in boxes:
        if box.rowspan == 1:
            width = sum(table.widths[box.column : box.column + box.colspan]) * mm
            lines = max(lines, math.ceil(2 * len(box.text) / max(width - 1, 1)))
    return 6 + _LINE * lines
