"""Numbers as reports write them: 12, １,326, 3.2万, 33.9%, 三十二, 二〇二四, 百分之三十."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_SCALES = {"": 1, **_UNITS, **_MYRIADS}
_PLAIN = str.maketrans("０１２３４５６７８９．％〇两", "0123456789.%零二")
LARGEST = 10**12
"""The first whole number that has no words here."""
_MOST_WORDS = 32
"""Characters; no number below that has as many."""

_ARABIC = r"[0-9０-９]+(?:,[0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?"
_WORDS = "零〇一二两三四五六七八九十百千万亿廿卅"
_NUMERAL = re.compile(
    rf"(?P<arabic>{_ARABIC})(?:(?P<scale>[十百千万亿])|\s*(?P<percent>[%％]))?"
    rf"|(?P<share>百分之)(?P<part>[{_WORDS}]+(?:点[{_WORDS}]+)?)"
    rf"|(?P<words>[{_WORDS}]+)"
)
YEAR = "(?:19|20)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3}"
"""A year in digits or in words, as part of a pattern."""


class Style(StrEnum):
    """In what signs a number is written."""

    ARABIC = "arabic"
    WORDS = "words"
    DIGIT_WORDS = "digit words"


@dataclass(frozen=True)
class Numeral:
    """One number of a text at [start, end), sign of percent or 万 included.

    `scale` is what its last word multiplies by, `decimals` how many stand behind the point.
    """

    start: int
    end: int
    text: str
    value: Decimal
    style: Style = Style.ARABIC
    scale: int = 1
    decimals: int = 0
    percent: bool = False

    @property
    def step(self) -> Decimal:
        """The least by which two numbers written like this one differ."""
        return self.scale * Decimal(1).scaleb(-self.decimals)


def numerals(text: str) -> Iterator[Numeral]:
    """Every number of the text below LARGEST, from left to right; words that make none are passed
    over.
    """
    for match in _NUMERAL.finditer(text):
        found = _arabic(match) if match["arabic"] else _worded(match)
        if found is not None and found.value < LARGEST:
            yield found


def _arabic(match: re.Match[str]) -> Numeral:
    plain = match["arabic"].replace(",", "").translate(_PLAIN)
    scale = _SCALES[match["scale"] or ""]
    return Numeral(
        match.start(),
        match.end(),
        match[0],
        Decimal(plain) * scale,
        scale=scale,
        decimals=len(plain.partition(".")[2]),
        percent=bool(match["percent"]),
    )


def _worded(match: re.Match[str]) -> Numeral | None:
    words = match["part"] or match["words"]
    whole, point, fraction = words.partition("点")
    value, decimals = from_words(whole), [_digit(char) for char in fraction]
    if value is None or None in decimals or (point and not decimals):
        return None
    style = Style.DIGIT_WORDS if _is_digit_words(whole) else Style.WORDS
    exact = Decimal(f"{value}.{''.join(map(str, decimals))}") if decimals else Decimal(value)
    share = bool(match["share"])
    return Numeral(*match.span(), match[0], exact, style, decimals=len(decimals), percent=share)


def _digit(char: str) -> int | None:
    found = _DIGITS.find(char.translate(_PLAIN))
    return None if found < 0 else found


def _is_digit_words(words: str) -> bool:
    """二〇二四; not 三五, which speaks of three to five."""
    return len(words) > 2 and all(_digit(char) is not None for char in words)


def from_words(words: str) -> int | None:
    """The whole number that Chinese words stand for; None if they are not the words of one."""
    if len(words) > _MOST_WORDS:
        return None
    if _is_digit_words(words):
        return int("".join(str(_digit(char)) for char in words))
    plain = words.translate(_PLAIN).replace("廿", "二十").replace("卅", "三十")
    value = _summed(plain)
    return value if value < LARGEST and _canonical(plain) == _canonical(to_words(value)) else None


def _summed(words: str) -> int:
    total = section = digit = 0
    for char in words:
        if char in _MYRIADS:
            total += (section + digit) * _MYRIADS[char]
            section = digit = 0
        elif char in _UNITS:
            section, digit = section + (digit or 1) * _UNITS[char], 0
        else:
            digit = _DIGITS.index(char)
    return total + section + digit


def _canonical(words: str) -> str:
    """十二 is 一十二; the 零 in one like 三万零二百 is a matter of taste."""
    bare = re.sub("零(?=.*[十百千万亿])", "", words)
    return re.sub("(?<![一二三四五六七八九])十", "一十", bare)


def to_words(value: int) -> str:
    """A whole number from 0 up to LARGEST in Chinese words. Raises ValueError outside."""
    if not 0 <= value < LARGEST:
        raise ValueError(value)
    if value == 0:
        return "零"
    words = "".join(_groups(value)).strip("零")
    return words.removeprefix("一") if words.startswith("一十") else words


def _groups(value: int) -> Iterator[str]:
    """The words of 亿, 万 and the rest; 零 stands where places between them are empty."""
    for name, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        group = value // size % 10**4
        if group:
            yield ("零" if group < 1000 else "") + _under_myriad(group) + name


def _under_myriad(group: int) -> str:
    words = ""
    for name, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = group // size % 10
        words += _DIGITS[digit] + name if digit else "零"
    return re.sub("零+", "零", words).strip("零")


def alike(numeral: Numeral, value: Decimal) -> str | None:
    """Another value in the manner of that number; None where that manner cannot write it.

    A share and a number in 万 are rounded to as many decimals as stand there now, but something
    is never rounded to nothing.
    """
    scaled = value / numeral.scale
    rounded = scaled.quantize(Decimal(1).scaleb(-numeral.decimals), ROUND_HALF_UP)
    if value and not rounded:
        return None
    if not numeral.percent and numeral.scale == 1 and rounded != scaled:
        return None
    if numeral.style is Style.ARABIC:
        return _in_digits(numeral, rounded)
    return _in_words(numeral, rounded)


def _in_digits(numeral: Numeral, value: Decimal) -> str:
    number = f"{value:,f}" if "," in numeral.text else f"{value:f}"
    sign = re.sub(r"^[0-9０-９,.．]+", "", numeral.text)
    if re.search("[０-９]", numeral.text):
        number = number.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
    return number + sign


def _in_words(numeral: Numeral, value: Decimal) -> str | None:
    whole, point, fraction = f"{value:f}".partition(".")
    if not 0 <= int(whole) < LARGEST:
        return None
    digits = numeral.style is Style.DIGIT_WORDS and len(whole) > 2
    words = "".join(_DIGITS[int(char)] for char in whole) if digits else to_words(int(whole))
    if not numeral.percent and words == "二" and not digits:
        words = "两"
    spoken = f"{words}点{''.join(_DIGITS[int(char)] for char in fraction)}" if point else words
    return f"百分之{spoken}" if numeral.percent else spoken
