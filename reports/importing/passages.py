"""The parts written in words: the lines between two headings, put together where they were set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reports import prose
from reports.formats import Format
from reports.formats.wording import NUMERALS, with_usual_characters

from .furniture import ends_report, is_page_number, stands_above
from .headings import Start
from .reading import Reading
from .source import Row, Source
from .strip import Strip
from .titles import Title
from .zones import Zones

_RESIDUE = re.compile(r"\[bookmark:[^\]]*\]|\{\s*(?:HYPERLINK|PAGE|TOC)[^}]*\}")
_SENTENCE_ENDS = "。！？；：!?;:…"
_CJK = r"\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”"
_GAP = re.compile(rf"(?<=[{_CJK}])[ \t\u3000\xa0]+(?=[{_CJK}(])|[ \t\u3000\xa0]+(?=[（(][{NUMERALS}]+[）)])")
_BEGINS = re.compile(rf"\s*(?:[（(][{NUMERALS}]+[）)]|[{NUMERALS}]+、|\d{{1,2}}[.、．]\D|[（(]\d{{1,2}}[）)])")
_LONG_LINE = 1500
_SET_SHARE = 0.5

Place = tuple[int, int]


def read(
    reading: Reading,
    fmt: Format,
    source: Source,
    starts: Mapping[int, Start],
    strip: Strip,
    zones: Zones,
    title: Title | None,
) -> None:
    """Puts preamble and parts into the reading; what belongs to the page round it, into doubts."""
    texts = _Texts(reading, source)
    first = min((Place((one.row, one.at)) for one in starts.values()), default=None)
    tables = _places(strip, zones)
    bounds = [(s.row, s.at) for s in starts.values()] + [start for start, _ in tables]
    if first is None:
        first = min(bounds, default=(0, 0))
    if title and title.whole:
        reading.preamble = texts.preamble((title.last + 1, 0), first)
    else:
        reading.preamble = texts.preamble((0, 0), first)
    for section in fmt.sections:
        start = starts.get(section.number)
        if section.is_prose:
            reading.sections[str(section.number)] = ""
        if start is None or not section.is_prose:
            continue
        begin = (start.row, start.end)
        end = min((place for place in bounds if place > begin), default=(len(source.rows), 0))
        is_last = end == (len(source.rows), 0)
        reading.sections[str(section.number)] = texts.part(begin, end, is_last=is_last)


def _places(strip: Strip, zones: Zones) -> list[tuple[Place, Place]]:
    """Where the tables stand in the file."""
    found = []
    for low, high in zones.of.values():
        if strip.places and low < len(strip.places):
            last = strip.places[min(high, len(strip.places)) - 1]
            found.append((strip.places[low], last))
    return found


class _Texts:
    """The lines of a file as paragraphs."""

    def __init__(self, reading: Reading, source: Source) -> None:
        self.reading, self.source = reading, source
        self.is_set = source.set_lines or _looks_set(source.rows)

    def preamble(self, begin: Place, end: Place) -> str:
        """What stands above part one, without what belongs to the page."""
        lines, dropped = [], []
        for line in self._lines(begin, end):
            (dropped if self._is_above(line[1]) else lines).append(line)
        self._drop(dropped)
        return self._paragraphs(lines)

    def part(self, begin: Place, end: Place, *, is_last: bool) -> str:
        """What stands between two headings; the last part ends where the page goes on."""
        lines = list(self._lines(begin, end))
        if is_last:
            cut = next((n for n, (_, text) in enumerate(lines) if ends_report(text)), len(lines))
            self._drop(lines[cut:])
            lines = lines[:cut]
        return self._paragraphs(lines)

    def _is_above(self, text: str) -> bool:
        if stands_above(text):
            return True
        return len(text) < 30 and text[-1] not in "。：:；" and not self.is_set

    def _drop(self, lines: Sequence[tuple[Row, str]]) -> None:
        said = [(row, text) for row, text in lines if text.strip(" |")]
        if said:
            raw = " ".join(text for _, text in said)
            self.reading.doubt("页面上的其他文字，没有读入", raw, said[0][0].line)

    def _lines(self, begin: Place, end: Place) -> Iterator[tuple[Row, str]]:
        for number in range(begin[0], min(end[0] + 1, len(self.source.rows))):
            row = self.source.rows[number]
            text = row.text
            stop = end[1] if number == end[0] else len(text)
            text = text[begin[1] if number == begin[0] else 0 : stop]
            for line in self._split(text, is_flow=len(row.text) > _LONG_LINE):
                line = _RESIDUE.sub("", line).strip()
                if line and not is_page_number(line):
                    yield row, line

    def _split(self, text: str, *, is_flow: bool) -> list[str]:
        """A line that holds a whole report has its paragraphs parted by blanks."""
        parts = text.split("\n")
        return [one for part in parts for one in (_GAP.split(part) if is_flow else [part])]

    def _paragraphs(self, lines: Sequence[tuple[Row, str]]) -> str:
        texts = [text for _, text in lines]
        if self.is_set:
            texts = list(_put_together(texts, max(map(_width, texts), default=0)))
        shown = [with_usual_characters(text) for text in texts]
        for (row, text), usual in zip(lines, shown, strict=False):
            if not self.is_set and text != usual:
                self.reading.doubt("文字用了部首的码位，已换成通用汉字", text, row.line)
        return prose.tidy("\n".join(shown))


def _looks_set(rows: Sequence[Row]) -> bool:
    """Whether lines end where paper did: most are as long as the longest and end in mid-sentence."""
    lines = [row.text.strip() for row in rows if not row.table and _width(row.text.strip()) >= 16]
    if len(lines) < 8:
        return False
    widths = sorted(_width(line) for line in lines)
    usual = widths[len(widths) * 3 // 4]
    full = [ln for ln in lines if 0.85 * usual <= _width(ln) <= 1.2 * usual and ln[-1] not in _SENTENCE_ENDS]
    return usual <= 60 and len(full) > _SET_SHARE * len(lines)


def _width(text: str) -> float:
    """The width of a line in Chinese characters."""
    return sum(1 if ord(char) > 0x2E80 or char in "“”—…" else 0.5 for char in text)


def _put_together(lines: Sequence[str], width: float) -> Iterator[str]:
    """Lines that go on, in one paragraph; a short line that ends a sentence ends it."""
    whole = ""
    for line, after in pairwise([*lines, ""]):
        whole += _glue(whole, line) + line
        ended = line[-1] in _SENTENCE_ENDS and _width(line) < 0.92 * width
        if not after or _BEGINS.match(after) or ended or _is_short_heading(whole, width):
            yield whole
            whole = ""


def _is_short_heading(text: str, width: float) -> bool:
    """Whether a paragraph is a numbered line that stands alone."""
    return bool(_BEGINS.match(text)) and _width(text) < 0.75 * width


def _glue(before: str, after: str) -> str:
    latin = before[-1:].isascii() and after[:1].isascii() and before[-1:].isalnum()
    return " " if latin and after[:1].isalpha() else ""
