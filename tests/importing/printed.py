"""The tables of a report printed to PDF by other programs than ours: WeasyPrint with a plain style
sheet, Chromium; with rules round the boxes and without.
"""

from __future__ import annotations

import base64
import io
from functools import cache
from typing import Any

import weasyprint
from fontTools import subset
from fontTools.ttLib import TTFont

from reports.content import Content
from reports.rendering import fonts

from .layouts import spans

RULED = "td{border:1px solid #000;padding:2px;text-align:center}"
WITHOUT_RULES = "td{padding:3px 6px;text-align:center}"
_PAPER = (
    "<style>@font-face{font-family:Song;src:url(SOURCE)}"
    "@page{size:A4;margin:25mm 18mm;@bottom-center{content:'- ' counter(page) ' -'}}"
    "body{font:12pt Song}p{text-indent:2em}"
    "table{border-collapse:collapse;width:100%;font-size:9pt}"
)


def _page(content: Content, style: str) -> str:
    """A page that brings its font along: not every machine has a Chinese one."""
    page = spans(content).decode()
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


def by_weasyprint(content: Content, style: str = RULED) -> bytes:
    """Printed by WeasyPrint, tables broken over pages wherever they end."""
    data: bytes = weasyprint.HTML(string=_page(content, style)).write_pdf()
    return data


def by_chromium(browser: Any, content: Content) -> bytes:
    """Printed by a browser."""
    page = browser.new_page()
    page.set_content(_page(content, RULED))
    data: bytes = page.pdf(format="A4", margin={"top": "2cm", "bottom": "2cm"})
    page.close()
    return data
