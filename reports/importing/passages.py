"""The parts written in words: the lines between two headings, without what the page adds."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports import prose
from reports.formats.wording import NUMERALS, with_usual_characters

from . import closing, setting
from .furniture import ends_report, is_page_number, stands_above
from .layout import Layout
from .reading import Reading

_RESIDUE = re.compile(r"\[bookmark:[^\]]*\]|\{\s*(?:HYPERLINK|PAGE|TOC)[^}]*\}")
_CJK = r"\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”"
_BLANK = r"[ \t\u3000\xa0]+"
_GAP = re.compile(rf"(?<=[{_CJK}]){_BLANK}(?=[{_CJK}(])|{_BLANK}(?=[（(][{NUMERALS}]+[）)])")
_WHOLE_REPORT = 1500
"""A line of more characters has paragraphs in it."""
_SHORTEST_SENTENCE = 30
_FIRST_BEHIND = 5
"""The part that follows the tables."""

Place = tuple[int, int]


@dataclass(frozen=True)
class Said:
    """What one line says, and on which line of the file."""

    text: str
    line: int


def read(reading: Reading, layout: Layout) -> None:
    """Puts preamble and parts into the reading; what belongs to the page round it, into doubts."""
    texts = _Texts(reading, layout)
    end = (len(layout.source.rows), 0)
    bounds = [(s.row, s.at) for s in layout.starts.values()]
    read_ = {layout.fmt.cells[id_].section for id_ in reading.stood}
    bounds += [layout.strip.places[low] for n, (low, _) in layout.zones.items() if n in read_]
    title = layout.title
    above = title.end if title and title.end else (0, 0)
    reading.preamble = texts.preamble(above, min(bounds, default=above))
    for section in layout.fmt.sections:
        start = layout.starts.get(section.number)
        if section.is_prose:
            begin = (start.row, start.end) if start else end
            until = min((place for place in bounds if place > begin), default=end)
            reading.sections[str(section.number)] = texts.part(begin, until, is_last=until == end)
    texts.name_among(layout, end)
    texts.name_homeless(layout, end)
    texts.name_odd()


class _Texts:
    """The lines of a file as paragraphs."""

    def __init__(self, reading: Reading, layout: Layout) -> None:
        self.reading, self.rows = reading, layout.source.rows
        self.odd: dict[str, int] = {}
        self.is_set = setting.looks_set([row.text for row in self.rows if not row.table])

    def preamble(self, begin: Place, end: Place) -> str:
        """What stands above part one, without what belongs to the page."""
        lines = list(self._lines(begin, end))
        self._drop([one for one in lines if self._is_above(one.text)])
        return self._paragraphs([one for one in lines if not self._is_above(one.text)])

    def part(self, begin: Place, end: Place, *, is_last: bool) -> str:
        """What stands between two headings; the last part ends where the page goes on."""
        lines = list(self._lines(begin, end))
        if is_last:
            ends = (number for number, one in enumerate(lines) if ends_report(one.text))
            cut = next(ends, len(lines))
            self._drop(lines[cut:])
            lines = self._unsigned(lines[:cut])
        return self._paragraphs(lines)

    def _unsigned(self, lines: list[Said]) -> list[Said]:
        at = closing.begins([one.text for one in lines], self.reading.agency)
        if lines[at:]:
            raw = " ".join(one.text for one in lines[at:])
            self.reading.doubt("署名和成文日期，不是正文，没有读入", raw, lines[at].line)
        return lines[:at]

    def name_odd(self) -> None:
        """Characters that only look like the usual ones; text layers of PDFs have them."""
        if self.odd:
            why = "文字中有部首码位的字符，已换成通用汉字"
            self.reading.doubt(why, "".join(sorted(self.odd)), min(self.odd.values()))

    def name_among(self, layout: Layout, end: Place) -> None:
        """Sentences above, between and below the tables: the form has no place for them."""
        tabled = {row.line for row in self.rows if row.table}
        last = math.inf if _FIRST_BEHIND in layout.starts else self._last_figure
        starts = sorted(layout.starts.values(), key=lambda one: (one.row, one.at))
        ends = [*((one.row, one.at) for one in starts[1:]), end]
        for start, until in zip(starts, ends, strict=False):
            if layout.fmt.section(start.section).is_prose:
                continue
            lines = [one for one in self._lines((start.row, start.end), until) if one.line <= last]
            said = [one for one in lines if "。" in one.text and one.line not in tabled]
            if said:
                raw = " ".join(one.text for one in said)
                self.reading.doubt("表格前后的文字，不是表中的内容，没有读入", raw, said[0].line)

    @property
    def _last_figure(self) -> int:
        """The line of the last figure that was read."""
        return max((one.line for one in self.reading.stood.values()), default=0)

    def name_homeless(self, layout: Layout, end: Place) -> None:
        """What follows the last table without a heading belongs to no part."""
        last = self._last_figure
        after = [n for n, row in enumerate(self.rows) if row.line > last and not row.table]
        if not last or not after or _FIRST_BEHIND in layout.starts:
            return
        bounds = [(start.row, start.at) for start in layout.starts.values()]
        until = min((place for place in bounds if place >= (after[0], 0)), default=end)
        lines = list(self._lines((after[0], 0), until))
        if lines:
            raw = " ".join(one.text for one in lines)
            why = "表格后的文字没有标题，不知属于哪一部分，没有读入"
            self.reading.doubt(why, raw, lines[0].line)

    def _is_above(self, text: str) -> bool:
        if stands_above(text):
            return True
        return len(text) < _SHORTEST_SENTENCE and text[-1] not in "。：:；" and not self.is_set

    def _drop(self, lines: Sequence[Said]) -> None:
        said = [one for one in lines if one.text.strip(" |")]
        if said:
            raw = " ".join(one.text for one in said)
            self.reading.doubt("页面上的其他文字，没有读入", raw, said[0].line)

    def _lines(self, begin: Place, end: Place) -> Iterator[Said]:
        for number in range(begin[0], min(end[0] + 1, len(self.rows))):
            row = self.rows[number]
            stop = end[1] if number == end[0] else len(row.text)
            text = row.text[begin[1] if number == begin[0] else 0 : stop]
            for part in _split(text, is_flow=len(row.text) > _WHOLE_REPORT):
                said = _RESIDUE.sub("", part).strip()
                if said and not is_page_number(said):
                    yield Said(said, row.line)

    def _paragraphs(self, lines: Sequence[Said]) -> str:
        for one in lines:
            self.odd |= dict.fromkeys(
                set(one.text) - set(with_usual_characters(one.text)), one.line
            )
        texts = [with_usual_characters(one.text) for one in lines]
        return prose.tidy("\n".join(setting.put_together(texts) if self.is_set else texts))


def _split(text: str, *, is_flow: bool) -> Iterator[str]:
    """A line that holds a whole report has its paragraphs parted by blanks."""
    for part in text.split("\n"):
        yield from _GAP.split(part) if is_flow else [part]
