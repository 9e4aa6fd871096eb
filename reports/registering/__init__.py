"""台账: taking in a register, learning how it is read, and letting its counts wait in the draft."""

from .keeping import (
    choose,
    counted_at,
    counted_for,
    discard,
    forget_uncounted,
    keep,
    mapped,
    open_for,
)
from .landing import Landed, land
from .remembering import remember, remembered

__all__ = [
    "Landed",
    "choose",
    "counted_at",
    "counted_for",
    "discard",
    "forget_uncounted",
    "keep",
    "land",
    "mapped",
    "open_for",
    "remember",
    "remembered",
]
