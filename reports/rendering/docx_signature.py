"""署名 and 成文日期 at the end of the .docx, as Word and WPS set them (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

from .docx_style import EM, LINE, MEASURE
from .docx_words import run
from .paper import Signature
from .title import width

_CLEAR = 4 * EM
"""What the date keeps free at the right."""


def signature(signed: Signature | None) -> str:
    """The two paragraphs, a line below the text; empty where nobody signs.

    Both are centred on the middle of the date, between an indent and the right edge: whatever face
    a machine puts in place of ours, the name stays over the date.
    """
    if signed is None:
        return ""
    long = round(width(signed.agency) * EM)
    reach = max(round(width(signed.date) * EM) + 2 * _CLEAR, long)
    left = max(MEASURE - reach, 0)
    at_edge = reach == long and left > 0
    name = _placed("Signature", 0, "right", signed.agency) if at_edge else ""
    name = name or _placed("Signature", left, "center", signed.agency)
    return name + _placed("Date", left, "center", signed.date)


def _placed(style: str, left: int, align: str, text: str) -> str:
    """A paragraph. A name that reaches the edge has the whole line for itself: one that comes out
    a little wider than it should must not break.
    """
    is_name = style == "Signature"
    above = f'<w:keepNext/><w:keepLines/><w:spacing w:before="{LINE}"/>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{above if is_name else ""}'
        f'<w:ind w:left="{left}" w:firstLineChars="0" w:firstLine="0"/>'
        f'<w:jc w:val="{align}"/></w:pPr>{run(text)}</w:p>'
    )
