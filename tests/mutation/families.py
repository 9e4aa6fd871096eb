"""What is changed on purpose, family by family, and the tests that must notice.

Each family has to be held by tests of its own: what only a page or an import would notice counts as
missed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """`sources` are changed, patterns of files; `tests` are run."""

    name: str
    sources: tuple[str, ...]
    tests: tuple[str, ...]


def _checks(name: str, sources: str, tests: str = "") -> Family:
    """A family of checks by the short names of its modules and of its tests."""
    return Family(
        name,
        tuple(f"reports/checks/{one}" for one in sources.split()),
        tuple(f"tests/checks/{one}" for one in (tests or _tests(sources)).split()),
    )


def _tests(sources: str) -> str:
    return " ".join(f"test_{one}" for one in sources.split())


FAMILIES = (
    Family(
        "figures",
        ("reports/figures.py",),
        (
            "tests/reports/test_figures.py",
            "tests/reports/test_golden.py",
            "tests/checks/test_case.py",
        ),
    ),
    _checks(
        "sums",
        "arithmetic.py repairs.py",
        "test_arithmetic.py test_repairs.py told/test_repairs.py told/test_form.py",
    ),
    _checks(
        "form",
        "blanks.py fees.py fees_in_words.py structure.py",
        "test_blanks.py test_fees.py test_fees_in_words.py test_structure.py"
        " told/test_form.py told/test_fees.py",
    ),
    _checks(
        "words",
        "language.py addresses.py numbering.py wrong_words.py names.py privacy.py personal.py"
        " persons.py passages.py",
        "test_language.py test_punctuation.py test_addresses.py test_numbering.py test_names.py"
        " test_privacy.py test_passages.py test_rule.py told/test_words.py",
    ),
    _checks(
        "rule",
        "rule.py finding.py settings.py __init__.py",
        "test_rule.py test_finding.py test_catalogue.py test_blanks.py test_year_to_year.py",
    ),
    _checks(
        "years",
        "year_to_year.py reform.py rollup.py case.py rank.py",
        "test_year_to_year.py test_reform.py test_rollup.py test_case.py test_rank.py"
        " told/test_years.py told/test_rollup.py",
    ),
    _checks("narrative", "narrative/*.py", "narrative test_fees_in_words.py"),
    _checks("likeness", "likeness/*.py copied.py", "likeness test_copied.py"),
)
