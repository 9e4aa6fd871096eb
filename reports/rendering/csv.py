"""The report as a table of values: a line each, its place in the form and its unit beside it.

The codebook (reports.opendata) says more of each.

UTF-8 with a mark, so that Excel and WPS take it for what it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from reports.content import Content
from reports.figures import Figure, printed
from reports.formats import Kind

from .marks import FINAL, Marks

HEAD = ("指标代码", "部分", "行", "列", "类型", "单位", "数值")
TEXT = "text"
"""The kind of what is no number."""

_WITHIN = " > "
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠|%]|[\t\r]")

Line = tuple[str, int | str, str, str, str, str, str]


def draw(content: Content, marks: Marks = FINAL) -> bytes:
    """Whose report it is, every figure and fee, the parts in words. A blank has an empty value.

    Words that a spreadsheet would take for a formula have an apostrophe before them.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEAD)
    writer.writerows(_lines(content))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _lines(content: Content) -> Iterator[Line]:
    fmt = content.format
    yield _text("edition", "", "", fmt.edition)
    yield _text("agency", "", "", content.agency)
    yield _text("year", "", "", str(content.year))
    yield _text("title", "", "", content.title)
    yield _text("preamble", "", "", content.text("preamble"))
    for section in fmt.sections:
        number = section.number
        for cell in fmt.cells.values():
            if cell.section == number:
                row, column = _WITHIN.join(cell.row), _WITHIN.join(cell.column)
                value = content.figures.get(cell.id)
                yield _figure(cell.id, number, (row, column), cell.kind, value)
        for fee in fmt.fees if number == fmt.fees_in else ():
            yield _figure(fee.key, number, ("", fee.label), fee.kind, content.fees.get(fee.id))
        if section.is_prose:
            key = str(number)
            yield _text(f"sections.{key}", number, section.heading, content.text(key))


def _figure(id_: str, section: int, path: tuple[str, str], kind: Kind, value: Figure) -> Line:
    return (id_, section, *path, str(kind), kind.unit, printed(value))


def _text(id_: str, section: int | str, row: str, words: str) -> Line:
    """Words that begin as a formula does are marked as words."""
    return (id_, section, row, "", TEXT, "", f"'{words}" if _FORMULA.match(words) else words)
