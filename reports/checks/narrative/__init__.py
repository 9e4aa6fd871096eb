"""Text against table: numbers of the narrative that speak of cells, found, compared, rewritten."""

from __future__ import annotations

from .claims import Claim, Kind, find
from .comparing import Comparison, Verdict, compare, compare_all, rewritten
from .concern import compared
from .described import Described, described
from .said import (
    said_balance,
    said_changes,
    said_disputes,
    said_documents,
    said_none,
    said_received,
    said_results,
    said_shares,
    said_year,
)
from .wording import table_says

NARRATIVE = (
    said_received,
    said_balance,
    said_disputes,
    said_none,
    said_results,
    said_shares,
    said_changes,
    said_documents,
    said_year,
)
"""The checks of what the narrative says (R40–R46)."""

__all__ = [
    "NARRATIVE",
    "Claim",
    "Comparison",
    "Described",
    "Kind",
    "Verdict",
    "compare",
    "compare_all",
    "compared",
    "described",
    "find",
    "rewritten",
    "table_says",
]
