"""The tables of a report in Word files as people make them: merged, unmerged, nested, split, with
changes that nobody has accepted yet.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

from reports.content import Content
from reports.formats.grid import Box, Grid

from .layouts import Write, full, parts, text_of

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Table = Callable[[Grid], str]


def paragraph(text: str) -> str:
    """A paragraph; line ends in it are breaks."""
    lines = "<w:br/>".join(f"<w:t>{escape(line)}</w:t>" for line in text.split("\n"))
    return f"<w:p><w:r>{lines}</w:r></w:p>"


def packed(body: str) -> bytes:
    """The least that is a Word file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
        )
    return out.getvalue()


def body(data: bytes) -> str:
    """What stands in such a file, to be put with others into one."""
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        text = made.read("word/document.xml").decode()
    return text.partition("<w:body>")[2].partition("</w:body>")[0]


def _file(content: Content, table: Table) -> bytes:
    words = [paragraph(content.title)]
    for heading, part in parts(content):
        words += [paragraph(heading), paragraph(part) if isinstance(part, str) else table(part)]
    return packed("".join(words))


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def _rows(content: Content, table: Grid) -> list[str]:
    return [_row(content, table, number) for number in range(len(table.rows))]


def _row(content: Content, table: Grid, number: int) -> str:
    above = [b for row in table.rows[:number] for b in row if b.row + b.rowspan > number]
    boxes: list[Box] = sorted([*table.rows[number], *above], key=lambda box: box.column)
    cells = []
    for box in boxes:
        merge = ""
        if box.rowspan > 1:
            merge = '<w:vMerge w:val="restart"/>' if box.row == number else "<w:vMerge/>"
        span = f'<w:gridSpan w:val="{box.colspan}"/>{merge}'
        cells.append(_cell(text_of(content, box) if box.row == number else "", span))
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _table(rows: list[str]) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def merged(content: Content) -> bytes:
    """Merged boxes, as the form is handed out."""
    return _file(content, lambda table: _table(_rows(content, table)))


def unmerged(content: Content) -> bytes:
    """Every covered place an empty box."""

    def table(one: Grid) -> str:
        rows = ["".join(_cell(text) for text in row) for row in full(content, one)]
        return _table([f"<w:tr>{row}</w:tr>" for row in rows])

    return _file(content, table)


def nested(content: Content) -> bytes:
    """Each table in a box of another one."""

    def table(one: Grid) -> str:
        inner = _table(_rows(content, one)) + paragraph("")
        return _table([f"<w:tr><w:tc><w:tcPr/>{inner}</w:tc></w:tr>"])

    return _file(content, table)


def split(content: Content) -> bytes:
    """Tables cut in two between rows, the head not repeated."""

    def table(one: Grid) -> str:
        rows = _rows(content, one)
        at = max(one.head_rows, len(rows) // 2)
        return _table(rows[:at]) + paragraph("") + (_table(rows[at:]) if rows[at:] else "")

    return _file(content, table)


def tracked(content: Content) -> bytes:
    """Every figure put in over another one, a row deleted, the title struck out and set anew."""

    def change(text: str) -> str:
        gone = "<w:del><w:r><w:delText>999</w:delText></w:r></w:del>"
        new = f"<w:ins><w:r><w:t>{text}</w:t></w:r></w:ins>"
        return f"<w:p>{gone}{new}</w:p>"

    def table(one: Grid) -> str:
        rows = []
        for number, boxes in enumerate(one.rows):
            row = _row(content, one, number)
            for box in boxes:
                text = text_of(content, box)
                if box.cell and text:
                    row = row.replace(paragraph(text), change(text))
            rows.append(row)
        gone = rows[-1].replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
        return _table([*rows[:-1], gone, rows[-1]])

    return _file(content, table)


WORD: dict[str, Write] = {
    "merged": merged,
    "unmerged": unmerged,
    "nested": nested,
    "split": split,
    "tracked": tracked,
}
