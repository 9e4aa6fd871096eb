"""Whose report it is, and of which year: from the title, wherever the file has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.formats.wording import with_usual_characters

from .reading import Reading
from .source import Source

_PUBLICITY = r"政\s*府\s*(?:信\s*息|資\s*訊)\s*公\s*[开開]"
_REPORT = (
    rf"{_PUBLICITY}\s*(?:工\s*作)?\s*的?\s*(?:年\s*度?\s*工?作?\s*[报報](?:\s*告)?|工作[报報]告)"
)
_YEAR = r"(?P<year>(?:20|２０)[\d０-９]{2}|二[〇○零Ｏ0]([一二三四五六七八九〇○零]){2})\s*年?\s*度?"
_NAME = r"(?P<agency>[^\s\d，。；：:>》|、】][^，。；：:>》|、】]{1,60}?)"
_PATTERNS = (
    re.compile(rf"{_NAME}\s*[（(]?{_YEAR}[)）]?\s*{_REPORT}"),
    re.compile(rf"{_YEAR}\s*{_NAME}\s*{_REPORT}"),
    re.compile(rf"{_NAME}\s*{_REPORT}\s*[（(]\s*{_YEAR}\s*[)）]"),
)
_SAID = re.compile(_REPORT)
_MOST_BEFORE, _BEHIND = 90, 10
_MOST_LINES = 4
_DIGITS = dict(zip("〇○零Ｏ一二三四五六七八九", "0000123456789", strict=True))
_PERIOD = re.compile(r"(20\d{2})\s*年\s*1\s*月\s*1\s*日\D{0,12}?(?:\1\s*年\s*)?12\s*月\s*31\s*日")


Place = tuple[int, int]
"""A row, and a place in its text."""


@dataclass(frozen=True)
class Title:
    """A title that was found on a line of the file. It stands from `begin` to `end` if that is all
    that stands there; None where it was found in something else.
    """

    agency: str
    year: int
    text: str
    line: int
    end: Place | None = None
    begin: Place | None = None


def find(source: Source, before: Place) -> Title | None:
    """The title: lines of their own above that place, else anything that names the report."""
    return find_above(source, before) or next(_elsewhere(source), None)


def find_above(source: Source, before: Place) -> Title | None:
    """The nearest title in lines of its own above that place."""
    return next(_lines(list(_above(source, before))), None)


def in_lines(source: Source) -> Iterator[Title]:
    """All titles in lines of their own, the last first."""
    return _lines(list(_above(source, (len(source.rows), 0))))


def report(reading: Reading, source: Source, title: Title | None) -> None:
    """Takes over what the title says; names what is missing."""
    if title is None:
        reading.doubt("没有找到报告标题，报告年度和机关名称请手工填写")
        reading.year = _stated_year(source)
        return
    reading.agency, reading.year, reading.title = title.agency, title.year, title.text
    if title.end is None:
        reading.doubt("正文前没有标题，机关名称和报告年度取自别处，请核对", title.text, title.line)


def of_others(source: Source, title: Title | None) -> list[str]:
    """Titles of other years that stand in the file in lines of their own."""
    found = in_lines(source)
    years = {one.year: one.text for one in found if title and one.year != title.year}
    return list(years.values())


@dataclass(frozen=True)
class _Piece:
    text: str
    line: int
    begin: Place
    end: Place


def _above(source: Source, before: Place) -> Iterator[_Piece]:
    """What stands above a place, line by line; of a line that holds more, word by word."""
    for number, row in enumerate(source.rows[: before[0]]):
        text = with_usual_characters(row.text)
        yield _Piece(text.strip(" \u3000|"), row.line, (number, 0), (number, len(text)))
    if before[0] < len(source.rows):
        row = source.rows[before[0]]
        for word in re.finditer(r"\S+", with_usual_characters(row.text[: before[1]])):
            place = (before[0], word.start())
            yield _Piece(word[0], row.line, place, (before[0], word.end()))


def _lines(pieces: Sequence[_Piece]) -> Iterator[Title]:
    """Titles in lines of their own, the nearest to the report first."""
    for first in reversed(range(len(pieces))):
        for last in range(first, min(first + _MOST_LINES, len(pieces))):
            text = "".join(piece.text for piece in pieces[first : last + 1])
            if len(text) > _MOST_BEFORE:
                break
            for pattern in _PATTERNS if _SAID.search(text) else ():
                if match := pattern.fullmatch(text):
                    title = _title(match, pieces[first].line)
                    yield replace(title, begin=pieces[first].begin, end=pieces[last].end)


def _elsewhere(source: Source) -> Iterator[Title]:
    """In the file's own name for itself, in a path or a link, in the name of an attachment."""
    places = [
        (0, source.title),
        *((row.line, with_usual_characters(row.text)) for row in source.rows),
    ]
    for line, text in places:
        for said in _SAID.finditer(text):
            words = _unlinked(text[max(0, said.start() - _MOST_BEFORE) : said.end() + _BEHIND])
            for pattern in _PATTERNS:
                match = pattern.search(words)
                if match and match.end() >= len(words) - 2 * _BEHIND:
                    yield _title(match, line)


def _unlinked(text: str) -> str:
    return re.sub(r"[>»|_【】《]", " ： ", text)


def _title(match: re.Match[str], line: int) -> Title:
    text = re.sub(r"\s+", "", match[0])
    agency = re.sub(r"\s+", "", match["agency"])
    return Title(agency, _year(match["year"]), text, line)


def _year(said: str) -> int:
    return int("".join(_DIGITS.get(char, char) for char in said))


def _stated_year(source: Source) -> int | None:
    """The year of the period that the report says it counts; None unless there is one alone."""
    text = "".join(row.text for row in source.rows)
    years = set(_PERIOD.findall(text))
    return int(years.pop()) if len(years) == 1 else None
