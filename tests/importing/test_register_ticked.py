"""Registers in which each kind of applicant and each result has a column to be ticked."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reports.counting import count, propose
from reports.formats import edition
from reports.importing import register
from tests.importing.registers import workbook

FORM = edition("2021")
UPPER = ("登记编号", "收到日期", "申请人情况", "", "", "答复日期", "办理结果", "", "", "")
OF_KINDS = (*UPPER[:2], "申请人类别", *UPPER[3:])
LOWER = ("", "", "自然人", "商业企业", "其他", "", "予以公开", "部分公开", "属于国家秘密", "在办")
DAYS = ("2024-3-5", "2024-3-20")


def row(number: int, kind: str, result: str, sign: str = "√") -> tuple[str, ...]:
    told = dict.fromkeys(range(10), "") | {0: f"2024-{number}", 1: DAYS[0], 5: DAYS[1]}
    told |= {LOWER.index(one): sign for one in (*kind.split(), *result.split())}
    return tuple(told.values())


def read(*rows: Any) -> Any:
    merged = ["C1:E1", "G1:J1"] if rows[0] in (UPPER, OF_KINDS) else []
    return register.read("台账.xlsx", workbook(rows, merged=merged))


def counted(sifted: Any) -> Any:
    mapped = propose(FORM, sifted, {}, {})
    return count(FORM, 2024, sifted.entries(mapped.columns), mapped.meanings)


@pytest.mark.parametrize("upper", [UPPER, OF_KINDS])
@pytest.mark.parametrize("sign", ["√", "1", "是"])
def test_a_tick_counts_in_its_column_and_row(sign: str, upper: tuple[str, ...]) -> None:
    rows = [row(1, "自然人", "予以公开", sign), row(2, "商业企业", "属于国家秘密", sign)]
    told = counted(read(upper, LOWER, *rows))
    filled = {key.partition(".")[2]: cases for key, cases in told.cells.items() if cases}
    assert filled == {
        "received.natural_person": ["2024-1"],
        "granted.natural_person": ["2024-1"],
        "received.business": ["2024-2"],
        "refused_state_secret.business": ["2024-2"],
    }
    assert not told.outside


def test_an_application_is_no_second_line_of_headings() -> None:
    upper = ("编号", "收到日期", "申请人类别", "单位类别", "答复日期", "办理结果", "")
    lower = ("1", "2024-3-5", "法人或其他组织", "商业企业", "2024-3-20", "予以公开", "已寄")
    told = counted(read(upper, lower))
    assert told.cells["applications.granted.business"] == ["1"]


def test_two_ticks_are_listed_and_not_chosen_between() -> None:
    told = counted(read(UPPER, LOWER, row(1, "自然人 其他", "予以公开")))
    assert [one.case for one in told.doubtful] == ["2024-1"]


def test_a_column_that_says_little_alone_belongs_to_those_beside_it() -> None:
    told = counted(read(UPPER, LOWER, row(1, "其他", "予以公开")))
    assert told.cells["applications.received.other"] == ["2024-1"]


def test_what_is_ticked_as_open_is_open() -> None:
    told = counted(read(UPPER, LOWER, (*row(1, "自然人", "在办")[:5], "", "", "", "", "√")))
    assert told.cells["applications.carried_over.natural_person"] == ["2024-1"]


def test_a_tick_for_something_else_is_not_taken_for_a_result() -> None:
    heads = ("编号", "收到日期", "申请人类别", "答复日期", "予以公开", "部分公开", "是否延期")
    told = counted(read(heads, ("1号", DAYS[0], "自然人", DAYS[1], "√", "", "√")))
    assert told.cells["applications.granted.natural_person"] == ["1号"]


@pytest.mark.parametrize("no", ["0", "否", "/", "×"])
def test_what_says_no_is_no_tick(no: str) -> None:
    told = tuple(one or no for one in row(1, "自然人", "予以公开"))
    assert not counted(read(UPPER, LOWER, told)).outside


def test_a_number_of_applications_is_no_tick() -> None:
    sifted = read(UPPER, LOWER, row(1, "自然人", "予以公开", "3"))
    assert propose(FORM, sifted, {}, {}).lacking


def test_of_names_under_a_kind_only_the_heading_is_told() -> None:
    heads = ("编号", "收到日期", "公民（姓名）", "企业（名称）", "答复日期", "办理结果")
    rows = [
        ("1号", DAYS[0], "张建国", "", DAYS[1], "予以公开"),
        ("2号", DAYS[0], "", "宏达商贸有限公司", DAYS[1], "部分公开"),
    ]
    sifted = read(heads, *rows)
    kept = json.dumps(sifted.to_json(), ensure_ascii=False)
    assert [one in kept for one in ("公民（姓名）", "张建国", "宏达")] == [True, False, False]
    assert counted(sifted).cells["applications.received.business"] == ["2号"]


def test_columns_that_only_sound_like_kinds_give_way_to_the_column_of_kinds() -> None:
    heads = ("编号", "收到日期", "申请人类别", "企业名称", "律师事务所", "答复日期", "办理结果")
    rows = [("1号", DAYS[0], "自然人", "", "是", DAYS[1], "予以公开")]
    told = counted(read(heads, *rows))
    assert told.cells["applications.received.natural_person"] == ["1号"]
