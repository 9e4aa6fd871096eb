"""What is read of a register of applications, however its file is made."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.counting import Sifted
from reports.importing import gate, register
from reports.importing.gate import GateError, UnreadableError
from tests.importing.registers import HEADINGS, ROWS, USUAL, commas, workbook

TITLE = ("某某县财政局2024年度政府信息公开申请登记台账",)
READ = ["登记编号", "收到日期", "申请人类别", "答复日期", "办理结果"]
DAYS = ["2024-03-05", "2024-04-01", "2024-04-18", "2024-12-20", "2023-12-25"]


def read(data: bytes, name: str = "台账.xlsx") -> Sifted:
    return register.read(name, data)


def column(sifted: Sifted, name: str) -> list[str]:
    at = [one.name for one in sifted.columns].index(name) + 1
    return [row[at] for row in sifted.rows]


def test_the_columns_that_count_are_read_and_no_others() -> None:
    sifted = read(USUAL)
    assert [one.name for one in sifted.columns] == READ
    assert sifted.left_out == ("申请人姓名", "联系电话", "申请内容")
    assert column(sifted, "收到日期") == DAYS
    assert sifted.columns[2].values == {"自然人": 4, "商业企业": 1}


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [
        ("utf-8-sig", ","),
        ("utf-8", ","),
        ("gbk", ","),
        ("gb18030", "\t"),
        ("utf-16", "\t"),
        ("gbk", ";"),
    ],
)
def test_a_csv_file_is_read_whatever_it_is_written_in(encoding: str, delimiter: str) -> None:
    sifted = read(commas([HEADINGS, *ROWS], encoding, delimiter), "台账.csv")
    assert sifted == read(USUAL)


def test_headings_may_stand_under_a_merged_title() -> None:
    data = workbook([TITLE, ("单位：件",), (), HEADINGS, *ROWS], merged=["A1:H1", "A2:H2"])
    sifted = read(data)
    assert column(sifted, "收到日期") == DAYS
    assert sifted.rows[0][0] == "第5行"


def test_headings_may_stand_in_two_lines() -> None:
    upper = ("登记编号", "收到日期", "申请人", "", "", "", "答复", "")
    lower = ("", "", "类别", "姓名", "联系电话", "申请内容", "日期", "结果")
    areas = ["A1:H1", "A2:A3", "B2:B3", "C2:E2", "G2:H2"]
    sifted = read(workbook([TITLE, upper, lower, *ROWS], merged=areas))
    assert [one.name for one in sifted.columns] == [
        *READ[:2],
        "申请人 类别",
        "答复 日期",
        "答复 结果",
    ]
    assert column(sifted, "答复 日期")[0] == "2024-03-20"


def test_dates_that_are_dates_are_read() -> None:
    rows = [(a, dt.date(2024, 3, 5), *rest) for a, _, *rest in ROWS]
    assert set(column(read(workbook([HEADINGS, *rows])), "收到日期")) == {"2024-03-05"}


def test_sheets_with_the_same_headings_are_one_register() -> None:
    months: list[Any] = [[HEADINGS, *ROWS[:2]], [HEADINGS, *ROWS[2:]], [("填表说明",)]]
    sifted = read(workbook(*months, names=["上半年", "下半年", "说明"]))
    assert column(sifted, "登记编号") == [row[0] for row in ROWS]
    assert sifted.rows[2][0] == "下半年第2行"


def test_a_sheet_with_somebodys_name_is_not_called_by_it() -> None:
    sifted = read(workbook([HEADINGS, *ROWS[:2]], [HEADINGS, *ROWS[2:]], names=["张建国", "二组"]))
    assert [sifted.rows[n][0] for n in (0, 2)] == ["张＊＊第2行", "二组第2行"]


def test_numbers_that_begin_anew_on_every_sheet_are_told_apart() -> None:
    headings = ("序号", *HEADINGS[1:])
    months = [[headings, (1, *row[1:])] for row in ROWS[:2]]
    sifted = read(workbook(*months, names=["一月", "第二季度"]))
    assert column(sifted, "序号") == ["一月-1", "第二季度-1"]


def test_headings_repeated_between_the_rows_are_no_rows() -> None:
    sifted = read(workbook([HEADINGS, *ROWS[:2], (), HEADINGS, *ROWS[2:]]))
    assert len(sifted.rows) == 5


def test_what_cannot_be_a_day_is_kept_only_where_it_looks_like_one() -> None:
    odd = ["3月5日", "张建国收", "13912345678"]
    rows = [(a, day, *rest) for day, (a, _, *rest) in zip(odd, ROWS, strict=False)]
    days = column(read(workbook([HEADINGS, *rows, *ROWS])), "收到日期")
    assert days[:3] == ["3月5日", "？", "？"]


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (commas([("姓名", "电话"), ("张三", "1")]), "台账.csv", "没有找到台账的标题行"),
        (commas([HEADINGS]), "台账.csv", "台账里没有申请"),
        (b"PK\x03\x04 no archive", "台账.xlsx", "文件已损坏"),
        (commas([(*HEADINGS, *"x" * 5_000), *ROWS]), "台账.csv", "列数过多"),
        (workbook([(*HEADINGS, *"x" * 5_000), *ROWS]), "台账.xlsx", "列数过多"),
        (b"", "台账.csv", "文件是空的"),
        (b"\x00\x01\x02\x03", "台账.csv", "文件内容不是.csv"),
        (b"x", "台账.xls", "另存为.xlsx"),
        (b"x", "台账.exe", "只能上传.csv、.xlsx文件"),
    ],
)
def test_what_is_no_register_is_refused_in_a_sentence(data: bytes, name: str, words: str) -> None:
    with pytest.raises((GateError, UnreadableError), match=words):
        read(data, name)


def test_a_register_of_many_years_is_read_within_the_limits() -> None:
    rows: list[Any] = [(f"2024-{n}", *ROWS[n % 5][1:]) for n in range(20_000)]
    assert len(read(commas([HEADINGS, *rows]), "台账.csv").rows) == 20_000


def test_formulas_and_links_are_not_followed() -> None:
    rows = [("=1+1", *row[1:]) for row in ROWS]
    assert column(read(workbook([HEADINGS, *rows, *ROWS])), "登记编号")[:5] == [""] * 5
    assert "csv" not in gate._OLD


@given(
    st.text(max_size=300), st.sampled_from(["", "登记编号,收到日期,申请人类别,答复日期,办理结果\n"])
)
def test_whatever_stands_in_a_file_is_read_or_refused(text: str, head: str) -> None:
    data, rows = f"{head}{text}".encode("utf-8", "replace"), 1
    with suppress(UnreadableError):
        rows = len(Sifted.from_json(register.parse(data, "csv")).rows)
    assert rows
