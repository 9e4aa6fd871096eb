"""What is written into the cells of a worksheet: numbers, formulas with their values, text."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from reports.figures import Figure, printed

from .package import legal

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FORMULA = re.compile(r"[=+\-@＝＋－＠|\t\r\n]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def put_figure(place: Any, figure: Figure, styles: tuple[int, ...], formula: str = "") -> None:
    """A figure as it was filed: with as many decimals, by a formula where it is what that gives.

    `styles` are those of a figure with no, one, two … decimals. A blank leaves the place empty.
    """
    text = printed(figure)
    place.set("s", str(styles[len(text.partition(".")[2])]))
    _put(place, formula, text)


def put_result(place: Any, formula: str, text: str) -> None:
    """A formula that says something, with what it says."""
    _put(place, formula, text)
    place.set("t", "str")


def put_text(place: Any, text: str, style: int, guarded: int) -> None:
    """Text, which no program takes for a formula: `guarded` is the style of what looks like one."""
    place.set("s", str(guarded if _FORMULA.match(text) else style))
    place.set("t", "inlineStr")
    words = etree.SubElement(etree.SubElement(place, f"{MAIN}is"), f"{MAIN}t")
    words.text = _ESCAPE.sub("_x005F_", legal(text))
    words.set(_SPACE, "preserve")


def _put(place: Any, formula: str, value: str) -> None:
    place.attrib.pop("t", None)
    for child in list(place):
        place.remove(child)
    if formula:
        etree.SubElement(place, f"{MAIN}f").text = formula
    if value:
        etree.SubElement(place, f"{MAIN}v").text = value
