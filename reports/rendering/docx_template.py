"""The .docx prepared once for an edition: everything but the words and figures of one report."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree
from lxml.etree import SubElement

from reports.formats import Format, edition
from reports.formats.grid import grid

from .docx_style import dress, font_table
from .docx_table import fee_table, table

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


@dataclass(frozen=True)
class Template:
    """`parts` are the package's files as bytes, `body` the tree of document.xml to copy and fill.

    In the body, paragraphs with the text {{title}}, {{preamble}}, {{1}} … stand where words go.
    """

    parts: dict[str, bytes]
    body: Any


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
    for section in fmt.sections:
        heading = document.add_paragraph(section.heading, style="Heading 1")
        heading.paragraph_format.page_break_before = section.own_page or None
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
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[FONT_TABLE] = font_table()
    return Template(parts, etree.fromstring(parts.pop(DOCUMENT)))
