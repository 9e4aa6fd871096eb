"""Where the six parts of a report begin, whatever stands in front of their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reports.formats import Format, Section
from reports.formats.wording import NUMERALS, bare, core

from .reading import Reading
from .source import Row

_NUMBER = rf"(?P<number>[{NUMERALS[:6]}1-6１-６㈠-㈥⼀⼆⼋])\s*(?P<point>[、.．，,:：。])\s*"
_NUMBERED = re.compile(rf"(?:^|(?<=[\s。；;！？!?|”]))(?:第?{_NUMBER})(?=(?P<words>\S.{{0,60}}))")
_LONGEST = 45
_ALIKE = 0.62
_ENDS = re.compile(r"[\s。；;：:]")


@dataclass(frozen=True)
class Start:
    """A heading at [at, end) of a row's text. `score` is 1 for the very words of the form."""

    section: int
    row: int
    at: int
    end: int
    score: float
    said: str


def find(fmt: Format, rows: Sequence[Row]) -> dict[int, Start]:
    """The headings that stand in the order of the form, by the number of the part."""
    return {one.section: one for one in _chain(list(every(fmt, rows)))}


def every(fmt: Format, rows: Sequence[Row]) -> Iterator[Start]:
    """All that look like headings, in the order of the file."""
    for number, row in enumerate(rows):
        yield from _in_row(fmt, number, row)


def report(reading: Reading, fmt: Format, rows: Sequence[Row], starts: Mapping[int, Start]) -> None:
    """Names the headings that are missing and those that are not the form's."""
    for section in fmt.sections:
        one = starts.get(section.number)
        if one is None:
            reading.doubt(f"没有找到“{section.heading}”这一标题", "", 0)
        elif bare(one.said) != bare(section.heading):
            why = f"标题与标准格式“{section.heading}”不一致"
            reading.doubt(why, one.said, rows[one.row].line)


def _in_row(fmt: Format, number: int, row: Row) -> Iterator[Start]:
    text = row.text
    if len(text) <= _LONGEST:
        yield from _whole(fmt, number, text)
    for match in _NUMBERED.finditer(text):
        yield from _within(fmt, number, text, match)


def _whole(fmt: Format, number: int, text: str) -> Iterator[Start]:
    """A line that is nothing but a heading; its number may be lost."""
    said = bare(text)
    for section in fmt.sections:
        if said and said in (core(section.heading), bare(section.heading)):
            yield Start(section.number, number, 0, len(text), 1.0, text)


def _within(fmt: Format, number: int, text: str, match: re.Match[str]) -> Iterator[Start]:
    """A numbered heading in a line, which may go on behind it."""
    section = fmt.sections[_value(match["number"]) - 1]
    words = match["words"]
    ends = [m.start() for m in _ENDS.finditer(words)] + [len(words)]
    at, first = match.start(), match.start("words")
    scored = [(_score(words[:end], section), -end, end) for end in ends[:6] if end <= _LONGEST]
    exact = _exact_end(words, section)
    if exact:
        scored.append((1.0, -exact, exact))
    score, _, end = max(scored, default=(0.0, 0, 0))
    if score >= _ALIKE:
        yield Start(section.number, number, at, first + end, score, text[at : first + end])


def _exact_end(words: str, section: Section) -> int:
    """Where the heading ends that the words begin with; 0 where they do not."""
    wanted = core(section.heading)
    for end in range(len(wanted), min(len(words), 2 * len(wanted) + 8) + 1):
        said = bare(words[:end])
        if said == wanted:
            return end
        if not wanted.startswith(said):
            return 0
    return 0


def _score(words: str, section: Section) -> float:
    said, wanted = bare(words), core(section.heading)
    if not said:
        return 0.0
    if said == wanted:
        return 1.0
    blocks = SequenceMatcher(None, said, wanted, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return min(0.99, same / len(wanted), 1.6 * same / len(said))


def _value(number: str) -> int:
    plain = bare(number)
    return NUMERALS.index(plain) + 1 if plain in NUMERALS else int(plain)


def _chain(found: list[Start]) -> list[Start]:
    """The best headings in rising order; of two series as good, the later one."""
    found = sorted(found, key=lambda one: (one.row, one.at))[-300:]
    best: list[tuple[float, int]] = []
    for number, one in enumerate(found):
        before = [
            (best[i][0], i)
            for i in range(number)
            if found[i].section < one.section and (found[i].row, found[i].end) <= (one.row, one.at)
        ]
        weight, last = max(before, default=(0.0, -1))
        best.append((weight + one.score, last))
    at = max(range(len(best)), key=lambda i: (best[i][0], i), default=-1)
    chain = []
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]
