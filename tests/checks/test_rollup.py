"""R60–R64: a government's report against its units'; each finds its slip, none a near miss."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from reports.checks import Finding, Severity
from reports.checks.rollup import RollUp, check_rollup, sums_agree
from reports.content import Content
from tests.checking import report
from tests.checks.test_year_to_year import CLOSING, FEES, OPENING, ZERO

OFFICE, FINANCE = "某某县人民政府办公室", "某某县财政局"
LICENCES = "licensing.licences.decisions"
REVIEWS = "disputes.review.total"
AFTER = "disputes.after_review.total"
NEW = "applications.received.total"


def found(
    own: Mapping[str, object],
    its_office: Mapping[str, object],
    bureau: Mapping[str, object] | None,
    rule: str,
    **more: Any,
) -> list[Finding]:
    """What that rule says of a government with an office and one bureau, the rest being 0."""
    second = None if bureau is None else report({**ZERO, **bureau})
    units = ((OFFICE, report({**ZERO, **its_office})), (FINANCE, second))
    rollup = RollUp(report({**ZERO, **own}), **{"units": units, "office": OFFICE, **more})
    return [one for one in check_rollup(rollup) if one.rule == rule]


def test_a_figure_that_is_not_the_sum_is_told_with_the_offices_own_apart() -> None:
    (told,) = found({LICENCES: 9}, {LICENCES: 2}, {LICENCES: 5}, "R60")
    assert told.severity is Severity.WARNING
    assert (told.cells, told.section) == ((LICENCES,), 2)
    assert "9，合计7（其中某某县人民政府办公室2），多2" in told.message


def test_a_figure_that_is_the_sum_is_silent() -> None:
    office, finance = {LICENCES: 2, FEES: "0.3"}, {LICENCES: 5, FEES: "3.2"}
    assert found({LICENCES: 7, FEES: "3.5"}, office, finance, "R60") == []


def test_each_table_is_one_finding() -> None:
    own = {LICENCES: 1, NEW: 4, FEES: "0.5"}
    told = found(own, {}, {LICENCES: 2}, "R60")
    assert [(one.section, len(one.cells)) for one in told] == [(2, 2), (3, 1)]


def test_a_blank_of_the_government_is_not_compared() -> None:
    assert found({LICENCES: None}, {LICENCES: 2}, {}, "R60") == []


@pytest.mark.parametrize(("own", "is_told"), [(9, False), (1, True)])
def test_while_a_unit_is_missing_only_less_than_the_others_is_told(own: int, is_told: bool) -> None:
    assert bool(found({LICENCES: own}, {LICENCES: 2}, None, "R60")) is is_told


@pytest.mark.parametrize(("units", "is_told"), [(("-1",), True), (("-1", None), False)])
def test_what_may_be_negative_is_not_compared_while_a_unit_is_missing(
    units: tuple[str | None, ...], is_told: bool
) -> None:
    def year(change: str) -> Content:
        return report({"licensing.licences.change": change}, edition="2019", year=2020)

    below = tuple((f"{n}局", year(one) if one else None) for n, one in enumerate(units))
    assert bool(list(sums_agree(RollUp(year("-3"), below)))) is is_told


def test_a_unit_without_a_report_is_named() -> None:
    (told,) = found({}, {}, None, "R61")
    assert told.severity is Severity.WARNING
    assert told.message == "还有1家没有可以汇总的本年报告：某某县财政局。合计不完整"


def test_a_unit_that_lacks_a_figure_is_named() -> None:
    (told,) = found({}, {}, {LICENCES: None, NEW: None}, "R61")
    assert told.message == "有1家的报告缺少数据：某某县财政局（2格）。合计不完整"


def test_units_that_are_all_there_are_silent() -> None:
    assert found({}, {}, {LICENCES: 0}, "R61") == []


def test_table_four_may_differ_and_says_why() -> None:
    told = found({REVIEWS: 3}, {REVIEWS: 2}, {REVIEWS: 2}, "R62")
    assert [(one.severity, one.cells) for one in told] == [(Severity.NOTE, (REVIEWS,))]
    assert told[0].because == "国办公开办函〔2016〕201号"
    assert found({REVIEWS: 3}, {REVIEWS: 2}, {REVIEWS: 2}, "R60") == []


def test_suits_of_both_the_office_and_a_unit_may_be_one_and_the_same() -> None:
    (told,) = found({AFTER: 3}, {AFTER: 1}, {AFTER: 2}, "R62")
    assert "请核对有没有重复计算" in told.message


@pytest.mark.parametrize(("office", "finance"), [(0, 3), (3, 0)])
def test_suits_of_one_of_them_alone_are_silent(office: int, finance: int) -> None:
    assert found({AFTER: 3}, {AFTER: office}, {AFTER: finance}, "R62") == []


def test_an_office_that_is_no_unit_is_told() -> None:
    (told,) = found({}, {}, {}, "R63", units=((FINANCE, report(ZERO)),))
    assert "没有列入汇总单位" in told.message


def test_an_office_that_is_listed_twice_is_told() -> None:
    units = ((OFFICE, report(ZERO)), (FINANCE, report(ZERO)), (OFFICE, report(ZERO)))
    (told,) = found({}, {}, {}, "R63", units=units)
    assert "在汇总单位中出现2次" in told.message


@pytest.mark.parametrize(("own", "what"), [((9, 4), "重复计入"), ((5, 2), "漏计")])
def test_an_office_whose_figures_are_the_difference_is_told(
    own: tuple[int, int], what: str
) -> None:
    figures = dict(zip((LICENCES, NEW), own, strict=True))
    (told,) = found(figures, {LICENCES: 2, NEW: 1}, {LICENCES: 5, NEW: 2}, "R63")
    assert what in told.message


@pytest.mark.parametrize("own", [(7, 3), (9, 3), (8, 4)])
def test_other_differences_are_not_laid_on_the_office(own: tuple[int, int]) -> None:
    figures = dict(zip((LICENCES, NEW), own, strict=True))
    assert found(figures, {LICENCES: 2, NEW: 1}, {LICENCES: 5, NEW: 2}, "R63") == []


def test_a_government_without_an_office_is_asked_nothing_of_it() -> None:
    assert found({}, {}, {}, "R63", office="") == []


def test_the_opening_row_is_last_years_closing_whoever_came_or_went() -> None:
    last = report({**ZERO, f"{CLOSING}total": 5}, year=2023)
    opening = f"{OPENING}total"
    (told,) = found({opening: 4}, {opening: 4}, {}, "R64", previous=last)
    assert told.cells == (opening,)
    assert "“总计”4，2023年5" in told.message


def test_an_opening_row_that_goes_on_is_silent_though_the_units_do_not() -> None:
    last = report({**ZERO, f"{CLOSING}total": 5}, year=2023)
    assert found({f"{OPENING}total": 5}, {}, {}, "R64", previous=last) == []
    assert found({f"{OPENING}total": 5}, {}, {}, "R64") == []


def test_doubts_are_told_before_notes_and_then_section_by_section() -> None:
    own = {LICENCES: 9, NEW: 4, REVIEWS: 3}
    opening, last = {f"{OPENING}total": 1}, report(ZERO, year=2023)
    units = ((FINANCE, report({**ZERO, **opening})),)
    every = check_rollup(RollUp(report({**ZERO, **own, **opening}), units, "", last))
    assert [(one.severity, one.section) for one in every] == [
        (Severity.WARNING, 2),
        (Severity.WARNING, 3),
        (Severity.WARNING, 3),
        (Severity.NOTE, 4),
    ]


def test_nothing_of_it_blocks_for_good() -> None:
    own = {LICENCES: 9, REVIEWS: 3, f"{OPENING}total": 1}
    last = report(ZERO, year=2023)
    units = ((FINANCE, None), (FINANCE, report({**ZERO, NEW: None, REVIEWS: 4})))
    every = check_rollup(RollUp(report({**ZERO, **own}), units, OFFICE, last))
    assert {one.rule for one in every} == {"R61", "R62", "R63", "R64"}
    assert Severity.ERROR not in {one.severity for one in every}
