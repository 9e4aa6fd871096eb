"""Text against table: numbers of the narrative that speak of cells, found, compared, rewritten."""

from __future__ import annotations

from .claims import Claim, Kind, find
from .comparing import Comparison, Verdict, compare, rewritten
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
    "Kind",
    "Verdict",
    "compare",
    "find",
    "rewritten",
]
