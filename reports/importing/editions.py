"""Which edition of the form a file was written in: by its rows and columns, then by its year."""

from __future__ import annotations

from functools import cache

from reports.formats import FORMATS, Format, NoFormatError, in_force
from reports.formats.wording import bare

from .reading import Reading
from .strip import Strip


def guess(strip: Strip, year: int | None) -> Format:
    """The edition with the most words of its own in the file; of equals that of the year."""
    by_year = _of_year(year)
    scores = {fmt: sum(word in strip.text for word in _own(fmt)) for fmt in FORMATS.values()}
    best = max(scores.values())
    if by_year and scores[by_year] == best:
        return by_year
    return [fmt for fmt, score in scores.items() if score == best][-1]


def report(reading: Reading, fmt: Format, year: int | None) -> None:
    """Names an edition that is not the one of the year."""
    by_year = _of_year(year)
    if by_year and by_year is not fmt:
        reading.doubt(f"{year}年度应当使用{by_year.edition}版格式，文件中的表格是{fmt.edition}版")


def _of_year(year: int | None) -> Format | None:
    try:
        return in_force(year) if year else None
    except NoFormatError:
        return None


@cache
def _own(fmt: Format) -> frozenset[str]:
    """The bare labels of tables that no other edition has, nor within longer ones."""
    others = [
        bare(label) for other in FORMATS.values() if other is not fmt for label in other.labels()
    ]
    words = {bare(label) for label in fmt.labels()} - {bare(fee.label) for fee in fmt.fees}
    return frozenset(word for word in words if len(word) > 3 and not any(word in o for o in others))
