"""What a district may decide, and in which words it is told that it may not."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from reports.checks import Rule
from reports.drafting.judging import rules
from reports.drafting.merging import LONGEST_PROSE
from reports.models import SettingKind

from . import deadlines
from .reading import OFF, severity

SECTIONS = ("1", "5", "6")
"""Those written in words."""
_FEWEST, _LONGEST_WORD, _LONGEST_PHRASE, _LONGEST_OFFICE = 2, 40, 200, 40
_LONGEST_ADDRESS = 80
"""A code of 22 mm would have too small modules for more."""
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9_~.-]+)*"
)
_LENGTH = re.compile("[0-9]{1,9}")
_COMMON_YEAR = 2001
_DAY = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")


class NotAllowedError(ValueError):
    """A decision that may not be made; the message says why, in Chinese."""


def require(kind: str, key: str, value: str) -> None:
    """Raises NotAllowedError unless it may be decided so."""
    _REQUIREMENTS[SettingKind(kind)](key, value)


def require_office(name: str) -> None:
    """A name of the office that fits where it is shown."""
    if len(name) > _LONGEST_OFFICE:
        raise NotAllowedError(f"主管机构名称不超过{_LONGEST_OFFICE}字")


def tunable() -> dict[str, Rule]:
    """The checks whose severity may be chosen, by name."""
    return {one.name: one for one in rules() if one.choices}


def _severity(key: str, value: str) -> None:
    known = tunable().get(key)
    if known is None:
        raise NotAllowedError("这项检查是格式的基本要求，不能调整")
    if value not in (OFF, "warning", "note") or severity(value) not in known.choices:
        raise NotAllowedError(f"“{known.asks}”不能这样设置")


def _wrong(key: str, value: str) -> None:
    _word(key)
    _word(value, fewest=1)
    if key in value:
        raise NotAllowedError(f"“{key}→{value}”：正确的写法里仍有错误的写法，改了还会再报")


def _word(word: str, _: str = "", fewest: int = _FEWEST) -> None:
    if not fewest <= len(word) <= _LONGEST_WORD:
        raise NotAllowedError(f"“{word[:30]}”：每个词须为{fewest}至{_LONGEST_WORD}字")


def _phrase(key: str, _: str) -> None:
    if not _FEWEST <= len(key) <= _LONGEST_PHRASE:
        raise NotAllowedError(f"“{key[:30]}”：每条常用说明须为{_FEWEST}至{_LONGEST_PHRASE}字")


def _longest(key: str, value: str) -> None:
    if key not in SECTIONS:
        raise NotAllowedError("只有第一、五、六部分可以设字数上限")
    if not _LENGTH.fullmatch(value) or int(value) > LONGEST_PROSE:
        raise NotAllowedError(f"字数上限“{value[:20]}”应为0至{LONGEST_PROSE}的整数，0为不限")


def _due(key: str, value: str) -> None:
    if key not in deadlines.KINDS:
        raise NotAllowedError("没有这种公布期限")
    try:
        matched = _DAY.fullmatch(value)
        month, day = map(int, matched.groups()) if matched else (0, 0)
        chosen = date(_COMMON_YEAR + 1, month, day)
    except ValueError:
        raise NotAllowedError(f"公布期限“{value[:20]}”不是日期，请写成“1月26日”") from None
    last = deadlines.law(key, _COMMON_YEAR)
    if chosen > last:
        raise NotAllowedError(
            f"公布期限{month}月{day}日晚于《政府信息公开条例》第四十九条规定的"
            f"{last.month}月{last.day}日，只能提前"
        )


def _verify(key: str, value: str) -> None:
    if key or (value != OFF and not (_ADDRESS.fullmatch(value) and len(value) <= _LONGEST_ADDRESS)):
        raise NotAllowedError(
            f"核验网址“{value[:60]}”应写成“https://xxgk.example.gov.cn”的样子，"
            f"不超过{_LONGEST_ADDRESS}个字符，不带问号后的内容；不印的写“不印”"
        )


_REQUIREMENTS: dict[SettingKind, Callable[[str, str], None]] = {
    SettingKind.SEVERITY: _severity,
    SettingKind.WRONG: _wrong,
    SettingKind.SENSITIVE: _word,
    SettingKind.KEPT: _word,
    SettingKind.LONGEST: _longest,
    SettingKind.DUE: _due,
    SettingKind.PHRASE: _phrase,
    SettingKind.VERIFY: _verify,
}
