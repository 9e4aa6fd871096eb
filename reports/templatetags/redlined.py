"""Pieces of a rewritten text as HTML: struck out and underlined, and said in words to a reader."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reports.redline import Piece, redline, shortened

register = template.Library()

_TAGS = {
    "same": "{}",
    "gone": '<del><span class="visually-hidden">（删去：</span>{}'
    '<span class="visually-hidden">）</span></del>',
    "new": '<ins><span class="visually-hidden">（加上：</span>{}'
    '<span class="visually-hidden">）</span></ins>',
    "left_out": '<span class="left-out">{}</span>',
}


@register.filter
def redlined(pieces: Iterable[Piece]) -> SafeString:
    """The pieces one after another, with nothing between them."""
    return format_html_join("", "{}", ((format_html(_TAGS[p.kind], p.text),) for p in pieces))


@register.filter
def redlined_short(pieces: Iterable[Piece]) -> SafeString:
    """The same without what stays far from any change."""
    return redlined(shortened(tuple(pieces)))


@register.filter
def beside(pieces: Iterable[Piece], kind: str) -> SafeString:
    """One of two texts that stand side by side: "new" or "gone" is what only this one has."""
    tags = {"same": "{}", kind: "<mark>{}</mark>"}
    shown = ((format_html(tags[p.kind], p.text),) for p in pieces if p.kind in tags)
    return format_html_join("", "{}", shown)


def rewritten(before: str, after: str) -> SafeString:
    """Two texts as one redline."""
    return redlined(redline(before, after))
