"""What a cell of a spreadsheet shows, as a person would have typed it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

Value = str | float | int | bool | date | time | datetime | timedelta

_DIGITS = 15
"""So many of a number mean something in a spreadsheet; what follows is noise of its formulas."""


def shown(value: Value) -> str:
    """Whole numbers without a point, 0.1 + 0.2 as 0.3."""
    if isinstance(value, float):
        number = Decimal(f"{value + 0.0:.{_DIGITS}g}")
        return f"{number.normalize():f}"
    return str(value).strip()
