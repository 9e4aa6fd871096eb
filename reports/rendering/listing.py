"""A plain list as .xlsx: a title, one row of headings, and rows. Whatever it says stays text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .sheet_style import at, put
from .workbook import begun, saved

_WIDEST, _NARROWEST = 60, 8
_BOLD = Font(bold=True)
_WRAP = Alignment(vertical="top", wrap_text=True)


def draw(
    sheet: str, title: str, heads: Sequence[str], rows: Iterable[Sequence[str | int]]
) -> bytes:
    """The file. No text is taken for a formula, whatever it begins with."""
    (book, page), table = begun(sheet), [heads, *rows]
    for number, values in enumerate([(title,), *table], 1):
        for column, value in enumerate(values, 1):
            cell = _put(page, number, column, value)
            cell.alignment = _WRAP if number > 1 else Alignment()
            cell.font = _BOLD if number <= 2 else Font()
    for column, told in enumerate(zip_longest(*table, fillvalue=""), 1):
        wide = max(_width(str(one)) for one in told)
        letter = get_column_letter(column)
        page.column_dimensions[letter].width = min(max(wide, _NARROWEST), _WIDEST)
    page.freeze_panes = "A3"
    return saved(book)


def _put(page: Worksheet, row: int, column: int, value: str | int) -> Cell:
    if isinstance(value, str):
        return put(page, row, column, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell = at(page, row, column)
    cell.value = value
    return cell


def _width(text: str) -> int:
    """In columns of half a Chinese character."""
    return sum(2 if ord(char) > 0x2E80 else 1 for char in text) + 2
