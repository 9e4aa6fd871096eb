"""署名 and 成文日期 at the end of a report: they close the paper and are no words of a part."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SAID = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = rf"(?:\d{{4}}|[〇○零Ｏ一二三四五六七八九]{{4}})\s*年\s*{_SAID}\s*月\s*{_SAID}\s*日"
_NAME = (
    r"[^\s，。；：:、！？“”]{1,56}"
    r"(?:政府|办公[室厅]|[厅局委会院处所站社馆队园]|中心|街道办|银行|公司|（公章）|\(公章\))"
)
_DATED = re.compile(_DATE)
_SIGNED = re.compile(rf"{_NAME}\s*{_DATE}")
_NAMED = re.compile(_NAME)
_MOST_LINES = 3
"""A long name takes two or three."""


def begins(lines: Sequence[str], agency: str) -> int:
    """The first of the last lines that sign and date the report; how many lines there are if none.

    A date must stand by itself at the very end; above it the agency's own name, in so many lines as
    it takes, or what reads like the name of another.
    """
    end = len(lines)
    if not lines:
        return end
    if _SIGNED.fullmatch(lines[-1].strip()):
        return end - 1
    if not _DATED.fullmatch(lines[-1].strip()):
        return end
    for count in range(1, _MOST_LINES + 1):
        if count < end and _plain("".join(lines[-1 - count : -1])) == _plain(agency):
            return end - 1 - count
    has_name = end > 1 and bool(_NAMED.fullmatch(lines[-2].strip()))
    return end - 2 if has_name else end - 1


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)
