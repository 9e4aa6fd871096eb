"""Where everything stands in a file: its words, its headings, its tables, its title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reports.formats import Format

from . import headings, titles, zones
from .headings import Start
from .source import Source
from .strip import Strip
from .titles import Title


@dataclass(frozen=True)
class Layout:
    """A file as it is read in one form. `starts` and `zones` are keyed by the number of the part;
    what is not there is left out.
    """

    fmt: Format
    source: Source
    strip: Strip
    starts: Mapping[int, Start]
    zones: Mapping[int, tuple[int, int]]
    title: Title | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing looks like a report of that form."""
        return not self.zones and len(self.starts) < 2

    def line(self, at: int) -> int:
        """The line of a place of the strip; 0 behind its end."""
        places = self.strip.places
        return self.source.rows[places[at][0]].line if at < len(places) else 0

    def raw(self, start: int, end: int) -> str:
        """What the file has between two places of the strip, as written."""
        words = (t for a, b, t in self.strip.words if a < end and b > start)
        return "".join(token.text.strip() for token in words)


def layout(fmt: Format, source: Source, strip: Strip) -> Layout:
    """Looks for everything in its place."""
    starts = headings.find(fmt, source.rows)
    first = min(((one.row, one.at) for one in starts.values()), default=(len(source.rows), 0))
    where = zones.find(strip, fmt, starts)
    return Layout(fmt, source, strip, starts, where, titles.find(source, first))
