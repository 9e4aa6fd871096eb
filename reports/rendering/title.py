"""Where the title of a report breaks: at words, in lines that make a trapezium or a rhombus.

GB/T 9704-2012, 7.3.1: what belongs together stays together, the lines are symmetrical and of
fitting lengths, and their shape is 梯形 or 菱形: never wide, narrow and wide again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise

from reports.content import Content

from .title_words import WORDS

FITS = 20
"""Characters of 2号 in one line of the type area."""

_MOST_LINES = (4, 8)
"""Of a title, and of one that no four lines hold."""
_MOST_PLACES = 16
"""Of more places to break a title only so many are tried, the best ones."""
_SHORTEST = 4

_PLACE = re.compile(
    "[^（(省区州市县]{2,14}族自治[州县旗]"
    "|[^（(]{1,7}?(?:(?:壮族|回族|维吾尔)?自治区|自治[州县旗]|特别行政区|(?<!城)市(?![场政容民区])"
    "|(?<![社园])区(?![域划])|州(?![省市])|[省县旗](?!级)|(?<!联)盟|(?<!城)[镇乡](?!村))"
)
"""A place's name with what the place is; never within 城市, 市场, 社区, 城乡, 贵州省, 沙市区, nor
within the peoples after whom a self-governing place is named, which may be many (保安族东乡族…).
"""

_TOKEN = re.compile(
    "(?P<year>[0-9]{4}年度?)|(?P<link>[和与及暨、])|(?P<open>[（(])|(?P<close>[）)])"
    f"|(?P<word>{'|'.join(WORDS)})|(?P<other>[!-~]+|.)",
    re.DOTALL,
)
_YEAR = re.compile("[0-9]{4}年")
"""A line that has the end of a name and the year after it is read twice."""

_Token = tuple[str, str]
"""What it is (place, or a group of _TOKEN) and the text."""


def title_lines(content: Content) -> tuple[str, ...]:
    """The title in the lines it is set in; a word too long for a line breaks as it must."""
    return _lines(content.title, content.agency)


def width(text: str) -> float:
    """In characters of 2号: digits and Latin letters take half of one."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def is_shapely(widths: list[float]) -> bool:
    """Whether lines of these widths make a 梯形 or a 菱形: none lies narrow between two wider."""
    rises = [b > a for a, b in pairwise(widths) if a != b]
    return rises == sorted(rises, reverse=True)


@cache
def _lines(title: str, agency: str) -> tuple[str, ...]:
    if width(title) <= FITS:
        return (title,)
    places = sorted(_places(title, agency), key=lambda place: place[1])[:_MOST_PLACES]
    for most in _MOST_LINES:
        ways = [way for n in range(1, most) for way in _ways(title, sorted(places), n)]
        if ways:
            return min(ways)[1]
    return (title,)


def _ways(
    title: str, places: list[tuple[int, int]], breaks: int
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Every way to break at so many of the places into lines that fit, and how bad it is."""
    for chosen in combinations(places, breaks):
        ends = [0, *(at for at, _ in chosen), len(title)]
        lines = tuple(title[a:b] for a, b in pairwise(ends))
        widths = [width(line) for line in lines]
        if max(widths) <= FITS and min(widths) >= _SHORTEST:
            mixed = 20 * any(_YEAR.search(line, 1) for line in lines)
            yield _badness(widths) + mixed + sum(cost for _, cost in chosen), lines


def _badness(widths: list[float]) -> float:
    """Few lines, of the right shape, not too uneven."""
    uneven = sum(abs(a - b) for a, b in pairwise(widths)) / len(widths)
    return 12 * len(widths) + uneven / 4 + (0 if is_shapely(widths) else 30)


def _places(title: str, agency: str) -> Iterator[tuple[int, int]]:
    """Where it may break, and how bad that is: 0 before the year, 5 within what is unknown."""
    at = 0
    for before, after in pairwise(_tokens(title, agency)):
        at += len(before[1])
        cost = _cost(before, after)
        if cost is not None:
            yield at, cost


def _cost(before: _Token, after: _Token) -> int | None:
    """How bad a break between the two is; None where none may be."""
    if after[0] in {"link", "close"} or before[0] == "open":
        return None
    if after[0] == "year":
        return 0
    if before[0] == "place" or after[0] == "open" or before[0] == "close":
        return 1
    if before[0] in {"year", "link"}:
        return 2
    if after[0] == "word" and (before[0] == "word" or len(before[1]) > 2):
        return 4 if before[0] == "word" else 5
    return None


def _tokens(title: str, agency: str) -> Iterator[_Token]:
    """The places that the agency's name begins with, then words, and what is none as it comes."""
    at = 0
    if title.startswith(agency):
        while found := _PLACE.match(title, at, len(agency)):
            at = found.end()
            yield "place", found[0]
    unknown = ""
    for token in _TOKEN.finditer(title, at):
        kind = str(token.lastgroup)
        if kind == "other":
            unknown += token[0]
            continue
        if unknown:
            yield "other", unknown
            unknown = ""
        yield kind, token[0]
    if unknown:
        yield "other", unknown
