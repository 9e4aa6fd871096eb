"""Spreadsheets opened by openpyxl, which did not fill them: values, formulas, what is printed."""

from __future__ import annotations

import io
from collections.abc import Iterator

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.content import Content
from reports.formats import Format
from reports.formats.grid import grid
from reports.rendering.xlsx_table import CORNER

TABLES = (2, 3, 4)
WRONG, CHECK = "applications.granted.total", "K7"
"""A total, and the cell in which its row is checked."""


def values(data: bytes) -> Workbook:
    """As a program sees it that does not calculate."""
    return load_workbook(io.BytesIO(data), data_only=True)


def formulas(data: bytes) -> Workbook:
    """With formulas instead of what they come to."""
    return load_workbook(io.BytesIO(data))


def names(fmt: Format, section: int) -> Iterator[tuple[str, str]]:
    """The figures of a table, and where the form has them."""
    for box in grid(fmt, section).boxes():
        if box.cell is not None:
            yield box.cell.id, CORNER.name(box)


def figures(content: Content, data: bytes) -> dict[str, object]:
    """Every figure by where it stands; None where nothing does."""
    book = values(data)
    places = [(n, *named) for n in TABLES for named in names(content.format, n)]
    return {id_: book.worksheets[n - 1][name].value for n, id_, name in places}


def place(content: Content, id_: str) -> tuple[int, str]:
    """The worksheet of a figure, from 0, and the name of its cell."""
    section = content.format.cells[id_].section
    return section - 1, dict(names(content.format, section))[id_]


def formula(content: Content, data: bytes, id_: str) -> object:
    """What stands in the place of a figure: a formula or a number."""
    sheet, name = place(content, id_)
    return formulas(data).worksheets[sheet][name].value


def texts(page: Worksheet) -> list[str]:
    """Whatever words a worksheet shows, row by row."""
    return [str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None]


def printed_above(page: Worksheet) -> str:
    """What stands in the head of every printed page."""
    assert page.oddHeader is not None
    return page.oddHeader.right.text or ""


def said(data: bytes) -> str:
    """All that a workbook shows."""
    return "\n".join(text for page in values(data).worksheets for text in texts(page))
