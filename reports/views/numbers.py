"""Numbers that an address or a form sends."""

from __future__ import annotations

_MOST_DIGITS = 18
"""A longer one is nobody's key and no database holds it; of thousands Python reads none."""


def whole_number(raw: str | None) -> int | None:
    """The number, 0 or more; None for anything else."""
    if not raw or len(raw) > _MOST_DIGITS or not (raw.isascii() and raw.isdigit()):
        return None
    return int(raw)
