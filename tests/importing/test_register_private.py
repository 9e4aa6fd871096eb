"""Nothing about people leaves the process that reads a register."""

from __future__ import annotations

import json

import pytest

from reports.counting import HIDDEN
from reports.importing import register
from reports.importing.register import personal
from tests.importing.registers import HEADINGS, PEOPLE, ROWS, SECRETS, USUAL, commas, workbook


def said(data: bytes, name: str = "台账.xlsx") -> str:
    """All that comes out of the process, as it is kept."""
    return json.dumps(register.read(name, data).to_json(), ensure_ascii=False)


def test_no_name_number_or_free_word_comes_out() -> None:
    told = said(USUAL)
    assert "2024-001" in told
    assert not [secret for secret in SECRETS if secret in told]


@pytest.mark.parametrize(
    "heading", ["申请人", "申请者", "甲方", "类别", "申请人情况", "单位", "备注"]
)
def test_a_column_of_names_is_not_read_whatever_its_heading(heading: str) -> None:
    headings = (*HEADINGS[:3], heading, *HEADINGS[4:])
    sifted = register.read("台账.xlsx", workbook([headings, *ROWS * 4]))
    assert heading not in [one.name for one in sifted.columns]
    assert not [name for name in PEOPLE if name in json.dumps(sifted.to_json(), ensure_ascii=False)]


def test_names_in_the_place_of_kinds_are_masked_and_are_no_values() -> None:
    rows = [
        (a, b, name, "", "", "", "2024-3-6", "予以公开")
        for name, (a, b, *_) in zip(PEOPLE, ROWS, strict=True)
    ]
    sifted = register.read("台账.xlsx", workbook([HEADINGS, *rows, *ROWS, *ROWS]))
    assert [one.values for one in sifted.columns if one.name == "申请人类别"] == [
        {"自然人": 8, "商业企业": 2}
    ]
    assert [row[3] for row in sifted.rows[:5]] == [f"{name[0]}＊＊" for name in PEOPLE]


@pytest.mark.parametrize("result", ["已答复周伟", "公开王建国", "不予公开，告知李娜"])
def test_a_name_behind_a_short_result_is_masked(result: str) -> None:
    rows = [(*ROWS[0][:7], result), *ROWS, *ROWS]
    told = said(workbook([HEADINGS, *rows]))
    assert f"{result[0]}＊＊" in told
    assert result not in told


@pytest.mark.parametrize("result", ["非政府信息", "已移送", "公开方式", "公开（部分）"])
def test_a_short_result_without_a_name_is_told(result: str) -> None:
    assert result in said(workbook([HEADINGS, (*ROWS[0][:7], result), *ROWS, *ROWS]))


def test_the_column_of_kinds_filled_with_names_is_not_read_at_all() -> None:
    rows = [(a, b, name, *rest) for name, (a, b, _, *rest) in zip(PEOPLE, ROWS, strict=True)]
    told = said(workbook([HEADINGS, *rows]))
    assert not [name for name in PEOPLE if name in told]


@pytest.mark.parametrize("value", ["13912345678", "110101199001011237", "收件人13912345678号"])
def test_numbers_of_people_are_no_numbers_of_cases(value: str) -> None:
    rows = [(value, *row[1:]) for row in ROWS[:2]]
    told = said(workbook([HEADINGS, *rows, *ROWS]))
    assert value not in told


def test_a_name_beside_the_number_of_a_case_is_no_part_of_it() -> None:
    rows = [(f"{name} 2024-{n}", *ROWS[0][1:]) for n, name in enumerate(PEOPLE[:1] * 1)]
    usual = [(f"金申〔2024〕{n}号", *ROWS[0][1:]) for n in range(9)]
    told = said(commas([HEADINGS, *rows, *usual]), "台账.csv")
    assert "张建国" not in told
    assert "金申〔2024〕3号" in told


@pytest.mark.parametrize(
    "value",
    [
        "李四",
        "王小二",
        "司马懿",
        "Mary Smith",
        "张某某",
        "李*",
        "某某县第一中学校",
        "18位证件110101199001011237",
        "a@b.cn",
        "字" * 61,
    ],
)
def test_what_looks_like_a_person_is_known_as_one(value: str) -> None:
    assert personal.is_personal(value)


KINDS = (
    "公民 自然人 商业企业 有限责任公司 律师事务所 法人或其他组织 予以公开 部分公开 "
    "不予公开（属于国家秘密） 申请人撤回 信访 在办 A 1"
)


@pytest.mark.parametrize("value", KINDS.split())
def test_what_registers_call_kinds_and_results_is_no_person(value: str) -> None:
    assert not personal.is_personal(value)


def test_what_was_let_through_in_a_column_says_nothing_of_what_was_not() -> None:
    assert HIDDEN not in "".join(SECRETS)
    assert personal.shown("张建国") == "张＊＊"
