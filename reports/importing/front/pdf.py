"""PDFs with a text layer: ruled tables as boxes, everything else as the paragraphs that were set.

Pictures of pages hold no text and are refused.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ..gate import UnreadableError
from ..source import Box, Row, Source, bounded, tables_of
from . import pdf_folds, pdf_lines, pdf_spilled, struck
from .pdf_lines import Char, Line
from .pdf_spilled import within

MOST_PAGES = 60
_UNREADABLE = "PDF文件读不出来，请用WPS或Adobe Reader打开后另存再上传"
_LOCKED = "PDF文件加了密码，请去掉密码后再上传"
_RULES = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "snap_tolerance": 3}

_SHORTEST_RULE = 6


@dataclass(frozen=True)
class Table:
    """The boxes of each row: text, column, columns taken. `x1` is where it ends across."""

    rows: list[list[tuple[str, int, int]]]
    x1: float


def source(data: bytes) -> Source:
    """The paragraphs and tables of a PDF. Raises UnreadableError."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            title = str((pdf.metadata or {}).get("Title") or "")
            parts = list(_pages(pdf.pages))
    except (UnreadableError, RecursionError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - it lets through whatever goes wrong in a broken file
        locked = "Password" in repr(error) or "Encryption" in repr(error)
        raise UnreadableError(_LOCKED if locked else _UNREADABLE) from None
    rows = bounded(_numbered(parts))
    if not rows:
        raise UnreadableError("PDF文件里没有文字，可能是扫描件，请上传由Word等导出的PDF")
    return Source(rows, title, placed=tables_of(rows))


def _pages(pages: Sequence[Any]) -> Iterator[Line | Table]:
    if len(pages) > MOST_PAGES:
        raise UnreadableError(f"PDF文件超过{MOST_PAGES}页，请只保留报告后再上传")
    for page in pages:
        yield from _parts(page)


def _parts(page: Any) -> Iterator[Line | Table]:
    """The lines and tables of a page from top to bottom."""
    chars = struck.without(page, filter(_is_level, page.dedupe_chars().chars))
    tables = [found for found in page.find_tables(_rules(page)) if _is_table(found)]
    boxes = [box for found in tables for row in found.rows for box in row.cells if box]
    chars, spilled = pdf_spilled.taken_out(chars, boxes)
    parts: list[tuple[float, Line | Table]] = []
    for found in tables:
        inside = [char for char in chars if within(char, found.bbox)]
        chars = [char for char in chars if not within(char, found.bbox)]
        parts.append((found.bbox[1], _boxes(found, inside, spilled)))
    for line in pdf_folds.marked(pdf_lines.lines(chars, page.page_number, page.height)):
        parts.append((line.top, line))
    page.close()
    yield from (part for _, part in sorted(parts, key=lambda one: one[0]))


def _rules(page: Any) -> dict[str, Any]:
    """How boxes are told: by rules, and by where upright rules end at the break of a page. Rules
    that only part columns tell no box.
    """
    upright = [edge for edge in page.vertical_edges if edge["height"] > _SHORTEST_RULE]
    if not upright or not any(edge["width"] > _SHORTEST_RULE for edge in page.horizontal_edges):
        return _RULES
    ends = [min(edge["top"] for edge in upright), max(edge["bottom"] for edge in upright)]
    return {**_RULES, "explicit_horizontal_lines": ends}


def _is_level(char: Char) -> bool:
    """Whether it is part of a line; what is printed across a page slantwise is a watermark."""
    _, rise, lean, *_ = char["matrix"]
    return bool(char["upright"]) and abs(rise) < 0.1 and abs(lean) < abs(char["size"])


def _is_table(found: Any) -> bool:
    """Whether rules make boxes side by side, not a frame round the page."""
    return any(sum(box is not None for box in row.cells) > 1 for row in found.rows)


def _boxes(found: Any, chars: list[Char], spilled: Sequence[Sequence[Char]]) -> Table:
    edges = sorted({round(box[0]) for row in found.rows for box in row.cells if box})
    rows = []
    for row in found.rows:
        boxes = []
        for box in row.cells:
            if box is None:
                continue
            inside = [char for char in chars if within(char, box)]
            text = "\n".join(line.text for line in pdf_lines.lines(inside, 0, 0))
            text += pdf_spilled.inside(box, spilled)
            column = edges.index(round(box[0]))
            span = sum(box[0] + 1 < edge < box[2] - 1 for edge in edges) + 1
            boxes.append((text, column, span))
        rows.append(boxes)
    return Table(rows, found.bbox[2])


def _numbered(parts: list[Line | Table]) -> Iterator[Row]:
    """Everything with its number; lines put together as paragraphs, over pages too."""
    number = table = 0
    shown = pdf_lines.without_furniture([part for part in parts if isinstance(part, Line)])
    kept = {id(line) for line in shown}
    widest = max((part.x1 for part in parts if isinstance(part, Table)), default=0.0)
    left = [part for part in parts if not isinstance(part, Line) or id(part) in kept]
    for is_line, group in groupby(left, key=lambda part: isinstance(part, Line)):
        if is_line:
            lines = [one for one in group if isinstance(one, Line)]
            for text, folded in pdf_lines.paragraphs(lines, shown, widest):
                number += 1
                yield Row((Box(text, number),), number, folded=folded)
            continue
        for part in group:
            table += 1
            for boxes in part.rows if isinstance(part, Table) else ():
                number += 1
                made = (Box(text, number, column, span) for text, column, span in boxes)
                yield Row(tuple(made), number, table)
