"""Where one report ends and another begins, in files that hold more than one whole.

Two are never read as one: the reader gets the rows of a single report, and says which others there
are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from reports.formats import FORMATS, Format

from . import headings, titles
from .reading import Reading
from .source import Box, Row, Source
from .strip import Strip, strip_of
from .targets import targets
from .titles import Place, Title

_SURE = 0.9
_TELLING = 8
"""A heading of so many characters is not said by chance."""
_SHOWN = 3

_Cut = tuple[Place, Title | None]
"""Where a report may begin, with the title that stands there."""


@dataclass(frozen=True)
class Report:
    """A whole report at [begin, end) of a file. `title` None: none of its own."""

    begin: Place
    end: Place
    title: Title | None
    line: int

    @property
    def year(self) -> int:
        """Of its title; 0 where it has none."""
        return self.title.year if self.title else 0

    @property
    def name(self) -> str:
        """What it is called; what stands where it has no title."""
        return self.title.text if self.title else "没有标题的一份"


def only(source: Source, year: int = 0) -> tuple[Source, list[Report]]:
    """The source of one report, and all that the file holds with that one first.

    Of several it is the one of that year, else of the latest, of these the first; a file that
    holds no more than one comes back as it is, with no list.
    """
    found = list(_whole(source))
    if len(found) < 2:
        return source, []
    # max takes the first of equals.
    chosen = max(found, key=lambda one: (one.year == year, one.year))
    rest = [one for one in found if one is not chosen]
    return _part(source, chosen), [chosen, *rest]


def report(reading: Reading, reports: Sequence[Report]) -> None:
    """Names the one that was read and those that were not, with the place of the first of them."""
    if not reports:
        return
    chosen, *rest = reports
    others = "”“".join(one.name for one in rest[:_SHOWN]) + "”" + "等" * (len(rest) > _SHOWN)
    why = f"文件里有{len(reports)}份报告，只读了“{chosen.name}”，没有读“{others}"
    raw = "；".join(one.name for one in rest)
    reading.doubt(f"{why}，请核对要的是哪一份，其余的请另存为单独的文件", raw, rest[0].line)


def _whole(source: Source) -> Iterator[Report]:
    """The whole reports of a file, in order."""
    cuts = list(_cuts(source))
    if len(cuts) < 2:
        return
    strip, last = strip_of(source), (len(source.rows), 0)
    pieces = [(a, b) for (a, _), (b, _) in pairwise([*cuts, (last, None)])]
    held = [n for n, (a, b) in enumerate(pieces) if _holds_table(strip, a, b)]
    # Titles and contents stand above the report that they belong to.
    firsts = [_first(cuts, n, before) for before, n in zip([-1, *held], held, strict=False)]
    begins = [cuts[n][0] for n in firsts]
    for number, (begin, end) in enumerate(pairwise([*begins, last])):
        own = [t for _, t in cuts[firsts[number] : held[number] + 1] if t]
        line = source.rows[begin[0]].line
        yield Report(begin if number else (0, 0), end, own[-1] if own else None, line)


def _first(cuts: Sequence[_Cut], held: int, before: int) -> int:
    """The cut at which a report begins that has its table behind the cut `held`: the nearest with a
    title, of titles that say the same the first.
    """
    named = [n for n in range(before + 1, held + 1) if cuts[n][1]]
    if not named:
        return held
    same = [n for n in named if _is_same(cuts[n][1], cuts[named[-1]][1])]
    return same[0]


def _is_same(one: Title | None, other: Title | None) -> bool:
    return bool(one and other and (one.agency, one.year) == (other.agency, other.year))


def _cuts(source: Source) -> Iterator[_Cut]:
    """Where a report may begin: titles in lines of their own, headings of part one."""
    own = {one.begin: one for one in titles.in_lines(source) if one.begin}
    cuts: dict[Place, Title | None] = {**own}
    for place in _beginnings(source.rows):
        title = titles.find_above(source, place)
        if title and title.begin:
            cuts.setdefault(title.begin, title)
        cuts.setdefault(place, None)
    yield from _without_repeated(sorted(cuts.items(), key=lambda one: one[0]))


def _without_repeated(cuts: Sequence[_Cut]) -> Iterator[_Cut]:
    """Without titles that stand at the top of every page: no part one follows them."""
    last: Title | None = None
    for cut, after in pairwise([*cuts, None]):
        title = cut[1] if cut else None
        if cut and not (title and _is_same(title, last) and not (after and after[1] is None)):
            yield cut
        last = title or last


def _beginnings(rows: Sequence[Row]) -> Iterator[Place]:
    first = next(iter(FORMATS.values()))
    for one in headings.every(first, rows):
        if one.section == 1 and one.score >= _SURE:
            yield one.row, one.at


def _holds_table(strip: Strip, begin: Place, end: Place) -> bool:
    """Whether most of the rows of table three are said between two places."""
    text = strip.text[strip.position(*begin) : strip.position(*end)]
    return any(
        2 * sum(word in text for word in words) > len(words)
        for words in map(_words, FORMATS.values())
    )


@cache
def _words(fmt: Format) -> tuple[str, ...]:
    return tuple(one.bare for one in targets(fmt, 3) if len(one.bare) >= _TELLING)


def _part(source: Source, one: Report) -> Source:
    """The rows between two places; a row that goes beyond them is cut."""
    rows = []
    for number in range(one.begin[0], min(one.end[0] + 1, len(source.rows))):
        row = source.rows[number]
        low = one.begin[1] if number == one.begin[0] else 0
        high = one.end[1] if number == one.end[0] else len(row.text)
        if low < high:
            whole = row.table or (low, high) == (0, len(row.text))
            rows.append(row if whole else Row((Box(row.text[low:high], row.line),), row.line))
    return replace(source, rows=tuple(rows))
