"""The tables of a report printed to PDF by other programs than ours: WeasyPrint with a plain style
sheet, Chromium; with rules round the boxes and without.
"""

from __future__ import annotations

import base64
from functools import cache
from typing import Any

import weasyprint

from reports.content import Content

from reports.rendering import fonts

from .layouts import spans

RULED = "td{border:1px solid #000;padding:2px;text-align:center}"
WITHOUT_RULES = "td{padding:3px 6px;text-align:center}"
_PAPER = (
    "<style>@font-face{font-family:Song;src:url(SOURCE)}@page{size:A4;margin:25mm 18mm;@bottom-center{content:'- ' counter(page) ' -'}}"
    "body{font:12pt Song}table{border-collapse:collapse;width:100%;font-size:9pt}p{text-indent:2em}"
)


def _page(content: Content, style: str) -> str:
    """A page that brings its font along: not every machine has a Chinese one."""
    font = base64.b64encode(fonts.SERIF.path.read_bytes()).decode()
    paper = _PAPER.replace("SOURCE", f"data:font/otf;base64,{font}")
    return spans(content).decode().replace("</head>", f"{paper}{style}</style></head>")


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


@cache
def in_weasyprint(name: str) -> bytes:
    """The sample of that name, printed once a run."""
    from .readings import published

    return by_weasyprint(published(name))
