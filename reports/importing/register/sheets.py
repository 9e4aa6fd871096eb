"""A spreadsheet or a CSV file as sheets of rows of texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reports.formats.register_headings import role_of

from ..front.text import decoded
from ..gate import UnreadableError
from ..values import shown
from .failed import FAILED, failed

MOST_COLUMNS = 200
_WIDEST = 16 * MOST_COLUMNS
_TOO_WIDE = "表格的列数过多，不像台账，请核对文件"
_MOST_CHARACTERS = 20_000_000
_DELIMITERS = ",\t;，|"
_MOST_ABOVE = 20
_LAST_ROW = 200_000
"""A box that stands further down is a slip, and every row above it would have to be looked at."""
_MOST_MERGED = 100_000


@dataclass(frozen=True)
class Sheet:
    """Its name, "" for the only one, and its rows from the first on.

    `merged` has for each box that a merged one covers from above where that one stands.
    """

    name: str
    rows: Sequence[Sequence[str]]
    merged: dict[tuple[int, int], int] = field(default_factory=dict)
    is_hidden: bool = False

    def cells(self, number: int, width: int) -> list[str]:
        """A row of that many texts; what is merged downwards says the same in each row."""
        row = [*self.rows[number][:width], *[""] * (width - len(self.rows[number]))]
        for column in range(width) if self.merged else ():
            above = self.merged.get((number, column))
            if above is not None and not row[column]:
                row[column] = self.rows[above][column]
        return row


def of(data: bytes, kind: str) -> list[Sheet]:
    """Every sheet that holds anything. Raises UnreadableError."""
    return [Sheet("", _lines(decoded(data)))] if kind == "csv" else _book(data)


def _book(data: bytes) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        filled = [sheet for sheet in sheets if sheet.total_height]
        if any(sheet.width > _WIDEST for sheet in filled):
            raise UnreadableError(_TOO_WIDE)
        last = max((sheet.end[0] + 1 for sheet in filled if sheet.end), default=0)
        if last > _LAST_ROW:
            raise UnreadableError(f"工作表用到了第{last}行，请删除表格下方多余的行后再上传")
        seen = {one.name for one in book.sheets_metadata if one.visible is SheetVisibleEnum.Visible}
        wrong = dict(zip(book.sheet_names, failed(data), strict=False))
        return [
            Sheet(
                sheet.name if len(filled) > 1 else "",
                _texts(sheet.to_python(skip_empty_area=False), wrong.get(sheet.name, ())),
                dict(_covered(sheet)),
                sheet.name not in seen,
            )
            for sheet in filled
        ]
    except (CalamineError, ValueError, OverflowError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("表格文件读不出来，请用WPS或Office打开后另存为.xlsx再上传") from None


def _texts(rows: Sequence[Sequence[object]], wrong: Sequence[tuple[int, int]]) -> list[list[str]]:
    """What each box shows; a formula that failed counts where anything else stands in its row."""
    told = [[shown(value) for value in row[:MOST_COLUMNS]] for row in rows]  # type: ignore[arg-type]
    for row, column in [place for place in wrong if place[0] < len(told) and any(told[place[0]])]:
        if column < len(told[row]):
            told[row][column] = FAILED
    return told


def _lines(text: str) -> list[list[str]]:
    if len(text) > _MOST_CHARACTERS:
        raise UnreadableError("文件内容过多，请按年度拆分后再上传")
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        return [_line(row) for row in rows]
    except csv.Error:
        raise UnreadableError("CSV文件读不出来，请用WPS或Office打开后另存为.xlsx再上传") from None


def _line(row: Sequence[str]) -> list[str]:
    if any(row[_WIDEST:]):
        raise UnreadableError(_TOO_WIDE)
    return [value.strip() for value in row[:MOST_COLUMNS]]


def _covered(sheet: Any) -> Iterator[tuple[tuple[int, int], int]]:
    left = _MOST_MERGED
    for (top, first), (bottom, _) in sheet.merged_cell_ranges or ():
        left -= bottom - top
        if left < 0:
            raise UnreadableError("合并单元格过多，请取消合并后再上传")
        for row in range(top + 1, bottom + 1):
            yield (row, first), top


def _delimiter(text: str) -> str:
    """The one by which most headings are told apart; free words have commas, too."""
    lines = text[:20_000].splitlines()[:_MOST_ABOVE]

    def known(delimiter: str) -> int:
        named = [{role_of(part) for part in line.split(delimiter)} - {""} for line in lines]
        return max(map(len, named), default=0)

    return max(_DELIMITERS, key=known)
