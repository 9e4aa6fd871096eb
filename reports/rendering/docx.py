"""The report as .docx: its edition's prepared tree copied and filled with words and figures."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml.ns import qn
from lxml import etree

from reports.content import Content
from reports.prose import Paragraph

from .docx_style import KAI
from .docx_table import NARROW
from .docx_template import DOCUMENT, MARKS, Template, template
from .marks import FINAL, Marks
from .package import CORE, core, legal, packed
from .paper import LONG, printed_figures
from .title import FITS, title_lines

_LEVELS = {2: "Heading2", 3: "Heading3", 4: "Heading4"}
_HALF_POINTS = {7: 14, 8: 12, 9: 11, 10: 10}


def draw(content: Content, marks: Marks = FINAL, *, to_fill: bool = False) -> bytes:
    """The .docx file. What XML cannot hold (control characters) is left out.

    `to_fill`: a form that somebody is to fill in, with a box for each fee.
    """
    prepared = template(content.format.edition, draft=bool(marks.line), to_fill=to_fill)
    tree = copy.deepcopy(prepared.body)
    _fill_figures(tree, printed_figures(content))
    _fill_words(tree, content)
    return _zipped(prepared, tree, content, marks)


def _fill_figures(tree: Any, figures: dict[str, str]) -> None:
    for text in tree.iter(qn("w:t")):
        if text.text and text.text.startswith("{{"):
            figure = text.text = figures.get(text.text[2:-2], text.text)
            if len(figure) >= LONG and not figure.startswith("{{"):
                _narrow(text.getparent(), len(figure))


def _narrow(run: Any, length: int) -> None:
    """Sets a long figure in type small enough for a column of 10 mm, where the type is small."""
    for size in run.iter(qn("w:sz"), qn("w:szCs")):
        if int(size.get(qn("w:val"))) <= NARROW:
            size.set(qn("w:val"), str(_HALF_POINTS[min(length, 10)]))


def _fill_words(tree: Any, content: Content) -> None:
    for place in list(tree.find(qn("w:body")).iterchildren(qn("w:p"))):
        name = _placeholder(place)
        if name == "title":
            place.addprevious(_title(content))
        elif name:
            for paragraph in content.paragraphs(name):
                place.addprevious(_paragraph(paragraph))
        if name:
            place.getparent().remove(place)


def _placeholder(paragraph: Any) -> str:
    text = "".join(paragraph.itertext(qn("w:t")))
    return text[2:-2] if text.startswith("{{") and text.endswith("}}") else ""


def _title(content: Content) -> Any:
    lines = title_lines(content)
    if sum(map(len, lines)) <= FITS:
        lines = ("".join(lines),)
    runs = [_run(line) for line in lines]
    for run in runs[1:]:
        run.insert(0, etree.Element(qn("w:br")))
    return _block("Title", runs)


def _paragraph(paragraph: Paragraph) -> Any:
    if paragraph.is_heading:
        return _block(_LEVELS[paragraph.level], [_run(paragraph.text)])
    return _block("", list(_runs(paragraph)))


def _runs(paragraph: Paragraph) -> Iterator[Any]:
    """A numbered paragraph's first sentence in the heading face, the rest as body text."""
    lead = paragraph.lead
    if lead:
        yield _run(lead, KAI)
    yield _run(paragraph.text[len(lead) :])


def _block(style: str, runs: list[Any]) -> Any:
    block = etree.Element(qn("w:p"))
    if style:
        etree.SubElement(etree.SubElement(block, qn("w:pPr")), qn("w:pStyle")).set(
            qn("w:val"), style
        )
    block.extend(runs)
    return block


def _run(text: str, face: str = "") -> Any:
    run = etree.Element(qn("w:r"))
    if face:
        properties = etree.SubElement(run, qn("w:rPr"))
        etree.SubElement(properties, qn("w:rFonts")).set(qn("w:eastAsia"), face)
    words = etree.SubElement(run, qn("w:t"))
    words.text = legal(text)
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _zipped(prepared: Template, tree: Any, content: Content, marks: Marks) -> bytes:
    line = escape(legal(marks.line)).encode()
    written = {
        DOCUMENT: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True),
        CORE: core(content),
    }
    headers = {
        name: data.replace(MARKS.encode(), line)
        for name, data in prepared.parts.items()
        if name.startswith("word/header")
    }
    return packed({**prepared.parts, **written, **headers})
