"""Spreadsheets: what their cells show; formulas as they were last worked out, never worked out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from ..gate import UnreadableError
from ..source import MOST_IN_A_ROW, Box, Row, Source, bounded, tables_of
from ..values import shown
from . import self_checks

_UNREADABLE = "表格文件读不出来，请用WPS或Office打开后另存为.xlsx再上传"


def source(data: bytes) -> Source:
    """The rows of every worksheet that is not hidden. Raises UnreadableError."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        seen = [one for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible]
        sheets = [book.get_sheet_by_name(one.name) for one in seen]
        if any(sheet.total_width > 16 * MOST_IN_A_ROW for sheet in sheets):
            raise UnreadableError("工作表的列数过多，不像年度报告的表格，请核对文件")
        rows = bounded(_rows(sheets))
    except (CalamineError, ValueError, OverflowError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(_UNREADABLE) from None
    return Source(rows, placed=tables_of(rows))


def _rows(sheets: list[Any]) -> Iterator[Row]:
    line = 0
    for table, sheet in enumerate(sheets, 1):
        width = sheet.total_width
        spans = _spans(sheet)
        start = sheet.start or (0, 0)
        shows = ([shown(value) for value in values] for values in sheet.iter_rows())
        boxed = False
        for number, texts in enumerate(self_checks.without(shows), start[0]):
            line += 1
            # A row without anything is one of boxes to fill in where it follows headings.
            if any(texts) or boxed:
                boxed = sum(map(bool, texts)) > 1
                yield from _row(texts, line, table, spans.get(number, {}), start[1], width)


def _row(
    texts: list[str], line: int, table: int, spans: dict[int, int], first: int, width: int
) -> Iterator[Row]:
    """One row; a text that has a row for itself, over the whole width or long, is lines."""
    said = [number for number, text in enumerate(texts) if text]
    wide = max((spans.get(first + number, 1) for number in said), default=1)
    if len(said) == 1 and (wide >= width or len(texts[said[0]]) > 60 or width < 2):
        for text in texts[said[0]].split("\n"):
            if text.strip():
                yield Row((Box(text, line),), line)
        return
    boxes = [Box(text, line, first + n, spans.get(first + n, 1)) for n, text in enumerate(texts)]
    covered = {n for at, span in spans.items() for n in range(at + 1, at + span)}
    yield Row(tuple(box for box in boxes if box.column not in covered or box.text), line, table)


def _spans(sheet: Any) -> dict[int, dict[int, int]]:
    """By row and column how many columns a merged cell takes; by 0 what is covered from above."""
    spans: dict[int, dict[int, int]] = {}
    for (top, left), (bottom, right) in (sheet.merged_cell_ranges or [])[:5_000]:
        for row in range(top, min(bottom, top + 200) + 1):
            spans.setdefault(row, {})[left] = right - left + 1
    return spans
