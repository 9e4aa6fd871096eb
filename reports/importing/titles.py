"""Whose report it is, and of which year: from the title, wherever the file has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.formats.wording import with_usual_characters

from .reading import Reading
from .source import Row, Source

_PUBLICITY = r"政\s*府\s*(?:信\s*息|資\s*訊)\s*公\s*[开開]"
_REPORT = (
    rf"{_PUBLICITY}\s*(?:工\s*作)?\s*的?\s*(?:年\s*度?\s*工?作?\s*[报報](?:\s*告)?|工作[报報]告)"
)
_YEAR = r"(?P<year>(?:20|２０)[\d０-９]{2}|二[〇○零Ｏ0]([一二三四五六七八九〇○零]){2})\s*年?\s*度?"
_NAME = r"(?P<agency>[^\s\d，。；：:>》|、】][^，。；：:>》|、】]{1,60}?)"
_PATTERNS = (
    re.compile(rf"{_NAME}\s*[（(]?{_YEAR}[)）]?\s*{_REPORT}"),
    re.compile(rf"{_YEAR}\s*{_NAME}\s*{_REPORT}"),
)
_SAID = re.compile(_REPORT)
_MOST_BEFORE = 90
_MOST_LINES = 4
_DIGITS = dict(zip("〇○零Ｏ一二三四五六七八九", "00001234567890"[:13], strict=False))
_PERIOD = re.compile(r"(20\d{2})\s*年\s*1\s*月\s*1\s*日\D{0,12}?(?:\1\s*年\s*)?12\s*月\s*31\s*日")


@dataclass(frozen=True)
class Title:
    """A title that was found, in rows [first, last]; `whole` if they say nothing else."""

    agency: str
    year: int
    text: str
    first: int
    last: int
    whole: bool


def find(source: Source, before: int) -> Title | None:
    """The title: lines of their own above row `before`, else anything that names the report."""
    rows = source.rows[: min(before, len(source.rows))]
    whole = [one for one in _lines(rows) if one.whole]
    if whole:
        return whole[-1]
    return next(_elsewhere(source), None)


def report(reading: Reading, source: Source, title: Title | None) -> None:
    """Takes over what the title says; names what is missing."""
    if title is None:
        reading.doubt("没有找到报告标题，报告年度和机关名称请手工填写")
        reading.year = _stated_year(source)
        return
    reading.agency, reading.year, reading.title = title.agency, title.year, title.text
    if not title.whole:
        line = source.rows[title.first].line if title.first >= 0 else 0
        reading.doubt("正文前没有标题，机关名称和报告年度取自别处，请核对", title.text, line)


def _lines(rows: Sequence[Row]) -> Iterator[Title]:
    for first in range(len(rows)):
        for last in range(first, min(first + _MOST_LINES, len(rows))):
            text = _joined(rows[first : last + 1])
            if len(text) > _MOST_BEFORE:
                break
            for pattern in _PATTERNS if _SAID.search(text) else ():
                match = pattern.fullmatch(text)
                if match:
                    yield _title(match, first, last, whole=True)


def _joined(rows: Sequence[Row]) -> str:
    return "".join(row.text.strip(" \u3000|") for row in rows)


def _elsewhere(source: Source) -> Iterator[Title]:
    """In the file's own name for itself, in a path or a link, in the name of an attachment."""
    places = [(-1, source.title), *enumerate(row.text for row in source.rows)]
    for number, text in places:
        for said in _SAID.finditer(text):
            words = _unlinked(text[max(0, said.start() - _MOST_BEFORE) : said.end()])
            for pattern in _PATTERNS:
                if match := pattern.search(words):
                    yield _title(match, number, number, whole=False)


def _unlinked(text: str) -> str:
    return re.sub(r"[>»|_【】《]", " ： ", text)


def _title(match: re.Match[str], first: int, last: int, *, whole: bool) -> Title:
    text = re.sub(r"\s+", "", with_usual_characters(match[0]))
    agency = re.sub(r"\s+", "", with_usual_characters(match["agency"]))
    return Title(agency, _year(match["year"]), text, first, last, whole)


def _year(said: str) -> int:
    return int("".join(_DIGITS.get(char, char) for char in said))


def _stated_year(source: Source) -> int | None:
    """The year of the period that the report says it counts; None unless there is one alone."""
    text = "".join(row.text for row in source.rows)
    years = set(_PERIOD.findall(text))
    return int(years.pop()) if len(years) == 1 else None
