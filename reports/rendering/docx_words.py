"""Runs, paragraphs and figures of a .docx as WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reports.content import Content
from reports.formats import Cell
from reports.prose import Paragraph

from .docx_style import KAI
from .package import legal
from .title import FITS, title_lines

BREAK = "<w:br/>"

_STYLES = {2: "Heading2", 3: "Heading3", 4: "Heading4"}
_HALF_POINTS = {3: {8: 16, 9: 14, 10: 12}, 4: {7: 15, 8: 13, 9: 11, 10: 10}}
"""The type of figures of so many characters in the narrow columns of sections 3 and 4."""


def written(text: str) -> str:
    """Text as XML holds it, without what XML cannot hold (control characters)."""
    return escape(legal(text), {"\r": "&#13;"})


def run(text: str, face: str = "", *, gone: bool = False, before: str = "") -> str:
    """A run in a face of its own, if it has one; `before` is what stands in it before its words.

    `gone`: as words stand in what was deleted.
    """
    name = "delText" if gone else "t"
    look = f'<w:rPr><w:rFonts w:eastAsia="{face}"/></w:rPr>' if face else ""
    return (
        f'<w:r>{look}{before}<w:{name} xml:space="preserve">{written(text)}</w:{name}></w:r>'
        if text or before
        else ""
    )


def block(style: str, inside: str, mark: str = "", *, together: bool = False) -> str:
    """A paragraph; `mark` is what is said of its end. Without a style it is body text.

    `together`: its end stays on one page with what follows.
    """
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    named += "<w:keepNext/>" if together else ""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    look = f"<w:pPr>{named}{marked}</w:pPr>" if named or marked else ""
    return f"<w:p>{look}{inside}</w:p>"


def title(content: Content) -> str:
    """The title, in the lines that it takes."""
    return block("Title", title_runs(content))


def title_runs(content: Content, *, gone: bool = False) -> str:
    """The lines of the title."""
    lines = title_lines(content)
    if sum(map(len, lines)) <= FITS:
        lines = ("".join(lines),)
    return "".join(run(line, gone=gone, before=BREAK if n else "") for n, line in enumerate(lines))


def small(text: str) -> str:
    """A paragraph of 9 pt at the left edge."""
    size = '<w:sz w:val="18"/><w:szCs w:val="18"/>'
    return (
        '<w:p><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
        f"<w:r><w:rPr>{size}</w:rPr><w:t>{written(text)}</w:t></w:r></w:p>"
    )


def style(one: Paragraph) -> str:
    """The style of a heading; empty for body text."""
    return _STYLES[one.level] if one.is_heading else ""


def paragraphs(content: Content, part: str, *, together: bool = False) -> str:
    """What a part says in words; `together`: its end stays with what follows."""
    said = content.paragraphs(part)
    return "".join(paragraph(one, together=together and one is said[-1]) for one in said)


def paragraph(one: Paragraph, *, together: bool = False) -> str:
    """A heading, or body text with its lead in the heading face."""
    lead = "" if one.is_heading else one.lead
    inside = run(lead, KAI) + run(one.text[len(lead) :])
    return block(style(one), inside, together=together)


def figure_runs(cell: Cell, text: str, size: int, *, gone: bool = False) -> str:
    """A figure as it is printed; `size` in half points, as the table has it."""
    return _figure_run(text, fitting(cell, text, size), gone=gone) if text else ""


def controlled(cell: Cell, number: int, text: str, size: int) -> str:
    """A figure in a content control that carries its cell id and does not show itself.

    `number` is that of the control in the file, from 1. Kept to what is old and small: it stands
    within the paragraph, around one run, and a unit behind the figure stands outside: LibreOffice
    7.4 writes out a control twice that has digits and hanzi. It is not said to be plain text
    (w:text): LibreOffice then sets it in the paragraph's type, too large for seven digits.
    """
    figure, size = text.removesuffix(cell.suffix), fitting(cell, text, size)
    unit = text[len(figure) :]
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{cell.id}"/><w:id w:val="{number}"/>'
        '<w15:appearance w15:val="hidden"/></w:sdtPr>'
        f"<w:sdtContent>{_figure_run(figure, size)}</w:sdtContent></w:sdt>"
        f"{_figure_run(unit, size) if unit else ''}"
    )


def fitting(cell: Cell, text: str, size: int) -> int:
    """Type small enough for a long figure in a narrow column."""
    return _HALF_POINTS.get(cell.section, {}).get(min(len(text), 10), size)


def _figure_run(text: str, size: int, *, gone: bool = False) -> str:
    name = "delText" if gone else "t"
    return (
        f'<w:r><w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f"<w:{name}>{written(text)}</w:{name}></w:r>"
    )
