"""The report for the agency's own web site: a fragment, styles inline, nothing to load or run.

What is pasted into a site's editor loses style sheets, ids and scripts. What it must not lose is
real headings and paragraphs, and tables whose headings say what they head.
"""

from __future__ import annotations

from lxml import html as markup
from lxml.html import HtmlElement

from reports.content import Content

from . import html
from .paper import Signature

_SONG = "font-family:FangSong,FangSong_GB2312,STFangsong,SimSun,serif"
_HEI = "font-family:SimHei,STHeiti,sans-serif"
_KAI = "font-family:KaiTi,KaiTi_GB2312,STKaiti,serif"
_CELL = "border:1px solid #000;padding:3px 4px;font-weight:normal;vertical-align:middle"

_STYLES = {
    "paper": f"{_SONG};font-size:18px;line-height:1.8;color:#000",
    "paper-title": "margin:16px 0 32px;font-family:STZhongsong,SimSun,serif;font-size:26px;"
    "font-weight:normal;line-height:1.4;text-align:center",
    "paper-heading": f"margin:22px 0 7px;{_HEI};font-size:18px;font-weight:normal;text-indent:2em",
    "paper-p": "margin:0;font-size:18px;font-weight:normal;text-indent:2em",
    "paper-closing": "margin-top:36px;text-align:right",
    "paper-signature": "display:inline-block;text-align:center",
    "paper-date": "margin:0;padding:0 4em",
    "paper-table": "width:100%;border-collapse:collapse;font-size:14px;line-height:1.4",
}
"""By the class that the page gives: what its style sheet says, as far as an editor keeps it."""

_KEPT = {"rowspan", "colspan", "scope"}
_LINES = {"border": "1", "cellpadding": "4", "width": "100%"}
"""Old attributes that editors leave to a table whose styles they take away."""


def draw(content: Content, signature: Signature | None = None) -> str:
    """The report as one element; the same words and figures as every other drawing of it."""
    drawn = markup.fragment_fromstring(html.body(content, signature=signature))
    for element in drawn.iter("*"):
        _restyle(element)
    return str(markup.tostring(drawn, encoding="unicode", method="html"))


def _restyle(element: HtmlElement) -> None:
    """Its style inline, instead of what a foreign page would lose or what would clash there."""
    style = _style(element)
    for name in set(element.attrib) - _KEPT:
        del element.attrib[name]
    if element.tag in ("article", "section"):
        element.tag = "div"
    if style:
        element.set("style", style)
    if element.tag == "table":
        element.attrib.update(_LINES)


def _style(element: HtmlElement) -> str:
    if element.tag in ("th", "td"):
        return f"{_CELL};text-align:{_side(element)}"
    if "paper-lead" in element.classes:
        return _KAI if "paper-level-2" in element.getparent().classes else ""
    return next((style for name, style in _STYLES.items() if name in element.classes), "")


def _side(box: HtmlElement) -> str:
    """Headings of single rows begin at the left; all other boxes are in the middle."""
    return "left" if "paper-th-row" in box.classes and box.get("scope") == "row" else "center"
