"""Web pages: paragraphs as lines, tables as boxes; tables that only lay out a page are opened.

Nothing is fetched, no entity is looked up, no script is run.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree, html

from ..gate import UnreadableError
from ..source import MOST_IN_A_ROW, Box, Row, Source, bounded, raised, tables_of
from .grids import Grid
from .text import decoded

_UNSEEN = {
    "script", "style", "head", "noscript", "template", "select", "option", "button",
    "iframe", "object", "svg", "math", "map", "audio", "video", "del", "s", "strike",
}  # fmt: skip
_INLINE = {
    "a", "abbr", "b", "big", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "o:p", "q", "small", "span", "st1", "strong", "sub", "textarea", "tt",
    "u", "var", "wbr", "img", "bdo", "nobr", "time", "ruby",
}  # fmt: skip
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|text-decoration[a-z-]*\s*:[^;]*line-through",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
"""LibreOffice leaves one behind each figure of a Word file that it saves as a page."""
_BREAK = "\u2028"
_DEEPEST = 240


def source(data: bytes) -> Source:
    """The lines and tables of a web page. Raises UnreadableError."""
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        # Browsers show what stands behind </html>; the parser would stop there.
        text = _CONTROLS.sub("", _CLOSING.sub("", _text(data)))
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise UnreadableError("网页读不出来，请用浏览器打开后另存为网页再上传") from None
    title = root.findtext(".//title") or ""
    rows = bounded(_Page().rows(root))
    return Source(rows, " ".join(title.split()), placed=tables_of(rows))


def _text(data: bytes) -> str:
    """The page in the encoding that it names, if that can be, else in the one it is in."""
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith(codecs.BOM_UTF8):
        name = named[1].decode("ascii", "replace").lower()
        name = "gb18030" if name in ("gb2312", "gbk", "x-gbk", "gb_2312-80") else name
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data)


class _Page:
    """Walks the tree of a page and counts its lines and tables."""

    def __init__(self) -> None:
        self.line = 0
        self.table = 0

    def rows(self, element: Any) -> Iterator[Row]:
        """The rows of all that an element holds, in reading order."""
        words: list[str] = []
        for kind, part in _parts(element, 0):
            if kind == "words":
                words.append(part)
            else:
                yield from self._lines(words)
                words = []
                if kind == "table":
                    yield from self._tabled(part)
        yield from self._lines(words)

    def _lines(self, words: list[str]) -> Iterator[Row]:
        for text in _lines_of("".join(words)):
            self.line += 1
            yield Row((Box(text, self.line),), self.line)

    def _tabled(self, table: Any) -> Iterator[Row]:
        """A table as rows of boxes; one that holds tables, or one box a row, as what is in it."""
        lines = list(_rows_of(table))
        if any(_has_table(cell) for cells in lines for cell in cells):
            for cells in lines:
                for cell in cells:
                    yield from self.rows(cell)
            return
        if all(len(cells) < 2 for cells in lines):
            for cells in lines:
                for cell in cells:
                    yield from self.rows(cell)
            return
        self.table += 1
        grid = Grid()
        for cells in lines:
            self.line += 1
            yield Row(tuple(self._boxes(grid, cells)), self.line, self.table)

    def _boxes(self, grid: Grid, cells: list[Any]) -> Iterator[Box]:
        grid.next_row()
        for cell in cells[: 4 * MOST_IN_A_ROW]:
            colspan, rowspan = _span(cell, "colspan"), _span(cell, "rowspan")
            column = grid.place(colspan, rowspan)
            yield Box("\n".join(_lines_of(_words_in(cell))), self.line, column, colspan)
        if len(cells) > 4 * MOST_IN_A_ROW:
            raise UnreadableError(f"第{self.line}行的列数过多，不像年度报告的表格，请核对文件")


def _has_table(cell: Any) -> bool:
    """Whether a box holds tables; one of a single box is only its frame."""
    return any(len(list(islice(inner.iter("td", "th"), 2))) > 1 for inner in cell.iter("table"))


def _words_in(cell: Any) -> str:
    """All that a box says, in frames too."""
    parts = _parts(cell, 0)
    return "".join(
        part if kind == "words" else "".join(map(_words_in, part.iter("td", "th")))
        for kind, part in parts
    )


def _parts(element: Any, depth: int) -> Iterator[tuple[str, Any]]:
    """Words, breaks between lines, and tables, as they follow one another."""
    if element.text:
        yield "words", element.text
    for child in element:
        if not _is_unseen(child, depth):
            yield from _seen(child, depth)
        if child.tail:
            yield "words", child.tail


def _is_unseen(child: Any, depth: int) -> bool:
    if not isinstance(child.tag, str) or child.tag in _UNSEEN or depth > _DEEPEST:
        return True
    return bool(_HIDDEN.search(child.get("style") or ""))


def _seen(child: Any, depth: int) -> Iterator[tuple[str, Any]]:
    """What one element shows."""
    tag = child.tag
    if tag == "table":
        yield "table", child
    elif tag in ("br", "hr"):
        yield "words", _BREAK
    elif tag == "input":
        yield "words", _typed(child)
    elif tag == "sup":
        words = (part for kind, part in _parts(child, depth + 1) if kind == "words")
        yield "words", raised("".join(words))
    elif tag in _INLINE or ":" in tag:
        yield from _parts(child, depth + 1)
    else:
        yield "words", _BREAK
        yield from _parts(child, depth + 1)
        yield "words", _BREAK


def _typed(box: Any) -> str:
    """What stands in a box to type in, as the page shows it."""
    shown = (box.get("type") or "text").strip().lower() in ("text", "number", "tel")
    return str(box.get("value") or "") if shown else ""


def _lines_of(words: str) -> list[str]:
    parts = (_BLANKS.sub(" ", part).strip() for part in words.split(_BREAK))
    return [part for part in parts if part]


def _rows_of(table: Any) -> Iterator[list[Any]]:
    """The rows of a table itself, not of tables in it."""
    for row in table.iter("tr"):
        owner = next(row.iterancestors("table"), None)
        if owner is table:
            yield [cell for cell in row if cell.tag in ("td", "th")]


def _span(cell: Any, name: str) -> int:
    """How many columns or rows a box says it takes; 1 where that is no number."""
    said = re.match(r"\s*(\d{1,4})", cell.get(name) or "")
    return min(max(int(said[1]), 1), MOST_IN_A_ROW) if said else 1
