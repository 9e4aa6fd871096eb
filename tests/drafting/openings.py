"""Last year's report and what it carries over into the opening row of this year's."""

from __future__ import annotations

from agencies.models import User
from reports.models import Prefill, Report
from tests.drafting.saves import fresh, save
from tests.filing import filled

OPENING = "applications.brought_forward.{}"
CLOSING = "applications.carried_over.{}"
COLUMNS = ("natural_person", "business", "research", "welfare", "legal_service", "other")
NATURAL, BUSINESS = OPENING.format("natural_person"), OPENING.format("business")


def left_over(report: Report, by: User, natural: int, business: int = 0) -> Report:
    """A whole report of which so many applications go on."""
    figures = {"natural_person": natural, "business": business}
    pairs = {CLOSING.format(column): (0, n) for column, n in figures.items()}
    pairs |= {f"applications.received.{column}": (0, n) for column, n in figures.items()}
    save(filled(report, by), by, pairs)
    return fresh(report)


def waiting(report: Report) -> dict[str, Prefill]:
    """What waits in the draft, by key."""
    return {one.key: one for one in report.prefills.filter(state="waiting")}
