"""What of last year's report a claim of this one is told against."""

from __future__ import annotations

from reports.checks import Case, Predecessor
from tests.checking import report

ROW = "applications.{}.natural_person"
RECEIVED, OTHERWISE = ROW.format("received"), ROW.format("otherwise")


def test_figures_of_the_earlier_form_stand_by_the_cells_of_this_one() -> None:
    last = report({RECEIVED: 5, OTHERWISE: 7}, year=2020, edition="2019")
    before = Case(report(year=2021), last).figures_before
    assert before is not None
    assert before[RECEIVED] == 5
    assert OTHERWISE not in before


def test_a_row_that_the_form_has_divided_is_told_of_none_of_its_parts() -> None:
    last = report({OTHERWISE: 7}, year=2020, edition="2019")
    before = Case(report(year=2021), last).figures_before
    assert before is not None
    assert ROW.format("refused_state_secret") in before
    assert ROW.format("other_unpaid") not in before


def test_nothing_is_told_against_last_year_where_others_work_came_on_top() -> None:
    last = report({RECEIVED: 5}, year=2023)
    assert Case(report(), last).figures_before is not None
    assert (
        Case(report(), last, predecessors=(Predecessor("县旅游局", None),)).figures_before is None
    )
