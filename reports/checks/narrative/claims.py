"""Claims: the numbers of the narrative that speak of cells, each tied near its noun (R47)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from reports.content import Content
from reports.formats import Format

from .context import Scope, scope
from .meant import likeliest
from .nothing import Nothing, nothing
from .nouns import Alternatives, Noun
from .numerals import Numeral
from .plain import LONGEST, plain
from .reading import Reading
from .shares import Level, changes, levels, shares
from .ties import Tie, ties
from .totals import totals
from .vocabulary import in_tables, vocabulary


class Kind(StrEnum):
    """What a claim says of its cells."""

    COUNT = "count"
    PERCENT = "percent"
    ZERO = "zero"
    CHANGE = "change"


@dataclass(frozen=True)
class Claim:
    """One number of the narrative, [start, end) of a paragraph of the report.

    `cells` are the sums it may be told of, the likeliest first; of a share `of` are the sums it may
    be a share of. A change is told against last year: `value` is negative for a fall, `numeral`
    says whether it is a percentage. Claims of ZERO (“未收到”) and of no change have no numeral.
    """

    section: str
    paragraph: str
    start: int
    end: int
    text: str
    value: Decimal
    kind: Kind
    cells: Alternatives
    noun: Noun
    quoted: str
    numeral: Numeral | None = None
    of: Alternatives = ()
    scope: Scope = field(default_factory=Scope)

    @property
    def group(self) -> tuple[object, ...]:
        """Claims of the same thing in one paragraph, whichever meaning is likeliest of each."""
        return (self.section, self.paragraph, self.noun.id, frozenset(self.cells))


def find(content: Content) -> list[Claim]:
    """Every claim of the report about its own year and about all there was, in reading order."""
    return [claim for claim in told(content) if claim.scope.is_whole]


def told(content: Content) -> list[Claim]:
    """Claims of whatever year and part; only those whose scope is whole speak of the tables."""
    return [claim for key in content.format.prose_keys for claim in _of_section(content, key)]


def _of_section(content: Content, key: str) -> Iterator[Claim]:
    above = ""
    report = Report(content.format, content.year, content.agency)
    for paragraph in content.prose.get(key, ()):
        for claim in _of_paragraph(report, paragraph.text, above):
            yield replace(claim, section=key, paragraph=paragraph.id)
        above = paragraph.text if paragraph.is_heading else above


@dataclass(frozen=True)
class Report:
    """What must be known of a report to understand its sentences."""

    format: Format
    year: int
    agency: str


@lru_cache(maxsize=512)
def _of_paragraph(report: Report, text: str, above: str) -> tuple[Claim, ...]:
    """The claims of one paragraph; kept, as nine checks ask for them and most paragraphs stay."""
    if len(text) > LONGEST or not _TELLING.search(text):
        return ()
    reading = Reading(plain(text), vocabulary(report.format, report.year), above)
    found = _Teller(report, reading).claims()
    return tuple(sorted(found, key=lambda claim: claim.start))


@dataclass(frozen=True)
class _Teller:
    """Turns what was found in one paragraph into claims."""

    report: Report
    reading: Reading

    def claims(self) -> Iterator[Claim]:
        counts = likeliest(self.reading, list(ties(self.reading)))
        moved = changes(self.reading, counts, self.report.year)
        parts = shares(self.reading, counts)
        none = list(nothing(self.reading))
        counted = [tie for tie in counts if not (tie.is_bare and any(tie in one for one in none))]
        nought = [one for one in none if not any(tie in one for tie in counted)]
        summed = totals(self.reading, counts)
        yield from self._fitting(self._numbered(tie, Kind.COUNT) for tie in (*counted, *summed))
        yield from self._fitting(self._numbered(s.tie, Kind.PERCENT, of=s.of) for s in parts)
        yield from self._fitting(self._numbered(c.tie, Kind.CHANGE, sign=c.sign) for c in moved)
        yield from self._fitting(self._none(one) for one in nought)
        same = levels(self.reading, counts, self.report.year)
        yield from self._fitting(self._level(one) for one in same)

    def _fitting(self, found: Iterable[Claim]) -> Iterator[Claim]:
        """Those of which the edition has the cells, with these cells alone."""
        for claim in found:
            cells = in_tables(self.report.format, claim.cells)
            if cells:
                yield replace(claim, cells=cells)

    def _numbered(self, tie: Tie, kind: Kind, *, sign: int = 1, of: Alternatives = ()) -> Claim:
        number = tie.numeral
        claim = self._claim(kind, tie.noun, tie.cells, (number.start, number.end), tie.start)
        return replace(claim, value=sign * number.value, numeral=number, of=of)

    def _none(self, none: Nothing) -> Claim:
        return self._claim(Kind.ZERO, none.noun, none.cells, (none.start, none.end), none.start)

    def _level(self, same: Level) -> Claim:
        return self._claim(Kind.CHANGE, same.noun, same.cells, (same.start, same.end), same.since)

    def _claim(
        self, kind: Kind, noun: Noun, cells: Alternatives, place: tuple[int, int], at: int
    ) -> Claim:
        words, year, agency = self.reading.words, self.report.year, self.report.agency
        start, end = words.span(*place)
        told, adds = (self._since(at), at), kind is Kind.COUNT
        return Claim(
            section="",
            paragraph="",
            start=start,
            end=end,
            text=words.original[start:end],
            value=Decimal(0),
            kind=kind,
            cells=cells,
            noun=noun,
            quoted=words.quoted(at, place[1]),
            scope=scope(words, noun, told, year, agency, adds=adds),
        )

    def _since(self, at: int) -> int:
        """Where the number before ends: what stands before it was said of that one."""
        text, numbers = self.reading.words.text, self.reading.numbers
        before = bisect_right([number.end for number in numbers], at)
        ends = (n.end for n in reversed(numbers[:before]) if text[n.end : n.end + 1] not in _DATES)
        return next(ends, 0)


_DATES = tuple("年月日")
_TELLING = re.compile(
    r"[0-9０-９零〇一二三四五六七八九十百千万两]\s*(?:[件宗份起例条个项笔%％万，。；、！）,;!)]|$)"
    "|百分之|未|没有|无|零|持平"
)
"""What a paragraph must have to tell anything; most have nothing of it."""
