"""The worksheets of words: a line of the sheet for each paragraph, the fees beside their labels."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from reports.content import Content
from reports.formats import Fee, Section
from reports.prose import Paragraphs

from .marks import Marks
from .title import title_lines
from .xlsx_cells import MAIN, put_figure, put_text
from .xlsx_template import Template

_LONGEST = 16_000
"""Characters in a cell: programs take 32,767 units of UTF-16, of which a character has two."""

_IN_A_LINE, _IN_A_TITLE = 27, 20
_LINE, _TITLE_LINE, _HIGHEST = 19.5, 30, 400
_INDENT = "\u3000\u3000"


@dataclass(frozen=True)
class Line:
    """One line of the sheet: its kind (of `Template.looks`), its words, the fee beside them."""

    kind: str
    text: str
    fee: Fee | None = None

    @property
    def height(self) -> float:
        """Points that it takes, as far as that can be told without the face.

        Some programs fit a row to its words when they open a file, others never do.
        """
        wide, high = (_IN_A_TITLE, _TITLE_LINE) if self.kind == "title" else (_IN_A_LINE, _LINE)
        lines = (max(math.ceil(_width(line) / wide), 1) for line in self.text.split("\n"))
        return 4 + high * sum(lines)


def fill_words(tree: Any, prepared: Template, content: Content, marks: Marks, number: int) -> None:
    """Puts the words of one part into its worksheet, above part one also the title."""
    data = tree.find(f"{MAIN}sheetData")
    for old in (*data, *tree.iter(f"{MAIN}dimension")):
        old.getparent().remove(old)
    merged = []
    for line in _lines(content, marks, content.format.section(number)):
        first = len(data) + 1
        _put(data, line, prepared, content)
        if len(data) > first:
            merged.append(f"A{first}:A{len(data)}")
    if merged:
        cells = etree.Element(f"{MAIN}mergeCells")
        for name in merged:
            etree.SubElement(cells, f"{MAIN}mergeCell").set("ref", name)
        data.addnext(cells)


def _lines(content: Content, marks: Marks, section: Section) -> Iterator[Line]:
    if section.number == 1:
        if marks.line:
            yield Line("marks", marks.line)
        yield Line("title", "\n".join(title_lines(content)))
        yield from _paragraphs(content.prose.get("preamble", ()))
    yield Line("heading", _INDENT + section.heading)
    if section.number == content.format.fees_in:
        for fee in content.format.fees:
            yield Line("fee", fee.named, fee)
    yield from _paragraphs(content.prose.get(str(section.number), ()))


def _paragraphs(paragraphs: Paragraphs) -> Iterator[Line]:
    for one in paragraphs:
        kind = str(one.level) if one.is_heading else "0"
        for start in range(0, len(one.text), _LONGEST):
            yield Line(kind, _INDENT + one.text[start : start + _LONGEST])


def _put(data: Any, line: Line, prepared: Template, content: Content) -> None:
    """A line; one that is higher than programs let a row be goes down over several."""
    rows = math.ceil(line.height / _HIGHEST)
    is_set = rows > 1 or line.kind == "title"
    row = _row(data, line.height / rows, is_set=is_set)
    put_text(_cell(row, "A"), line.text, *_looks(prepared, line.kind))
    if line.fee:
        figure = content.fees.get(line.fee.id)
        put_figure(_cell(row, "B"), figure, prepared.numbers[line.fee.key])
    for _ in range(rows - 1):
        _row(data, line.height / rows, is_set=True)


def _looks(prepared: Template, kind: str) -> tuple[int, int]:
    return prepared.looks[kind], prepared.looks[f"{kind}'"]


def _row(data: Any, height: float, *, is_set: bool) -> Any:
    """A new row. Unless the height is set, programs may fit it to the words."""
    row = etree.SubElement(data, f"{MAIN}row")
    row.set("r", str(len(data)))
    row.set("ht", f"{height:g}")
    if is_set:
        row.set("customHeight", "1")
    return row


def _cell(row: Any, column: str) -> Any:
    cell = etree.SubElement(row, f"{MAIN}c")
    cell.set("r", f"{column}{row.get('r')}")
    return cell


def _width(text: str) -> float:
    """The width of a text in Chinese characters."""
    return sum(0.5 if char.isascii() else 1 for char in text)
