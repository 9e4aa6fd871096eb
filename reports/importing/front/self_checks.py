"""What a workbook says of its own sums: no part of the report, whatever numbers stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_HEAD = re.compile(r"(?:勾稽|数据|自动)?(?:核对|校验)(?:结果|栏|列|行)?")
_LINE = re.compile(rf"{_HEAD.pattern}\s*(?:[:：].*)?", re.DOTALL)


def without(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows of a worksheet with nothing in columns headed 核对, or in lines that begin with it.

    A column is one behind others, a line has a result beside its first words: neither is the text
    of a report.
    """
    shut: set[int] = set()
    for texts in rows:
        said = [number for number, text in enumerate(texts) if text]
        shut |= {number for number in said[1:] if _HEAD.fullmatch(texts[number])}
        is_line = len(said) > 1 and _LINE.fullmatch(texts[said[0]])
        yield ["" if is_line or number in shut else text for number, text in enumerate(texts)]
