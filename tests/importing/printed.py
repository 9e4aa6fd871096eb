"""The tables of a report printed to PDF by other programs than ours: WeasyPrint with a plain style
sheet, Chromium, LibreOffice; with rules round the boxes and without.
"""

from __future__ import annotations

import base64
import io
import zipfile
from functools import cache
from typing import Any

import docx
import weasyprint
from fontTools import subset
from fontTools.ttLib import TTFont

from reports.content import Content
from reports.rendering import fonts
from tests.office import saved

from . import word_files
from .layouts import Write, spans

RULED = "td{border:1px solid #000;padding:2px;text-align:center}"
WITHOUT_RULES = "td{padding:3px 6px;text-align:center}"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_PAPER = (
    "<style>@font-face{font-family:Song;src:url(SOURCE)}"
    "@page{size:A4;margin:25mm 18mm;@bottom-center{content:'- ' counter(page) ' -'}}"
    "body{font:12pt Song}p{text-indent:2em}"
    "table{border-collapse:collapse;width:100%;font-size:9pt}"
)


def _page(content: Content, style: str, write: Write = spans) -> str:
    """A page that brings its font along: not every machine has a Chinese one."""
    page = write(content).decode()
    return page.replace("</head>", f"{_PAPER.replace('SOURCE', _font(page))}{style}</style></head>")


@cache
def _font(page: str) -> str:
    """The characters of a page as a font of their own: a whole one takes seconds."""
    font = TTFont(fonts.SERIF.path)
    small = subset.Subsetter()
    small.populate(text=f"{page}0123456789-")
    small.subset(font)
    out = io.BytesIO()
    font.save(out)
    return f"data:font/otf;base64,{base64.b64encode(out.getvalue()).decode()}"


def by_weasyprint(
    content: Content, style: str = RULED, write: Write = spans, **options: bool
) -> bytes:
    """Printed by WeasyPrint, tables broken over pages wherever they end."""
    data: bytes = weasyprint.HTML(string=_page(content, style, write)).write_pdf(**options)
    return data


def by_chromium(browser: Any, content: Content) -> bytes:
    """Printed by a browser."""
    page = browser.new_page()
    page.set_content(_page(content, RULED))
    data: bytes = page.pdf(format="A4", margin={"top": "2cm", "bottom": "2cm"})
    page.close()
    return data


def by_office_from_page(content: Content) -> bytes:
    """A page with ruled tables, opened and printed by LibreOffice."""
    page = spans(content).decode().replace("<table>", '<table border="1" cellspacing="0">')
    return saved(page.encode(), "html", "pdf")


def by_office_from_word(
    content: Content, write: Write = word_files.merged, *, ruled: bool = True
) -> bytes:
    """A Word file with such tables, opened and printed by LibreOffice."""
    rules = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in _SIDES)
    table = '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/>{}</w:tblPr>'
    drawn = table.format(f"<w:tblBorders>{rules}</w:tblBorders>" if ruled else "")
    body = word_files.body(write(content)).replace("<w:tbl>", drawn)
    return saved(_package(body), "docx", "pdf")


def _package(body: str) -> bytes:
    """A whole Word file: LibreOffice opens no less."""
    empty, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(empty)
    with zipfile.ZipFile(empty) as source, zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:body>", f"<w:body>{body}".encode())
            made.writestr(name, data)
    return out.getvalue()
