"""差额小助手: a slip made on purpose is among the places it names."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.checks import Case, Repair, check
from reports.checks.arithmetic import identities
from reports.checks.repairs import MOST
from reports.figures import Figures, recompute
from tests.checking import report
from tests.samples import sample
from tests.strategies import FORMAT, TYPED, balanced, number

HAIDIAN = sample("haidian-2024").figures
ROW = "applications.{}.natural_person".format
CARRIED = ROW("carried_over")


def after(changes: Mapping[str, int], *, totals: bool = True) -> list[Repair]:
    """What is named for Haidian's figures with these changes, totals as the page keeps them."""
    figures = {**HAIDIAN, **changes}
    figures |= recompute(FORMAT, figures, changes) if totals else {}
    return [one for finding in identities(Case(report(figures))) for one in finding.repairs]


def cells(repairs: list[Repair]) -> set[str]:
    return {one.cell for one in repairs}


def test_two_swapped_digits_are_named() -> None:
    messages = [one.message for one in after({ROW("received"): 3041})]
    assert any("现为3041：可能两位数字录颠倒（3014）" in message for message in messages)


def named(few: Mapping[str, int]) -> str:
    """What is named for a report that has these figures and is 0 elsewhere."""
    figures: Figures = {cell: few.get(cell, 0) for cell in HAIDIAN}
    figures |= recompute(FORMAT, figures, few)
    found = [one for finding in identities(Case(report(figures))) for one in finding.repairs]
    return "\n".join(one.message for one in found)


def test_a_figure_in_the_next_column_is_named() -> None:
    wrong = {ROW("received"): 7, "applications.granted.business": 7}
    assert "的7：可能应录在旁边的" in named(wrong)


def test_a_stock_left_at_0_is_named() -> None:
    assert any("现为0，差额正好255：可能漏录" in one.message for one in after({CARRIED: 0}))


def test_of_many_places_that_would_do_three_are_named() -> None:
    closed = next(eq for eq in FORMAT.equations if eq.right == ("applications.closed.business",))
    alike = dict.fromkeys(closed.left[:5], 4)
    figures: Figures = {**dict.fromkeys(HAIDIAN, 0), **alike, closed.right[0]: 16}
    found = [one for one in identities(Case(report(figures))) if one.cells == closed.cells]
    assert [one.cell for one in found[0].repairs] == list(closed.left[:3])


def test_where_a_row_and_a_column_cross_is_named_first() -> None:
    repairs = after({CARRIED: 254}, totals=False)
    assert "若应为255，则行、列两处都平" in repairs[0].message


def test_an_addend_that_a_pasted_total_lacks_is_named() -> None:
    total = "applications.received.total"
    wrong = {total: number(HAIDIAN, total) - 42}
    assert any("合计里可能漏加了这一格" in one.message for one in after(wrong, totals=False))


def test_a_sum_typed_among_its_addends_is_named() -> None:
    wrong = {ROW("received"): 9, ROW("granted"): 4, ROW("partly_granted"): 5}
    assert "可能把合计又录了一次" in named({**wrong, ROW("other_misc"): 9})


def test_a_sum_is_known_beside_what_is_carried_over_and_across_a_row() -> None:
    column = {ROW("received"): 12, ROW("granted"): 4, ROW("partly_granted"): 5, CARRIED: 3}
    assert "可能把合计又录了一次" in named({**column, ROW("other_misc"): 9})
    line = {ROW("received"): 4, ROW("granted"): 4}
    line |= {cell.replace("natural_person", "business"): 5 for cell in line}
    assert "可能把合计又录了一次" in named({**line, "applications.received.other": 9})


def test_what_is_right_gets_no_hint() -> None:
    assert after({}) == []


@settings(max_examples=60, deadline=None)
@given(balanced(), st.sampled_from(TYPED), st.integers(1, 99))
def test_every_place_named_would_mend_it_and_break_nothing(
    figures: Figures, cell: str, more: int
) -> None:
    figures = {**figures, cell: number(figures, cell) + more}
    figures |= recompute(FORMAT, figures, [cell])
    for finding in identities(Case(report(figures))):
        assert len(finding.repairs) <= MOST
        for repair in finding.repairs:
            mended = {**figures, **repair.then}
            mended |= recompute(FORMAT, mended, repair.then)
            left = {one.cells for one in identities(Case(report(mended)))}
            assert finding.cells not in left


@pytest.mark.parametrize("wrong", [3041, 3015, 301])
def test_hints_do_not_change_what_a_finding_is(wrong: int) -> None:
    findings = check(report({**HAIDIAN, ROW("received"): wrong}))
    assert {finding.severity for finding in findings if finding.repairs} == {"error"}
