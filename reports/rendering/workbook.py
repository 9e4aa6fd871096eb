"""Workbooks of openpyxl as files that follow the standard to the letter."""

from __future__ import annotations

from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from .package import packed, unpacked
from .xlsx_cells import MAIN

_STYLES = "xl/styles.xml"
_OF_FONT = [
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz"),
    *("color", "name", "family", "charset", "scheme"),
]
"""What a font says, in the order of the schema (ISO/IEC 29500-1, CT_Font)."""


def begun(title: str) -> tuple[Workbook, Worksheet]:
    """A new one, and its first sheet under that name."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = title
    return book, page


def parts(book: Workbook) -> dict[str, bytes]:
    """The parts of the package by name."""
    found = unpacked(book)
    return {**found, _STYLES: _in_order(found[_STYLES])}


def saved(book: Workbook) -> bytes:
    """The file."""
    return packed(parts(book))


def _in_order(styles: bytes) -> bytes:
    """The styles with what fonts say in the schema's order; openpyxl has another."""
    root = etree.fromstring(styles)
    for font in root.iter(f"{MAIN}font"):
        font[:] = sorted(font, key=lambda said: _OF_FONT.index(etree.QName(said).localname))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
