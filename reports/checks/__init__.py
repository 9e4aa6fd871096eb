"""All checks of a report, one flat list. Pure: a check takes a Case and yields Findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reports.content import Content

from .addresses import addresses
from .arithmetic import identities
from .blanks import blank_cells, empty_parts, invalid_values, too_large
from .case import Case, Predecessor
from .copied import like_last_year, like_others
from .fees import (
    charged_by_tens,
    fees_missing,
    notices_and_billed_agree,
    received_within_billed,
    received_within_charges,
    unpaid_within_notices,
)
from .fees_in_words import amounts_have_units, words_and_figures_agree
from .finding import Finding, Repair, Severity
from .language import (
    basis,
    document_numbers,
    doubled,
    full_stops,
    half_width,
    leftovers,
    pairs,
    principle,
    sensitive_words,
    wrong_words,
)
from .names import agency, other_agencies
from .narrative import NARRATIVE
from .numbering import numbering
from .privacy import personal_data
from .reform import taken_over_openings, taken_over_stocks
from .rule import About, Rule, rule
from .settings import Settings
from .structure import (
    edition_in_force,
    government_topics,
    length,
    problems_and_remedies,
    rules_of_government,
    title,
    topics,
)
from .year_to_year import (
    charges,
    jumps,
    openings,
    pending_disputes,
    repealed_at_most,
    stocks,
    sued_without_review,
)

Check = Callable[[Case], Iterable[Finding]]

CHECKS: tuple[Rule, ...] = (
    invalid_values,
    too_large,
    identities,
    blank_cells,
    empty_parts,
    fees_missing,
    notices_and_billed_agree,
    received_within_billed,
    words_and_figures_agree,
    unpaid_within_notices,
    charged_by_tens,
    received_within_charges,
    amounts_have_units,
    edition_in_force,
    title,
    agency,
    other_agencies,
    topics,
    government_topics,
    length,
    problems_and_remedies,
    rules_of_government,
    openings,
    taken_over_openings,
    stocks,
    taken_over_stocks,
    repealed_at_most,
    charges,
    pending_disputes,
    jumps,
    sued_without_review,
    principle,
    wrong_words,
    sensitive_words,
    leftovers,
    addresses,
    basis,
    document_numbers,
    half_width,
    doubled,
    full_stops,
    pairs,
    numbering,
    personal_data,
    like_last_year,
    like_others,
    *NARRATIVE,
)

_ORDER = list(Severity)


def check(case: Content | Case, further: Iterable[Check] = ()) -> list[Finding]:
    """Every finding on the report, errors first, then in the order of the sections.

    `case` is a Content where nothing else is known; `further` are checks that need more than the
    report, such as the fonts of this machine.
    """
    case = case if isinstance(case, Case) else Case(case)
    checks: list[Check] = [*CHECKS, *further]
    found = [finding for one in checks for finding in one(case)]
    return sorted(found, key=lambda f: (_ORDER.index(f.severity), f.section or 0))


__all__ = [
    "CHECKS",
    "About",
    "Case",
    "Check",
    "Finding",
    "Predecessor",
    "Repair",
    "Rule",
    "Settings",
    "Severity",
    "check",
    "rule",
]
