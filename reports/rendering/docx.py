"""The report as .docx: its edition's prepared document filled with words and figures.

Each figure stands in a content control with its cell id, so that programs find it again in a file
that was edited; people see plain text.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from reports.content import Content

from . import docx_words as words
from .docx_signature import signature
from .docx_template import DOCUMENT, MARKS, Template, template
from .marks import FINAL, Marks
from .package import CORE, core, legal, packed
from .paper import printed_figures


def draw(content: Content, marks: Marks = FINAL, *, to_fill: bool = False) -> bytes:
    """The .docx file. What XML cannot hold (control characters) is left out.

    `to_fill`: a form that somebody is to fill in, with a box for each fee.
    """
    prepared = template(content.format.edition, draft=bool(marks.line), to_fill=to_fill)
    figures, cells = printed_figures(content), content.format.cells

    def figure(cell: str, number: int, size: int) -> str:
        text = figures[cell]
        return words.controlled(cells[cell], number, text, size) if text else ""

    def said(part: str) -> str:
        if part == "title":
            return words.title(content)
        closing = signature(marks.signature) if part == content.format.prose_keys[-1] else ""
        return words.paragraphs(content, part, together=bool(closing)) + closing

    document = prepared.filled(figure, said)
    if marks.verify is not None:
        document = _with_lines(document, marks.verify.lines)
    return finished(prepared, document, content, marks)


def _with_lines(document: bytes, lines: Iterable[str]) -> bytes:
    """Closed by small lines; a picture would make a package of its own of every file."""
    before, section, after = document.rpartition(b"<w:sectPr")
    return before + "".join(map(words.small, lines)).encode() + section + after


def finished(prepared: Template, document: bytes, content: Content, marks: Marks) -> bytes:
    """The file around its main part: who it is by, the header of a draft."""
    line = escape(legal(marks.line)).encode()
    headers = {
        name: data.replace(MARKS.encode(), line)
        for name, data in prepared.parts.items()
        if name.startswith("word/header")
    }
    return packed({**prepared.parts, DOCUMENT: document, CORE: core(content), **headers})
