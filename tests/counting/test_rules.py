"""Which cells of table three an application is counted in, and what is listed instead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.counting import Entry, count
from reports.counting.rules import cells
from reports.figures import total
from reports.formats import edition
from tests.counting.registers import MEANINGS, USUAL, counted, filled

NEW, OLD = "received.natural_person", "brought_forward.natural_person"
GRANTED, LEFT = "granted.natural_person", "carried_over.natural_person"


@pytest.mark.parametrize(
    ("received", "finished", "result", "expected"),
    [
        ("2024-1-1", "2024-12-31", "公开", {NEW, GRANTED}),
        ("2023-12-31", "2024-1-1", "公开", {OLD, GRANTED}),
        ("2024-12-31", "", "", {NEW, LEFT}),
        ("2023-6-1", "", "", {OLD, LEFT}),
        ("2024-12-20", "2025-1-8", "公开", {NEW, LEFT}),
        ("2024-12-20", "2025-1-8", "没见过的结果", {NEW, LEFT}),
        ("2024-12-20", "", "在办", {NEW, LEFT}),
        ("2023-12-20", "2025-1-8", "公开", {OLD, LEFT}),
    ],
)
def test_an_application_stands_where_its_days_put_it(
    received: str, finished: str, result: str, expected: set[str]
) -> None:
    entry = replace(USUAL, received=received, finished=finished, result=result)
    assert set(filled(counted(entry))) == expected


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"received": ""}, "没有收到日期"),
        ({"received": "3月5日"}, "收到日期“3月5日”看不懂"),
        ({"finished": "?"}, "答复日期“?”看不懂"),
        ({"finished": "2024-3-1"}, "答复日期早于收到日期"),
        ({"finished": ""}, "有办理结果，没有答复日期，不能判断是否本年度办结"),
        ({"result": ""}, "有答复日期，没有办理结果"),
        ({"result": "在办"}, "有答复日期，办理结果却是“在办”"),
        ({"result": "没见过"}, "“没见过”没有对应表中的项目"),
        ({"result": "不予公开"}, "办理结果只写到“（三）不予公开”，没有写明是哪一种"),
        ({"result": "不予公开", "reason": "信访"}, "“信访”不是“（三）不予公开”中的一种"),
        ({"applicant": ""}, "没有申请人类别"),
        ({"applicant": "没见过"}, "“没见过”没有对应表中的项目"),
        ({"applicant": "法人"}, "申请人类别只写到“法人或其他组织”，没有写明是哪一种"),
    ],
)
def test_what_fits_no_cell_is_listed_with_why(changed: dict[str, str], why: str) -> None:
    told = counted(replace(USUAL, **changed))
    assert not filled(told)
    assert [(one.case, one.why) for one in told.doubtful] == [("2024-1", why)]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"received": "2025-1-2", "finished": ""}, "2024年以后收到"),
        ({"received": "2023-1-2", "finished": "2023-2-1"}, "2024年以前已经办结"),
        ({"result": "转办"}, "“转办”已设为不计入本表"),
    ],
)
def test_what_belongs_elsewhere_is_listed_and_asks_for_nothing(
    changed: dict[str, str], why: str
) -> None:
    told = counted(replace(USUAL, **changed))
    assert [one.why for one in told.outside] == [why]
    assert not told.doubtful


def test_a_second_column_says_which_of_a_group() -> None:
    entry = replace(
        USUAL, applicant="法人", organisation="律所", result="不予公开", reason="内部事务"
    )
    assert set(filled(counted(entry))) == {
        "received.legal_service",
        "refused_internal.legal_service",
    }


def test_the_same_number_twice_is_one_application() -> None:
    told = counted(
        USUAL, replace(USUAL, where="第3行"), replace(USUAL, where="第4行", result="撤回")
    )
    assert filled(told) == {NEW: ["2024-1"], GRANTED: ["2024-1"]}
    assert [one.why for one in told.doubtful] == [
        "编号与第2行重复，只计一次",
        "编号与第2行相同，但内容不同，只计第2行，请核对",
    ]


def test_a_row_that_could_not_be_counted_does_not_stand_in_the_way_of_its_number() -> None:
    told = counted(replace(USUAL, received=""), replace(USUAL, where="第3行"))
    assert filled(told) == {NEW: ["2024-1"], GRANTED: ["2024-1"]}


def test_rows_without_a_number_are_each_one_and_named_by_their_place() -> None:
    told = counted(replace(USUAL, case=""), replace(USUAL, case="", where="第3行"))
    assert filled(told)[NEW] == ["第2行", "第3行"]


def test_rows_that_say_nothing_are_no_applications() -> None:
    told = counted(USUAL, Entry("第3行"), Entry("第4行", case="合计"))
    assert told.rows == 1
    assert not told.outside


WORDS = st.sampled_from(
    ["", "公民", "企业", "法人", "公开", "不予公开", "在办", "撤回", "内部事务", "信访", "律所"]
)
DAYS = st.one_of(
    st.just(""),
    st.dates().map(str),
    st.sampled_from(["2023-7-1", "2024-2-1", "2024-8-1", "2025-1-5", "?"]),
)
ENTRIES = st.builds(
    Entry, st.just("第2行"), st.sampled_from(["", "1", "2"]), DAYS, WORDS, WORDS, DAYS, WORDS, WORDS
)


@given(st.lists(ENTRIES, max_size=30), st.sampled_from(["2019", "2021"]))
def test_whatever_a_register_holds_what_was_counted_balances(
    entries: list[Entry], name: str
) -> None:
    fmt = edition(name)
    told = count(fmt, 2024, entries, MEANINGS)
    figures = {key: len(cases) for key, cases in told.cells.items()}
    for equation in fmt.equations:
        if set(equation.left) <= set(figures):
            figures |= {
                right: total(figures, equation.left) or 0
                for right in equation.right[:1]
                if equation.computes
            }
    balance = [one for one in fmt.equations if one.code == "balance"]
    assert balance
    assert all(total(figures, one.left) == total(figures, one.right) for one in balance)
    assert told.rows == len(told.outside) + sum(
        len(cases)
        for key, cases in told.cells.items()
        if ".received." in key or ".brought_forward." in key
    )


def test_every_cell_that_can_be_counted_is_there() -> None:
    assert len(cells(edition("2021"))) == 144
    assert len(cells(edition("2019"))) == 132
    assert set(counted().cells) == set(cells(edition("2021")))
