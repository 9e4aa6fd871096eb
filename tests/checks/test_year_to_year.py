"""R14, R16, R30–R33: this year's figures against last year's; each finds and each keeps silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from reports.checks import Case, Finding, Settings, Severity, check
from reports.formats import in_force
from tests.checking import report

ZERO = {cell.id: "0" if cell.kind.is_money else 0 for cell in in_force(2024).cells.values()}
RULES = "documents.rules."
OPENING = "applications.brought_forward."
CLOSING = "applications.carried_over."
FEES = "charges.fees.amount"


def read(now: Mapping[str, object], last: Mapping[str, object], rule: str) -> list[Finding]:
    """What that rule finds in this year's figures, the others being 0 in both years."""
    previous = report({**ZERO, **last}, year=2023)
    return [one for one in check(Case(report({**ZERO, **now}), previous)) if one.rule == rule]


def carried(total: int, natural: int) -> dict[str, object]:
    """Last year's closing row."""
    return {f"{CLOSING}total": total, f"{CLOSING}natural_person": natural}


def opened(total: int, natural: int) -> dict[str, object]:
    """This year's opening row."""
    return {f"{OPENING}total": total, f"{OPENING}natural_person": natural}


def test_an_opening_that_is_not_last_years_closing_is_told_by_column() -> None:
    (found,) = read(opened(4, 3), carried(5, 4), "R30")
    assert found.severity is Severity.WARNING
    assert found.cells == (f"{OPENING}natural_person", f"{OPENING}total")
    assert "“自然人”本年3、上年4" in found.message
    assert "“总计”本年4、上年5" in found.message


def test_an_opening_may_differ_in_one_column_alone() -> None:
    (found,) = read(opened(4, 3), carried(5, 3), "R30")
    assert (found.cells, found.section) == ((f"{OPENING}total",), 3)
    assert "：“总计”本年4、上年5。" in found.message


@pytest.mark.parametrize("last", [carried(5, 5), {}], ids=["the same", "both 0"])
def test_an_opening_that_goes_on_from_last_year_is_silent(last: dict[str, object]) -> None:
    now = opened(5, 5) if last else {}
    assert read(now, last, "R30") == []


def test_a_blank_is_not_compared() -> None:
    assert (
        read({f"{OPENING}total": None, f"{OPENING}natural_person": None}, carried(5, 5), "R30")
        == []
    )


def test_without_last_years_report_nothing_is_compared() -> None:
    found = check(report({**ZERO, **opened(4, 4), FEES: "7"}))
    assert not {"R30", "R31", "R32", "R33"} & {one.rule for one in found}


def stock(issued: int, repealed: int, in_force: int) -> dict[str, object]:
    """The row of 规章."""
    return {f"{RULES}issued": issued, f"{RULES}repealed": repealed, f"{RULES}in_force": in_force}


def test_what_is_in_force_follows_from_last_year() -> None:
    (found,) = read(stock(3, 1, 13), stock(0, 0, 10), "R31")
    assert found.severity is Severity.WARNING
    assert "13，按上年推算为12（2023年10＋制发3－废止1）" in found.message
    assert read(stock(3, 1, 12), stock(0, 0, 10), "R31") == []


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (stock(5, 1, 3), "现行有效3件，少于本年制发5件减去废止1件"),
        (stock(1, 12, 0), "废止12件，多于上年有效10件与本年制发1件之和"),
    ],
    ids=["in force", "repealed"],
)
def test_more_cannot_be_repealed_than_there_was(now: dict[str, object], words: str) -> None:
    (found,) = read(now, stock(0, 0, 10), "R16")
    assert words in found.message


@pytest.mark.parametrize("now", [stock(5, 1, 4), stock(1, 11, 0)], ids=["in force", "repealed"])
def test_all_that_there_was_may_be_repealed(now: dict[str, object]) -> None:
    assert read(now, stock(0, 0, 10), "R16") == []


@pytest.mark.parametrize("now", [stock(5, 1, 3), stock(1, 12, 0), stock(60, 1, 3)], ids=str)
def test_of_one_row_only_what_cannot_be_is_told(now: dict[str, object]) -> None:
    case = Case(report({**ZERO, **now}), report({**ZERO, **stock(0, 0, 10)}, year=2023))
    of_stock = [one.rule for one in check(case) if f"{RULES}in_force" in one.cells]
    assert of_stock == ["R16"]
    unasked = replace(case, settings=Settings({"repealed_at_most": None}))
    assert [one.rule for one in check(unasked) if f"{RULES}in_force" in one.cells] == ["R31"]


def test_of_one_figure_only_the_closest_check_tells() -> None:
    now = {FEES: "9000", **stock(0, 0, 90), "licensing.licences.decisions": 90}
    last = {FEES: "5", **stock(0, 0, 10), "licensing.licences.decisions": 1}
    case = Case(report({**ZERO, **now}), report({**ZERO, **last}, year=2023))
    found = [one.rule for one in check(case) if one.rule in {"R14", "R31", "R33"}]
    assert sorted(found) == ["R14", "R31", "R33"]


NORMATIVE = {f"documents.normative.{column}": 1 for column in ("issued", "repealed")}


