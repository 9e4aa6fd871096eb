"""The one reader behind every kind of file: a Source in, a Reading out.

Labels first, places second. What is printed is read; what does not fit is told, not mended.
"""

from __future__ import annotations

from reports.formats import Format, edition

from . import editions, fees, headings, passages, tables, titles, zones
from .gate import UnreadableError
from .reading import Reading
from .source import Source
from .strip import strip_of

_NOTHING = "没有读到政府信息公开工作年度报告的内容，请核对文件"


def read(source: Source, edition_name: str = "") -> tuple[Reading, Format]:
    """The report in a source, and the form it is in. `edition_name` overrides the guess.

    Raises UnreadableError where there is no report, and NoFormatError.
    """
    strip = strip_of(source)
    rough = titles.find(source, len(source.rows))
    fmt = edition(edition_name) if edition_name else editions.guess(strip, rough and rough.year)
    starts = headings.find(fmt, source.rows)
    where = zones.find(strip, fmt, starts)
    if not where.of and len(starts) < 2:
        raise UnreadableError(_NOTHING)
    reading = Reading(fmt.edition)
    first = min((one.row for one in starts.values()), default=len(source.rows))
    title = titles.find(source, first + 1)
    titles.report(reading, source, title)
    editions.report(reading, fmt, reading.year)
    headings.report(reading, fmt, source.rows, starts)
    tables.read(reading, fmt, source, strip, where)
    passages.read(reading, fmt, source, starts, strip, where, title)
    fees.read(reading, fmt, source)
    if not reading.stood and not any(reading.sections.values()):
        raise UnreadableError(_NOTHING)
    return reading, fmt
