"""The .docx prepared once for an edition: everything but the words and figures of one report.

Its main part is kept as text, cut where something is to be put in: nothing of a tree is copied,
walked or written out for a report (a third of the time).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from lxml import etree
from lxml.etree import SubElement

from reports.formats import Format, edition
from reports.formats.grid import grid

from .docx_style import dress, font_table
from .docx_table import fee_table, table
from .package import unpacked

DOCUMENT = "word/document.xml"
FONT_TABLE = "word/fontTable.xml"
MARKS = "{{marks}}"

_NEEDED = {"officeDocument", "core-properties", "styles", "settings", "theme", "fontTable"}
_NEEDED |= {"footer", "header"}
"""The kinds of parts that stay: no foreign thumbnail, no old styles, no bibliography."""

_MODE = {
    "name": "compatibilityMode",
    "uri": "http://schemas.microsoft.com/office/word",
    "val": "15",
}
# Settings stand in the order of the schema (ISO/IEC 29500-1, CT_Settings).
_AFTER_LANGUAGE = ("w:clrSchemeMapping", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator")
_AFTER_COMPAT = ("w:docVars", "w:rsids", "m:mathPr", *_AFTER_LANGUAGE)


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ROOT = (
    f"<w:document {nsdecls('w', 'r')}"
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15">'
)
"""What programs do not know of w15 they may leave aside."""

_PLACE = re.compile(
    r'<w:r><w:rPr><w:sz w:val="(?P<size>\d+)"/>(?:(?!</w:r>).)*\{\{(?P<cell>[^{}]+)\}\}</w:t></w:r>'
    r"|<w:p>(?:<w:pPr><w:pStyle[^>]*></w:pPr>)?<w:r><w:t>\{\{(?P<part>[^{}]+)\}\}</w:t></w:r></w:p>"
)


@dataclass(frozen=True)
class Place:
    """Where something is put in: the figure of a cell, in type of so many half points, or a part.

    `number` counts the figures from 1; a part is title, preamble, 1 … 6, and has no size.
    """

    name: str
    number: int
    size: int = 0


@dataclass(frozen=True)
class Template:
    """`parts` are the package's files as bytes. The main part is the `texts` with the `places`
    between them.
    """

    parts: dict[str, bytes]
    texts: tuple[str, ...]
    places: tuple[Place, ...]

    def filled(self, figure: Callable[[str, int, int], str], words: Callable[[str], str]) -> bytes:
        """The main part. `figure` gives the runs of a cell from its id, number and size; `words`
        the paragraphs of a part.
        """
        made = [self.texts[0]]
        for place, text in zip(self.places, self.texts[1:], strict=True):
            made.append(
                figure(place.name, place.number, place.size) if place.size else words(place.name)
            )
            made.append(text)
        return "".join(made).encode()


@cache
def template(name: str, *, draft: bool, to_fill: bool = False) -> Template:
    """The prepared document of that edition; drafts have a header line.

    `to_fill`: a blank form, with a box for each fee.
    """
    document = docx.Document()
    dress(document)
    _fill_in(document, edition(name), to_fill=to_fill)
    _footers(document)
    if draft:
        _header(document)
    _strip(document)
    _settle(document)
    return _packed(document)


def _fill_in(document: Document, fmt: Format, *, to_fill: bool) -> None:
    document.add_paragraph("{{title}}", style="Title")
    document.add_paragraph("{{preamble}}")
    below_table = False
    for section in fmt.sections:
        heading = document.add_paragraph(section.heading, style="Heading 1")
        heading.paragraph_format.page_break_before = section.own_page or None
        if below_table and not section.own_page:
            heading.paragraph_format.space_before = Pt(8)
        below_table = not section.is_prose
        if to_fill and section.number == fmt.fees_in:
            document.element.body.insert_element_before(fee_table(fmt.fees), "w:sectPr")
        if section.is_prose:
            document.add_paragraph(f"{{{{{section.number}}}}}")
        else:
            heading.paragraph_format.space_after = Pt(4)
            document.element.body.insert_element_before(
                table(grid(fmt, section.number)), "w:sectPr"
            )


def _footers(document: Document) -> None:
    """— 1 — at the outer edge: right on odd pages, left on even ones, a character in (7.5)."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style, paragraph.alignment = "Footer", side
        paragraph.add_run("— ")
        _field(paragraph.add_run()._element, "PAGE")  # noqa: SLF001
        paragraph.add_run(" —")


def _field(run: Any, instruction: str) -> None:
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run.append(mark)
        if kind == "begin":
            words = OxmlElement("w:instrText")
            words.text = f" {instruction} "
            run.append(words)
        elif kind == "separate":
            shown = OxmlElement("w:t")
            shown.text = "1"
            run.append(shown)


def _header(document: Document) -> None:
    section = document.sections[0]
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        paragraph = header.paragraphs[0]
        paragraph.style = "Header"
        paragraph.add_run(MARKS)


def _strip(document: Document) -> None:
    """Takes out what python-docx's own template brings along and a report has no use for."""
    for holder in (document.part.package, document.part):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.rpartition("/")[2] not in _NEEDED:
                del holder.rels[key]
    settings = document.settings.element
    for name in ("w:rsids", "w:savePreviewPicture", "w:doNotAutoCompressPictures"):
        for old in settings.findall(qn(name)):
            settings.remove(old)


def _settle(document: Document) -> None:
    """Asks for Word's current layout, and for Chinese where the theme chooses the face."""
    settings = document.settings.element
    for name in ("w:compat", "w:themeFontLang"):
        for old in settings.findall(qn(name)):
            settings.remove(old)
    compat, language = OxmlElement("w:compat"), OxmlElement("w:themeFontLang")
    mode = SubElement(compat, qn("w:compatSetting"))
    for attribute, value in _MODE.items():
        mode.set(qn(f"w:{attribute}"), value)
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    settings.insert_element_before(compat, *_AFTER_COMPAT)
    settings.insert_element_before(language, *_AFTER_LANGUAGE)


def _packed(document: Document) -> Template:
    parts = {**unpacked(document), FONT_TABLE: font_table()}
    return Template(parts, *_cut(parts.pop(DOCUMENT)))


def _cut(document: bytes) -> tuple[tuple[str, ...], tuple[Place, ...]]:
    """The texts of the main part and the places between them."""
    body = etree.tostring(etree.fromstring(document)[0], encoding="unicode")
    text = re.sub(r"^<w:body[^>]*>", f"{_HEAD}{_ROOT}<w:body>", body) + "</w:document>"
    found = list(_PLACE.finditer(text))
    edges = [0, *(edge for one in found for edge in one.span()), len(text)]
    texts = tuple(text[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2))
    return texts, tuple(_places(found))


def _places(found: Iterable[re.Match[str]]) -> Iterator[Place]:
    number = 0
    for one in found:
        if one["cell"]:
            number += 1
            yield Place(one["cell"], number, int(one["size"]))
        else:
            yield Place(one["part"], number)
