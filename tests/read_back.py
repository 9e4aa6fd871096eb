"""Reads the figures out of finished files by other means than those that wrote them."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import pdfplumber
from docx.oxml.ns import qn

from reports.formats import Format
from reports.formats.grid import grid

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def from_docx(fmt: Format, data: bytes) -> dict[str, str]:
    """Every figure of a .docx, by where it stands in the file's own tables."""
    document = docx.Document(io.BytesIO(data))
    found: dict[str, str] = {}
    for table, number in zip(document.tables, (2, 3, 4), strict=True):
        for row, line in zip(table.rows, grid(fmt, number).rows, strict=True):
            for box in line:
                if box.cell is not None:
                    found[box.cell.id] = _shown(row.cells[box.column])
    return found


def _shown(cell: Any) -> str:
    """What a cell shows; python-docx passes over content controls, in which figures stand."""
    return "".join(cell._tc.itertext(qn("w:t")))


def from_pdf(data: bytes) -> dict[int, list[str]]:
    """The numbers of each of the PDF's tables in reading order, headings left out by position."""
    numbers: dict[int, list[str]] = {}
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        tables = [table for page in pdf.pages for table in page.extract_tables()]
    for table, number in zip(tables, (2, 3, 4), strict=True):
        cells = [cell or "" for row in table for cell in row]
        numbers[number] = [cell for cell in cells if NUMBER.fullmatch(cell.replace("\n", ""))]
    return numbers


def in_order(fmt: Format, figures: dict[str, object]) -> dict[int, list[str]]:
    """What `from_pdf` must find for these figures."""
    return {
        number: [
            str(figures[box.cell.id]) for row in grid(fmt, number).rows for box in row if box.cell
        ]
        for number in (2, 3, 4)
    }
