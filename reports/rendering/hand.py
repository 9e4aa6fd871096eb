"""Whose a tracked change is, as Word tells it beside the change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from .package import legal


@dataclass(frozen=True)
class Hand:
    """Who changed a place, and when, as Word tells it beside the change."""

    name: str
    at: dt.datetime

    def marks(self, number: int) -> str:
        """The attributes of a change; the time is the local one, as Word itself writes it."""
        name = quoteattr(legal(self.name))
        return f'w:id="{number}" w:author={name} w:date="{self.at:%Y-%m-%dT%H:%M:%SZ}"'


Hands = Callable[[str], Hand]
"""By a place: a cell id, title, or a part with the id of a paragraph, as 1#p3."""
