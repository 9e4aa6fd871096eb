"""Where lines end: as late as the rules of breaking allow, which Pango alone does not see to.

Pango knows no place to break beside “ and ”, and goes back over nearer places to where a face ends:
lines with digits and quotations came out short by up to half. An address of the web is broken
where the line is full. This replaces an inner function of WeasyPrint, of the series that
`justify` names.
"""

from __future__ import annotations

import unicodedata
from math import inf
from typing import Any

_AHEAD = 80
"""Characters in which the next place to break is looked for."""

_NEAR = 6
"""Characters by which a line may be shorter for an address to break after one of its marks."""

_OPENING = "（《〈「『【〔［｛“‘"
_CLOSING = "，。、；：？！）》〉」』】〕］｝”’·～－％…—"

_LEAST = {True: 0.9, False: 0.2}
"""Ems that a character takes at the least: whether it is as wide as a hanzi."""


def split(
    text: str, style: Any, context: Any, max_width: float | None, spacing: float, **more: Any
) -> Any:
    """Takes the place of `weasyprint.text.line_break.split_first_line`, and returns what it does:
    layout, length, where to resume (None: all fits), width, height, baseline.
    """
    from weasyprint.text import line_break as lines

    if max_width is None or not 0 < max_width < inf or style["white_space"] != "normal":
        return lines.split_first_line(text, style, context, max_width, spacing, **more)
    if style["word_break"] == "break-all":
        return _anywhere(text, style, context, max_width, spacing)
    cut = lines.split_first_line(text, style, context, max_width, spacing, **more)
    while longer := _longer(cut, text, style, context, max_width, spacing):
        cut = longer
    return cut


def _anywhere(text: str, style: Any, context: Any, max_width: float, spacing: float) -> Any:
    from weasyprint.text import line_break as lines

    layout = lines.create_layout(text, style, context, max_width, spacing)
    lines.pango.pango_layout_set_wrap(layout.layout, lines.PANGO_WRAP_MODE["WRAP_CHAR"])
    first, resume_at = layout.get_first_line()
    if resume_at is None:
        return lines.first_line_metrics(first, text, layout, resume_at, True, style)
    end = _fair(text, len(text.encode()[:resume_at].decode()))
    layout = lines.create_layout(text[:end], style, context, None, spacing)
    first, _ = layout.get_first_line()
    cut = lines.first_line_metrics(first, text[:end], layout, None, True, style)
    return cut[0], cut[1], len(text[:end].encode()), *cut[3:]


def _fair(text: str, end: int) -> int:
    """Where an address that fits up to `end` breaks: after one of its marks, if one is near."""
    while end > 1 and text[end] in _CLOSING:
        end -= 1
    near = range(end, max(end - _NEAR, 3), -1)
    return next((at for at in near if not text[at - 1].isalnum()), end)


def _longer(cut: Any, text: str, style: Any, context: Any, max_width: float, spacing: float) -> Any:
    """The line with what comes up to the next place to break; None where that does not fit."""
    from weasyprint.text import line_break as lines

    _, _, resume_at, width, *_ = cut
    if resume_at is None:
        return None
    encoded = text.encode()
    rest = encoded[resume_at:].decode()
    if width + _least(rest[:1]) * style["font_size"] > max_width:
        return None
    end = _next_break(rest[:_AHEAD], style["lang"])
    if end is None and len(rest) > _AHEAD:
        return None
    piece = rest[:end]
    if width + _least(piece.rstrip()) * style["font_size"] > max_width:
        return None
    said = encoded[:resume_at].decode() + piece
    layout = lines.create_layout(said.rstrip(" "), style, context, None, spacing)
    first, _ = layout.get_first_line()
    metrics = lines.first_line_metrics(first, said, layout, None, True, style)
    if metrics[3] > max_width:
        return None
    at = resume_at + len(piece.encode())
    return metrics[0], metrics[1], at if at < len(encoded) else None, *metrics[3:]


def _next_break(text: str, lang: str) -> int | None:
    """How many characters come before the first place to break; None where there is none."""
    from weasyprint.text import line_break as lines

    attributes = lines.get_log_attrs(text, lang)
    places = (n for n in range(1, len(text)) if attributes[n].is_line_break or _quotes(text, n))
    return next(places, None)


def _quotes(text: str, at: int) -> bool:
    """Whether a line may end there beside a quotation mark.

    Unicode cannot tell an opening from a closing one, and lets no line end on either side; “ and ”
    open and close in Chinese.
    """
    before, after = text[at - 1], text[at]
    if after in "“‘":
        return before not in _OPENING and (before.isalnum() or _is_wide(before) or before in "”’")
    return before in "”’" and _is_wide(after) and after not in _CLOSING


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _least(text: str) -> float:
    return sum(_LEAST[_is_wide(char)] for char in text)
