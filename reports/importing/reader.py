"""The one reader behind every kind of file: a Source in, a Reading out.

Labels first, places second. What is printed is read; what does not fit is told, not mended.
"""

from __future__ import annotations

from reports.formats import Format, edition

from . import disputes, editions, fee_boxes, fees, headings, passages, several, tables, titles
from .gate import UnreadableError
from .layout import layout
from .reading import Reading
from .source import Source
from .strip import strip_of
from .unfilled import without_hints

_NOTHING = "没有读到政府信息公开工作年度报告的内容，请核对文件"


def read(source: Source, edition_name: str = "", year: int = 0) -> tuple[Reading, Format]:
    """The report in a source, and the form it is in. `edition_name` overrides the guess; of several
    reports `year` is preferred.

    Raises UnreadableError where there is no report, and NoFormatError.
    """
    source, reports = several.only(without_hints(source), year)
    source, boxes = fee_boxes.take(source)
    strip = strip_of(source)
    title = titles.find(source, (len(source.rows), 0))
    fmt = editions.guess(strip, title.year if title else None)
    found = layout(edition(edition_name) if edition_name else fmt, source, strip)
    if found.is_empty:
        raise UnreadableError(_NOTHING)
    reading = Reading(found.fmt.edition)
    several.report(reading, reports)
    titles.report(reading, source, found.title)
    editions.report(reading, found.fmt, reading.year)
    headings.report(reading, found.fmt, source.rows, found.starts)
    for number in (2, 3):
        tables.read(reading, found, number)
    disputes.read(reading, found)
    passages.read(reading, found)
    fees.read(reading, found.fmt, source, boxed=any(one.text for one in boxes.values()))
    fee_boxes.read(reading, found.fmt, boxes)
    if not reading.stood and not any(reading.sections.values()):
        raise UnreadableError(_NOTHING)
    return reading, found.fmt
