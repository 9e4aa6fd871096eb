"""Days as registers write them: 2024-3-5, 2024/03/05, 2024年3月5日, 二〇二四年三月五日, 45356."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache

_WRITTEN = re.compile(
    r"(20\d\d)[-/.、年](\d{1,2})[-/.、月](\d{1,2})(?:日|号)?(?:T?\d{1,2}[:时].*)?"
)
_JOINED = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_IN_WORDS = re.compile(r"(二[〇○零0][一二三四五六七八九〇○零0]{2})年(\w{1,3})月(\w{1,3})[日号]")
_BEGIN = dt.date(1899, 12, 30)
"""Day 0 of a spreadsheet, as all of them count from March 1900 on."""
_FIRST, _LAST = dt.date(2000, 1, 1), dt.date(2099, 12, 31)
_DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}


@lru_cache(maxsize=4096)
def day(text: str) -> dt.date | None:
    """The day that is meant; None for nothing at all.

    Raises ValueError for what is no whole date: no year, no day, a year of two digits, 3/5/2024.
    """
    said = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    if not said:
        return None
    if match := _WRITTEN.fullmatch(said) or _JOINED.fullmatch(said):
        return dt.date(*(int(part) for part in match.groups()))
    if match := _SERIAL.fullmatch(said):
        return _of_serial(int(match[1]))
    if match := _IN_WORDS.fullmatch(said):
        year = int("".join(str(_DIGITS.get(char, char)) for char in match[1]))
        return dt.date(year, _number(match[2]), _number(match[3]))
    raise ValueError(text)


def _of_serial(serial: int) -> dt.date:
    found = _BEGIN + dt.timedelta(serial)
    if not _FIRST <= found <= _LAST:
        raise ValueError(serial)
    return found


def _number(said: str) -> int:
    """三, 十, 十五, 二十, 三十一."""
    tens, ten, ones = said.rpartition("十")
    try:
        units = _DIGITS[ones] if ones else 0
        return (_DIGITS[tens] if tens else 1) * 10 + units if ten else _DIGITS[said]
    except KeyError:
        raise ValueError(said) from None
