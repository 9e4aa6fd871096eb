"""Drawn documents read back by other code than drew them: pdfplumber, python-docx, lxml."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from itertools import groupby

import docx
import pdfplumber
from docx.oxml.ns import qn
from lxml import html

from reports.content import Content
from tests.samples import contract

Row = list[str]
Told = tuple[str, list[str]]
"""The innermost label of a table's row, and the figures beside it."""

_FIGURE = re.compile(r"(-?\d+(\.\d+)?)元?")


def pdf_rows(data: bytes) -> Iterator[Row]:
    """The rows of every table, without what is covered by a merged cell."""
    with pdfplumber.open(io.BytesIO(data)) as file:
        for page in file.pages:
            for table in page.extract_tables():
                yield from ([_bare(cell) for cell in row if cell is not None] for row in table)


def docx_rows(data: bytes) -> Iterator[Row]:
    """The same of a .docx."""
    for table in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:tbl")):
        for row in table.iter(qn("w:tr")):
            yield [_bare("".join(cell.itertext(qn("w:t")))) for cell in row.iter(qn("w:tc"))]


def html_rows(data: bytes) -> Iterator[Row]:
    """The same of an HTML file."""
    for row in html.document_fromstring(data.decode()).iter("tr"):
        yield [_bare("".join(map(str, cell.itertext()))) for cell in row]


def pdf_text(data: bytes) -> str:
    """Every word of a PDF, page after page, without spaces and line breaks."""
    return "".join(pdf_pages(data))


def pdf_pages(data: bytes) -> list[str]:
    """The words of each page."""
    with pdfplumber.open(io.BytesIO(data)) as file:
        return [_bare(page.extract_text()) for page in file.pages]


def docx_text(data: bytes) -> str:
    """Every word of a .docx's body."""
    return _bare("".join(docx.Document(io.BytesIO(data)).element.body.itertext(qn("w:t"))))


def html_text(data: bytes) -> str:
    """Every word that an HTML file shows."""
    body = html.document_fromstring(data.decode()).find("body")
    assert body is not None
    return _bare("".join(map(str, body.itertext())))


def figures(rows: Iterator[Row]) -> list[Told]:
    """Each row that has figures, with the label that stands beside them."""
    found = []
    for row in rows:
        numbers = [read[1] for cell in row if (read := _FIGURE.fullmatch(cell))]
        labels = [cell for cell in row if cell and not _FIGURE.fullmatch(cell)]
        if numbers:
            found.append((labels[-1] if labels else "", numbers))
    return found


def expected(content: Content) -> list[Told]:
    """What a reader must find: the contract's rows in their order with the figures that went in."""
    given = json.loads(json.dumps(content.to_json()["figures"]))
    cells = contract(content.format.edition)["cells"]
    rows = groupby(cells, lambda cell: (cell["section"], cell.get("block"), cell["row"]))
    return [
        (_bare(row[-1]) if row else "", [str(given[cell["id"]]) for cell in group])
        for (_, _, row), group in rows
    ]


def _bare(text: str | None) -> str:
    return re.sub(r"\s", "", text or "")
