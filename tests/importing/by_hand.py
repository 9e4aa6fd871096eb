"""Blank forms filled in as people do it: by python-docx and openpyxl, which did not draw them."""

from __future__ import annotations

import io

import docx
import openpyxl
from docx.document import Document
from openpyxl import Workbook

from reports.content import Content
from reports.figures import printed
from reports.formats import to_fill
from reports.formats.grid import grid
from reports.rendering.blank_form import BlankForm
from tests.bytes_of import bytes_of
from tests.rendering import sheets

TABLES = (2, 3, 4)


def form(content: Content) -> BlankForm:
    """The blank form in the edition of a report, nothing known of whose it is to be."""
    return BlankForm(content.format)


def said(content: Content) -> dict[str, str]:
    """By what stands in the blank form what a clerk writes in its place."""
    fmt = content.format
    words = {to_fill.hint(s): content.text(str(s.number)) for s in fmt.sections if s.is_prose}
    return {
        to_fill.title(fmt): content.title,
        to_fill.PREAMBLE: content.text("preamble"),
        **words,
    }


def in_word(content: Content, data: bytes) -> bytes:
    """A .docx filled in: each paragraph of words in a paragraph, each figure in its box."""
    document, words = docx.Document(io.BytesIO(data)), said(content)
    for paragraph in list(document.paragraphs):
        there = _in_one_line(paragraph.text)
        if there in words:
            *before, last = words[there].split("\n")
            for line in before:
                paragraph.insert_paragraph_before(line)
            paragraph.text = last
    _figures(content, document)
    if content.format.fees:
        for row, fee in zip(document.tables[-1].rows, content.fees.values(), strict=True):
            row.cells[1].text = printed(fee)
    return bytes_of(document)


def _figures(content: Content, document: Document) -> None:
    for table, number in zip(document.tables, TABLES, strict=False):
        rows = [row.cells for row in table.rows]
        for box in grid(content.format, number).boxes():
            if box.cell:
                rows[box.row][box.column].text = printed(content.figures[box.cell.id])


def in_excel(content: Content, data: bytes) -> bytes:
    """An .xlsx filled in where it is open: words in lines below what is to be replaced."""
    book, fmt = openpyxl.load_workbook(io.BytesIO(data)), content.format
    for number in TABLES:
        for id_, name in sheets.names(fmt, number):
            place = book.worksheets[number - 1][name]
            if not place.protection.locked:
                place.value = content.figures[id_]
    _words(content, book)
    for row, fee in enumerate(content.fees.values(), 2):
        book.worksheets[fmt.fees_in - 1][f"B{row}"].value = fee
    return bytes_of(book)


def _words(content: Content, book: Workbook) -> None:
    words = said(content)
    for page in (book.worksheets[n] for n in (0, 4, 5)):
        for row in range(page.max_row, 0, -1):
            lines = words.get(_in_one_line(page.cell(row, 1).value), "").split("\n")
            if len(lines) > 1:
                page.insert_rows(row + 1, len(lines) - 1)
            for at, line in enumerate(lines if lines != [""] else ()):
                page.cell(row + at, 1).value = line


def _in_one_line(text: object) -> str:
    """A title without the places where it is broken."""
    return str(text).strip().replace("\n", "")
