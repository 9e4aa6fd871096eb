"""A plain list as .xlsx: a title, one row of headings, and rows. Whatever it says stays text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .workbook import saved

_WIDEST, _NARROWEST = 60, 8
_BOLD = Font(bold=True)
_WRAP = Alignment(vertical="top", wrap_text=True)


def draw(
    sheet: str, title: str, heads: Sequence[str], rows: Iterable[Sequence[str | int]]
) -> bytes:
    """The file. No text is taken for a formula, whatever it begins with."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    widths = [_width(head) for head in heads]
    for number, values in enumerate([(title,), heads, *rows], 1):
        for column, value in enumerate(values, 1):
            cell = page.cell(number, column)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
            cell.alignment = _WRAP if number > 1 else Alignment()
            cell.font = _BOLD if number <= 2 else Font()
            if number > 2:
                widths[column - 1] = max(widths[column - 1], _width(str(value)))
    for column, width in enumerate(widths, 1):
        wide = min(max(width, _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(column)].width = wide
    page.freeze_panes = "A3"
    return saved(book)


def _width(text: str) -> int:
    """In columns of half a Chinese character."""
    return sum(2 if ord(char) > 0x2E80 else 1 for char in text) + 2
