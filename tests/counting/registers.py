"""Registers for tests: rows as a clerk writes them, and what their values stand for."""

from __future__ import annotations

from reports.counting import Counted, Entry, Meanings, count
from reports.formats import edition

MEANINGS: Meanings = {
    "applicant": {"公民": "natural_person", "企业": "business", "法人": "organisations"},
    "organisation": {"律所": "legal_service"},
    "result": {
        "公开": "granted",
        "不予公开": "refused",
        "在办": "open",
        "转办": "not_counted",
        "撤回": "other_misc",
    },
    "reason": {"内部事务": "refused_internal", "信访": "rejected_petition"},
}
USUAL = Entry("第2行", "2024-1", "2024-3-5", "公民", "", "2024-3-20", "公开")


def counted(*entries: Entry, year: int = 2024) -> Counted:
    return count(edition("2021"), year, entries, MEANINGS)


def filled(told: Counted) -> dict[str, list[str]]:
    """The cells that count anything, without the name of the table."""
    return {key.partition(".")[2]: cases for key, cases in told.cells.items() if cases}
