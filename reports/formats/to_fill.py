"""填报模板: what stands in the blank form where something is to be written, for writer and reader.

Whatever of it is still there when the form comes back is no part of the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from .format import Format
from .grammar import Section

AGENCY, YEAR = "【机关全称】", "【年份】"
PREAMBLE = "【正文前需要说明的话写在这里，没有的删去本行】"
NOTE = "【填报模板：没有发生的填0，请勿增减表格的行和列】"


def title(fmt: Format, agency: str = "", year: int | None = None) -> str:
    """The title of a blank form: complete as far as it is known whose it is, and of which year."""
    return fmt.title.format(agency=agency or AGENCY, year=year or YEAR)


def hint(section: Section) -> str:
    """What stands where a part in words is to be written."""
    return f"【“{section.short}”的内容写在这里，写好后删去本行】"


@cache
def hints(fmt: Format) -> tuple[str, ...]:
    """All of it, the longest first."""
    return tuple(sorted(_hints(fmt), key=len, reverse=True))


def _hints(fmt: Format) -> Iterator[str]:
    yield from (NOTE, title(fmt), PREAMBLE)
    yield from (hint(section) for section in fmt.sections if section.is_prose)
