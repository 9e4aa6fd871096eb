"""A spreadsheet or a CSV file as sheets of rows of texts."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from ..front.text import decoded
from ..gate import UnreadableError
from ..values import shown

MOST_COLUMNS = 200
_MOST_CHARACTERS = 20_000_000
_DELIMITERS = ",\t;，"

Sheet = tuple[str, Sequence[Sequence[str]]]
"""Its name, "" for the only one, and its rows from the first on."""


def of(data: bytes, kind: str) -> list[Sheet]:
    """Every sheet that holds anything. Raises UnreadableError."""
    return [("", _lines(decoded(data)))] if kind == "csv" else _book(data)


def _book(data: bytes) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        filled = [sheet for sheet in sheets if sheet.total_height]
        if any(sheet.width > 16 * MOST_COLUMNS for sheet in filled):
            raise UnreadableError("工作表的列数过多，不像台账，请核对文件")
        return [
            (sheet.name if len(filled) > 1 else "", _texts(sheet.to_python(skip_empty_area=False)))
            for sheet in filled
        ]
    except (CalamineError, ValueError, OverflowError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("表格文件读不出来，请用WPS或Office打开后另存为.xlsx再上传") from None


def _texts(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    return [[shown(value) for value in row[:MOST_COLUMNS]] for row in rows]  # type: ignore[arg-type]


def _lines(text: str) -> list[list[str]]:
    if len(text) > _MOST_CHARACTERS:
        raise UnreadableError("文件内容过多，请按年度拆分后再上传")
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        return [[value.strip() for value in row[:MOST_COLUMNS]] for row in rows]
    except csv.Error:
        raise UnreadableError("CSV文件读不出来，请用WPS或Office打开后另存为.xlsx再上传") from None


def _delimiter(text: str) -> str:
    """Of the first lines; the full-width comma is one where nothing else is."""
    found = Counter(char for char in text[:20_000] if char in _DELIMITERS)
    return max(_DELIMITERS, key=lambda char: (found[char] > 0 and char != "，", found[char]))