@pytest.mark.parametrize("column", ["issued", "repealed", "in_force"])
def test_a_row_with_a_blank_is_not_judged_and_the_next_one_is(column: str) -> None:
    wrong, blank = stock(5, 9, 0), {f"{RULES}{column}": None}
    next_row = {**NORMATIVE, "documents.normative.in_force": 7}
    (found,) = read({**wrong, **blank, **next_row}, stock(0, 0, 10), "R31")
    assert {cell.split(".")[1] for cell in found.cells} == {"normative"}
    assert read({**wrong, **blank}, stock(0, 0, 10), "R31") == []


@pytest.mark.parametrize("column", ["issued", "repealed"])
def test_what_was_issued_or_repealed_is_weighed_only_with_the_other(column: str) -> None:
    blank = {**stock(0, 9, -9), f"{RULES}{column}": None}
    few = {**NORMATIVE, "documents.normative.issued": 3}
    (found,) = read({**blank, **few}, {}, "R16")
    assert found.cells[0] == "documents.normative.issued"
    assert read(blank, {}, "R16") == []


@pytest.mark.parametrize("forum", ["review", "direct", "after_review"])
def test_pending_cases_come_up_again(forum: str) -> None:
    pending, counted = f"disputes.{forum}.pending", f"disputes.{forum}.total"
    (found,) = read({counted: 2}, {pending: 3}, "R32")
    assert found.severity is Severity.NOTE
    assert "总计2件，少于2023年尚未审结的3件" in found.message
    assert read({counted: 3}, {pending: 3}, "R32") == []


@pytest.mark.parametrize(
    ("was", "stands", "told"),
    [
        (21, 0, True),
        (20, 0, False),
        (10, 31, True),
        (10, 30, False),
        (31, 10, True),
        (6, 20, False),
    ],
)
def test_only_a_great_change_of_a_total_is_noted(was: int, stands: int, told: bool) -> None:
    penalties = "sanctions.penalties.decisions"
    found = read({penalties: stands}, {penalties: was}, "R33")
    assert [one.cells for one in found] == [(penalties,)] * told
    assert all(one.severity is Severity.NOTE for one in found)


def test_one_column_alone_may_change_as_it_likes() -> None:
    column = "applications.received.business"
    assert read({column: 500}, {column: 1}, "R33") == []


@pytest.mark.parametrize(
    ("was", "stands", "told"),
    [
        ("3.5", "35000", True),
        ("3.5", "350", False),
        ("350.01", "3.5", True),
        ("0", "35000", False),
        ("0", "1000000", True),
        ("999999", "999999", False),
    ],
)
def test_a_sum_in_the_wrong_unit_is_doubted(was: str, stands: str, told: bool) -> None:
    found = read({FEES: stands}, {FEES: was}, "R14")
    assert [one.cells for one in found] == [(FEES,)] * told
    assert all("请核对单位是不是万元" in one.message for one in found)


def test_across_the_editions_only_what_counts_the_same_is_compared() -> None:
    last = {
        "applications.received.total": 10,
        "applications.otherwise.total": 1,
        "documents.rules.published_total": 900,
        "licensing.licences.decisions": 500,
        "charges.fees.previous_items": 3,
    }
    now = {
        "applications.received.total": 100,
        "applications.other_misc.total": 90,
        "documents.rules.in_force": 30,
        "documents.rules.issued": 30,
        "licensing.licences.decisions": 30,
        FEES: "4000",
    }
    case = Case(report({**ZERO, **now}, year=2021), report(last, year=2020))
    found = [one for one in check(case) if one.rule in {"R14", "R16", "R31", "R33"}]
    assert {cell for one in found for cell in one.cells} == {
        "applications.received.total",
        "licensing.licences.decisions",
    }


def test_an_increase_that_jumps_is_no_jump() -> None:
    change = "licensing.licences.change"
    last, now = (report({change: n}, year=y) for n, y in ((-50, 2019), (1036, 2020)))
    assert [one for one in check(Case(now, last)) if one.rule == "R33"] == []


@pytest.mark.parametrize(("was", "stands", "told"), [(None, "2510000", 0), ("2", "2510000", 1)])
def test_millions_of_yuan_are_an_ordinary_sum(was: str | None, stands: str, told: int) -> None:
    amount = "procurement.central.amount"
    now, last = (report({amount: sum_}, year=year) for sum_, year in ((stands, 2020), (was, 2019)))
    found = [one for one in check(Case(now, last)) if one.rule == "R14"]
    assert [one.cells for one in found] == [(amount,)] * told


@pytest.mark.parametrize(
    ("year", "direct", "after", "told"),
    [(2024, 2, 1, 1), (2024, 1, 1, 0), (2023, 2, 1, 0), (2024, 0, 0, 0)],
)
def test_suits_without_review_are_noted_since_the_law_asks_for_it(
    year: int, direct: int, after: int, told: int
) -> None:
    figures = {"disputes.direct.total": direct, "disputes.direct.other": direct}
    figures |= {"disputes.after_review.total": after, "disputes.after_review.other": after}
    found = [one for one in check(report({**ZERO, **figures}, year=year)) if one.rule == "R79"]
    assert [one.severity for one in found] == [Severity.NOTE] * told
    for blank in ("disputes.direct.total", "disputes.after_review.total"):
        content = report({**ZERO, **figures, blank: None}, year=year)
        assert "R79" not in {one.rule for one in check(content)}
