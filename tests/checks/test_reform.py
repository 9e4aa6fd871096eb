"""R34: an agency that took others over goes on from the sum of what they left."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reports.checks import Case, Finding, Predecessor, Severity, check
from reports.checks.reform import inheritances
from reports.content import Content
from tests.checking import report
from tests.checks.test_year_to_year import OPENING, ZERO, carried, opened, stock

RULES = {"R30", "R31", "R33", "R34"}


def last(agency: str, figures: Mapping[str, object], year: int = 2023) -> Content:
    zero = ZERO if year > 2020 else {}
    return report({**zero, **figures}, agency=agency, year=year)


def read(now: Mapping[str, object], own: Content | None, *others: Predecessor) -> list[Finding]:
    case = Case(report({**ZERO, **now}), own, predecessors=others)
    return [one for one in check(case) if one.rule in RULES]


def whole(name: str, figures: Mapping[str, object], year: int = 2023) -> Predecessor:
    return Predecessor(name, last(name, figures, year))


def test_openings_are_the_sum_of_all_that_was_taken_over() -> None:
    two = whole("县教育局", carried(3, 2)), whole("县体育局", carried(1, 1))
    assert read(opened(4, 3), None, *two) == []
    (found,) = read(opened(5, 4), None, *two)
    assert (found.rule, found.severity) == ("R34", Severity.WARNING)
    assert "“自然人”本年4，县教育局2＋县体育局1＝3" in found.message
    assert "“总计”本年5，县教育局3＋县体育局1＝4" in found.message


def test_who_takes_another_over_adds_its_own() -> None:
    own, other = last("某某县财政局", carried(5, 5)), whole("县税务局", carried(2, 2))
    assert read(opened(7, 7), own, other) == []
    (found,) = read(opened(5, 5), own, other)
    assert "某某县财政局5＋县税务局2＝7" in found.message


def test_of_a_split_agency_something_between_none_and_all_comes() -> None:
    split = Predecessor("县教育局", last("县教育局", carried(3, 3)), is_whole=False)
    assert read(opened(3, 3), None, split) == read(opened(0, 0), None, split) == []
    (found,) = read(opened(4, 4), None, split)
    assert "县教育局（拆分）3＝0至3" in found.message


def test_what_is_not_known_of_one_leaves_the_sum_unjudged() -> None:
    unknown = Predecessor("县教育局", None)
    assert read(opened(9, 9), last("某某县财政局", carried(1, 1)), unknown) == []
    blank = whole("县体育局", {**carried(1, 1), **dict.fromkeys(carried(0, 0))})
    assert read(opened(9, 9), None, blank) == []
    assert read(stock(0, 0, 9), None, unknown) == []


def test_what_is_not_known_is_said_beside_what_is() -> None:
    own, unknown = last("某某县财政局", carried(1, 1)), Predecessor("县教育局", None)
    known = inheritances(Case(report(ZERO), own, predecessors=(unknown,)))
    assert known[f"{OPENING}total"].words == "某某县财政局1＋县教育局（上年数不详）"


def test_openings_and_what_is_in_force_go_on_from_others() -> None:
    other = (whole("县教育局", {}),)
    same = inheritances(Case(report(ZERO), predecessors=other))
    assert {id_.split(".")[-1] for id_ in same if id_.startswith("documents.")} == {"in_force"}
    assert {id_.split(".")[1] for id_ in same if id_.startswith("applications.")} == {
        "brought_forward"
    }
    old = (whole("县教育局", {}, year=2020),)
    across = inheritances(Case(report(ZERO, year=2021), predecessors=old))
    assert set(across) == {id_ for id_ in same if id_.startswith("applications.")}


def test_from_agencies_that_left_nothing_nothing_comes() -> None:
    assert read(opened(0, 0), None, whole("县教育局", {})) == []
    assert len(read(opened(1, 1), None, whole("县教育局", {}))) == 1


def test_what_is_in_force_goes_on_from_all_of_them() -> None:
    two = whole("县教育局", stock(0, 0, 8)), whole("县体育局", stock(0, 0, 3))
    assert read(stock(2, 1, 12), None, *two) == []
    assert len(read(stock(2, 1, 11), None, *two)) == 1
    (found,) = read(stock(2, 1, 13), None, *two)
    assert found.cells == ("documents.rules.in_force",)
    assert (
        "13，按各机关上年数推算为12（县教育局8＋县体育局3＝11，再加制发2、减废止1）"
        in found.message
    )


@pytest.mark.parametrize("first", [stock(0, 0, 0), {"documents.rules.issued": None}], ids=str)
def test_each_kind_of_document_is_judged_by_itself(first: dict[str, object]) -> None:
    (found,) = read({**first, "documents.normative.in_force": 5}, None, whole("县教育局", {}))
    assert found.cells == ("documents.normative.in_force",)


def test_what_cannot_be_whoever_was_taken_over_is_told_once() -> None:
    other = whole("县教育局", {"documents.rules.in_force": 10})
    case = Case(report({**ZERO, **stock(5, 1, 3)}), predecessors=(other,))
    assert [one.rule for one in check(case) if one.rule in {"R16", "R34"}] == ["R16"]


def test_blank_figures_are_not_compared_with_the_sum() -> None:
    two = whole("县教育局", {**carried(3, 3), **stock(0, 0, 8)}), whole("县体育局", {})
    blank = dict.fromkeys([*opened(0, 0), *stock(0, 0, 0)])
    assert read(blank, None, *two) == []


def test_across_the_editions_openings_are_summed_and_documents_are_not() -> None:
    old = whole("县教育局", {**carried(3, 3), "documents.rules.published_total": 9}, year=2020)
    case = Case(report({**ZERO, **opened(4, 4), **stock(1, 0, 1)}, year=2021), predecessors=(old,))
    assert [one.code for one in check(case) if one.rule in RULES] == ["reform-opening"]


def test_nor_are_the_own_ones_of_the_other_edition() -> None:
    own = last("某某县财政局", {"documents.rules.published_total": 9}, year=2020)
    now = report({**ZERO, **stock(1, 0, 1)}, year=2021)
    case = Case(now, own, predecessors=(Predecessor("县教育局", last("县教育局", {}, 2021)),))
    assert not [one for one in check(case) if one.code == "reform-stock"]


@pytest.mark.parametrize("now", [30, 90])
def test_totals_are_not_set_against_the_own_ones_alone(now: int) -> None:
    key = "sanctions.penalties.decisions"
    other = whole("县教育局", {})
    assert read({key: now}, last("某某县财政局", {key: 1}), other) == []
