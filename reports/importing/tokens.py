"""What one box or one word of a line is: words, a number, a mark for a blank, or nothing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_UNITS = "亿元|万元|元|件|项|个|条|宗|起|份|次|人"
_NUMBER = re.compile(rf"[+-]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d*)?\s*(?:{_UNITS})?")
_MARK = re.compile(r"[/\\*]|[-—_]{1,6}|n/?a|无|空|不适用|未填", re.IGNORECASE)
_NUMBERED = re.compile(r"[(]?\d{1,2}\s*[.、)]\s*[^\d\s.,]")
_DIGIT = re.compile(r"\d")
_LONGEST_ODD = 14
NAUGHT = ("零", "〇", "○", "O", "o")
_DASHES = str.maketrans("−–﹣", "---")


class Kind(StrEnum):
    """What a token is. ODD: something in the place of a number that is none, like 约5."""

    WORDS = "words"
    NUMBER = "number"
    MARK = "mark"
    BLANK = "blank"
    ODD = "odd"


@dataclass(frozen=True)
class Token:
    """A box or a word, as it was written. `at` is where it begins in its row's text, `tag` what a
    program has noted of the box.
    """

    text: str
    kind: Kind
    line: int
    row: int
    at: int = 0
    column: int = 0
    colspan: int = 1
    tag: str = ""

    @property
    def is_value(self) -> bool:
        """Whether it stands where a figure would."""
        return self.kind != Kind.WORDS

    @property
    def is_told(self) -> bool:
        """Whether it stands for a figure and is not empty."""
        return self.kind not in (Kind.WORDS, Kind.BLANK)


def plain(text: str) -> str:
    """Half-width, its blanks single and none at the ends. Raised and ringed digits stay what they
    are: 5① is no 51.
    """
    usual = (
        c if unicodedata.category(c) == "No" else unicodedata.normalize("NFKC", c) for c in text
    )
    return " ".join("".join(usual).translate(_DASHES).split())


def kind_of(text: str) -> Kind:
    """What stands in a box or is a word of a line."""
    shown = "".join(c for c in plain(text) if unicodedata.category(c) != "Cf")
    if not shown:
        return Kind.BLANK
    if _NUMBER.fullmatch(shown):
        return Kind.NUMBER
    if _MARK.fullmatch(shown):
        return Kind.MARK
    if shown in NAUGHT or (
        len(shown) <= _LONGEST_ODD and _DIGIT.search(shown) and not _NUMBERED.match(shown)
    ):
        return Kind.ODD
    return Kind.WORDS
