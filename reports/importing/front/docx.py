"""Word files: paragraphs as lines, tables as boxes, changes as if they had been accepted; what is
struck through is gone.

The package's main part alone is read; nothing that it points to is looked up.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..gate import BROKEN, UnreadableError
from ..source import MOST_IN_A_ROW, Box, Row, Source, bounded, raised, tables_of

_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "fldData")}
_BREAKS = {f"{_W}{name}": text for name, text in {"br": "\n", "cr": "\n", "tab": "\t"}.items()}
_PARAGRAPH, _TABLE, _TEXT_BOX = f"{_W}p", f"{_W}tbl", f"{_W}txbxContent"
_DEEPEST = 60
_UNREADABLE = "Word文件读不出来，请用WPS或Office打开后另存为.docx再上传"


def source(data: bytes) -> Source:
    """The lines and tables of a .docx. Raises UnreadableError."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            text = package.read(_MAIN).replace(_STRICT[1:-1].encode(), _W[1:-1].encode())
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, KeyError, ValueError, *BROKEN):
        raise UnreadableError(_UNREADABLE) from None
    doctype: str = root.getroottree().docinfo.doctype  # type: ignore[union-attr]
    body = root.find(f"{_W}body")
    if doctype or body is None:
        raise UnreadableError(_UNREADABLE)
    rows = bounded(_Document().rows(body))
    return Source(rows, placed=tables_of(rows))


class _Document:
    """Walks the body of a document and counts its lines and tables."""

    def __init__(self) -> None:
        self.line = 0
        self.table = 0

    def rows(self, element: Any, depth: int = 0) -> Iterator[Row]:
        """The rows of what an element holds, in reading order."""
        if depth > _DEEPEST:
            raise UnreadableError("文件中的表格嵌套过深，请只保留报告正文后再上传")
        kept = ""
        for block in _blocks(element):
            if block.tag == _TABLE:
                yield from self._tabled(block, depth)
                continue
            text = kept + _text(block)
            # The end of this paragraph is deleted: the next one goes on in it.
            kept = text if _has(block, "pPr/w:rPr/w:del") else ""
            if not kept:
                yield from self._lines(text)
            for box in block.iter(_TEXT_BOX):
                if next(box.iterancestors(_FALLBACK, _TEXT_BOX), None) is None:
                    yield from self.rows(box, depth + 1)
        yield from self._lines(kept)

    def _lines(self, text: str) -> Iterator[Row]:
        for line in text.split("\n"):
            if line.strip():
                self.line += 1
                yield Row((Box(line, self.line),), self.line)

    def _tabled(self, table: Any, depth: int) -> Iterator[Row]:
        lines = [row for row in _children(table, "tr") if not _has(row, "trPr/w:del")]
        cells = [list(_children(row, "tc")) for row in lines]
        opened = any(cell.find(f".//{_TABLE}") is not None for row in cells for cell in row)
        if opened or all(len(row) < 2 for row in cells):
            for row in cells:
                for cell in row:
                    yield from self.rows(cell, depth + 1)
            return
        self.table += 1
        for row, inside in zip(lines, cells, strict=True):
            self.line += 1
            yield Row(tuple(self._boxes(row, inside)), self.line, self.table)

    def _boxes(self, row: Any, cells: list[Any]) -> Iterator[Box]:
        if len(cells) > 4 * MOST_IN_A_ROW:
            raise UnreadableError(f"第{self.line}行的列数过多，不像年度报告的表格，请核对文件")
        column = _number(row, "trPr/w:gridBefore", 0)
        for cell in cells:
            span = _number(cell, "tcPr/w:gridSpan", 1)
            if not _goes_on(cell) and not _has(cell, "tcPr/w:cellDel"):
                text = "\n".join(_text(block) for block in _blocks(cell)).strip("\n")
                yield Box(text, self.line, column, span, _tag(cell))
            column += span


def _children(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the boxes of a row, in controls and inserted ones too."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _children(child, name)


def _blocks(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _blocks(child)


def _text(block: Any) -> str:
    """The words of a paragraph as they are once all changes are accepted."""
    if block.tag == _TABLE:
        return "".join(block.itertext(f"{_W}t"))
    return "".join(_words(block, 0))


def _words(element: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    for child in element:
        if child.tag == f"{_W}t":
            yield raised(child.text or "") if _is_raised(element) else child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif not _is_unseen(child):
            yield from _words(child, depth + 1)


def _is_raised(run: Any) -> bool:
    found = run.find(f"{_W}rPr/{_W}vertAlign")
    return found is not None and found.get(f"{_W}val") == "superscript"


def _is_unseen(element: Any) -> bool:
    if element.tag in _GONE or element.tag in (_TEXT_BOX, _FALLBACK, f"{_W}pPr", f"{_W}sdtPr"):
        return True
    if _is_prompt(element):
        return True
    gone = ("rPr/w:vanish", "rPr/w:strike", "rPr/w:dstrike")
    return element.tag == f"{_W}r" and any(_has(element, path) for path in gone)


def _is_prompt(element: Any) -> bool:
    """Whether a content control shows only what asks for its words, and not a number."""
    if element.tag != f"{_W}sdt" or not _has(element, "sdtPr/w:showingPlcHdr"):
        return False
    return not any(char.isdigit() for char in "".join(element.itertext(f"{_W}t")))


def _tag(cell: Any) -> str:
    """The tag of the one content control in a box; "" where there is none or more than one."""
    tags = [one.get(f"{_W}val", "") for one in cell.iterfind(f".//{_W}sdt/{_W}sdtPr/{_W}tag")]
    return tags[0] if len(tags) == 1 else ""


def _goes_on(cell: Any) -> bool:
    """Whether a box is only the lower part of one that began above."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _has(element: Any, path: str) -> bool:
    found = element.find("/".join(f"{_W}{step.removeprefix('w:')}" for step in path.split("/")))
    return found is not None and found.get(f"{_W}val") not in ("0", "false")


def _number(element: Any, path: str, usual: int) -> int:
    found = element.find("/".join(f"{_W}{step.removeprefix('w:')}" for step in path.split("/")))
    said = found.get(f"{_W}val", "") if found is not None else ""
    return (
        min(int(said), MOST_IN_A_ROW)
        if said.isascii() and said.isdigit() and len(said) < 6
        else usual
    )
