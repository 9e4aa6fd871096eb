"""A filled-in workbook as a spreadsheet program stores it: each formula with what it comes to.

It works out the few shapes of formula that our templates have, and fails at any other.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.utils import range_boundaries

from tests.bytes_of import bytes_of

_TOTAL = re.compile(r'=IF\(COUNT\((.*?)\)<(\d+),"",SUM\((.*?)\)\)')
_CHECK = re.compile(
    r'=("核对："&)?IF\(COUNT\((.*?)\)<(\d+),"未填齐",IF\(SUM\((.*?)\)-SUM\((.*?)\)=0,"相符",.*\)\)'
)


def worked_out(data: bytes) -> bytes:
    """The file with values in place of its formulas."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    told = {
        (page.title, place.coordinate): _value(page, place.value)
        for page in book.worksheets
        for row in page.iter_rows()
        for place in row
        if str(place.value).startswith("=")
    }
    for (title, name), value in told.items():
        book[title][name].value = value
    return bytes_of(book)


def _value(page: Any, said: Any) -> Any:
    if not str(said).startswith("="):
        return said
    if total := _TOTAL.fullmatch(said):
        counted = list(_numbers(page, total[1]))
        return sum(_numbers(page, total[3])) if len(counted) >= int(total[2]) else None
    check = _CHECK.fullmatch(said)
    assert check, said
    if len(list(_numbers(page, check[2]))) < int(check[3]):
        return f"{check[1] or ''}未填齐"
    apart = sum(_numbers(page, check[4])) - sum(_numbers(page, check[5]))
    return f"差{abs(apart)}" if apart else "相符"


def _numbers(page: Any, areas: str) -> Iterator[float]:
    for area in areas.split(","):
        left, top, right, bottom = range_boundaries(area)
        for row in page.iter_rows(top, bottom, left, right):
            for place in row:
                value = _value(page, place.value)
                if isinstance(value, int | float):
                    yield value
