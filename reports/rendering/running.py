"""Running text where lines must break otherwise than by the character before and after.

GB/T 15834-2011, 5.1: · – — ～ never begin a line, and / neither begins nor ends one; Unicode's
rules, by which lines are broken, know this of Western text alone. An address on the web may break
anywhere: kept whole it would tear apart the line before. What closes after an address goes with it,
or a line that is full with the address would have to end before it.
"""

from __future__ import annotations

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

ADDRESS, TOGETHER = "paper-address", "paper-together"

_SPECIAL = re.compile(
    r"(?P<address>(?:https?://|www\.)[!-~]*[A-Za-z0-9/=_-][）》】〕”’，。、；：？！]*)"
    r"|(?P<together>(?:[^\s/]/[^\s/]|[^\s—]—(?!—))[·•・～－–]*|\S[·•・～－–]+)"
)
_CLASSES = {"address": ADDRESS, "together": TOGETHER}


def running(text: str) -> SafeString | str:
    """The text with a span around each address and around what must stay in one line."""
    pieces: list[tuple[str, str, str]] = []
    at = 0
    for found in _SPECIAL.finditer(text):
        pieces.append((text[at : found.start()], _CLASSES[str(found.lastgroup)], found[0]))
        at = found.end()
    if not pieces:
        return text
    marked = format_html_join("", '{}<span class="{}">{}</span>', pieces)
    return format_html("{}{}", marked, text[at:])
