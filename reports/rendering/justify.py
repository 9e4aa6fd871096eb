"""Even right edges for Chinese: WeasyPrint stretches spaces alone, of which Chinese text has none.

This replaces one inner function of WeasyPrint, and `breaking` another; they are tied to the series
they were written for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from . import breaking

SERIES = "70."
MOST = 0.5
"""The widest gap between two characters, in ems; a line that needs more is left ragged."""

_JOINED = "—…⸺"
"""What is written twice to make one sign, and must not come apart."""


def install() -> bool:
    """Makes WeasyPrint justify Chinese, once a process; False where its version is not known."""
    import weasyprint
    from weasyprint.layout import inline

    if not weasyprint.__version__.startswith(SERIES):
        return False
    inline.justify_line = _justify
    inline.split_first_line = breaking.split
    return True


def _justify(context: Any, line: Any, extra_width: float) -> None:
    """Takes the place of `weasyprint.layout.inline.justify_line`: widens the gaps of one line."""
    gaps = sum(weight(box.text) for box in _texts(line))
    if gaps:
        spacing = extra_width / gaps
        if spacing <= MOST * line.style["font_size"]:
            _widen(line, spacing, 0.0)


def _texts(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            yield from _texts(child)


def weight(text: str) -> float:
    """How many gaps a text has that may be widened.

    Spacing goes half to each side of a character, but not beyond the ends of its text: between 汉
    and 字 lies one gap, between 汉 and A half of one, within a number none.
    """
    if not text:
        return 0.0
    wide = [_stretches(char) for char in text]
    return sum(wide) - (wide[0] + wide[-1]) / 2


def _stretches(char: str) -> bool:
    return char not in _JOINED and (
        char in " \u00a0" or unicodedata.east_asian_width(char) in "WFA"
    )


def _widen(box: Any, spacing: float, shift: float) -> float:
    """Moves a box to the right and widens the texts in it; how far what follows must move."""
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        box.position_x += shift
        gain = spacing * weight(box.text)
        if gain:
            box.width += gain
            box.pango_layout = _stretched(box, spacing)
        return shift + gain
    if not isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.translate(shift, 0)  # a picture or the like
        return shift
    box.position_x += shift
    begun = shift
    for child in box.children:
        if child.is_in_normal_flow():
            shift = _widen(child, spacing, shift)
    box.width += shift - begun
    return shift


def _stretched(box: Any, spacing: float) -> Any:
    """A layout of the box's text that is drawn with the spacing added."""
    layout = _layout_class()(box.style)
    layout.spacing = spacing
    layout.set_text(box.text)
    layout.deactivate()
    return layout


@cache
def _layout_class() -> Any:
    from weasyprint.text.ffi import TO_UNITS, ffi, pango
    from weasyprint.text.line_break import Layout

    class Stretched(Layout):  # type: ignore[misc]
        spacing = 0.0

        def set_text(self, text: str, justify: bool = False) -> None:
            super().set_text(text)
            own = self.style["letter_spacing"]
            units = int(((0 if own == "normal" else own) + self.spacing) * TO_UNITS)
            attributes = pango.pango_layout_get_attributes(self.layout)
            if attributes == ffi.NULL:
                attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
            for start, end in _ranges(text):
                attribute = pango.pango_attr_letter_spacing_new(units)
                attribute.start_index, attribute.end_index = start, end
                pango.pango_attr_list_change(attributes, attribute)
            pango.pango_layout_set_attributes(self.layout, attributes)

    return Stretched


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """The runs of characters that stretch, as offsets in UTF-8."""
    start, at = None, 0
    for char in text:
        if _stretches(char):
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None
        at += len(char.encode())
    if start is not None:
        yield start, at
