"""Registers as offices keep them: a sheet a month, sums, merged and hidden parts, CSV."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import load_workbook

from reports.counting import Sifted
from reports.importing import register
from reports.importing.gate import UnreadableError
from tests.bytes_of import bytes_of
from tests.importing.registers import HEADINGS, ROWS, commas, workbook

ALL = [row[0] for row in ROWS]
LATER = tuple("办结日期" if one == "答复日期" else one for one in HEADINGS)


def read(data: bytes, name: str = "台账.xlsx") -> Sifted:
    return register.read(name, data)


def column(sifted: Sifted, name: str) -> list[str]:
    at = [one.name for one in sifted.columns].index(name) + 1
    return [row[at] for row in sifted.rows]


def changed(data: bytes, change: Callable[[Any], object]) -> bytes:
    book = load_workbook(io.BytesIO(data))
    change(book)
    return bytes_of(book)


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (LATER, ROWS[2:]),
        ((*HEADINGS, "复议情况"), [(*row, "无") for row in ROWS[2:]]),
        (("月份", *HEADINGS), [("2月", *row) for row in ROWS[2:]]),
        (HEADINGS[::-1], [row[::-1] for row in ROWS[2:]]),
    ],
)
def test_a_sheet_headed_a_little_otherwise_belongs_to_the_register(heads: Any, rows: Any) -> None:
    data = workbook([HEADINGS, *ROWS[:2]], [heads, *rows], names=["一月", "二月"])
    sifted = read(data)
    assert column(sifted, "登记编号") == ALL
    assert column(sifted, "答复日期") == column(read(workbook([HEADINGS, *ROWS])), "答复日期")
    assert not sifted.passed_over


def test_a_sheet_that_cannot_be_read_with_the_others_is_told() -> None:
    shorter = [row[:6] for row in (HEADINGS, *ROWS[2:])]
    names = ["上半年", "下半年", "收费", "填表说明"]
    data = workbook([HEADINGS, *ROWS[:2]], shorter, [("金额",), ("10",)], [("说明",)], names=names)
    sifted = read(data)
    assert column(sifted, "登记编号") == ALL[:2]
    assert sifted.passed_over == (
        "下半年（没有答复日期、办理结果列）",
        "收费（没有台账的标题行）",
    )


def test_a_hidden_copy_is_not_counted_again_but_told() -> None:
    def hide(book: Any) -> None:
        book["旧"].sheet_state = "hidden"

    data = workbook([HEADINGS, *ROWS], [HEADINGS, *ROWS], names=["新", "旧"])
    sifted = read(changed(data, hide))
    assert (len(sifted.rows), sifted.passed_over) == (5, ("旧（已隐藏）",))


def test_hidden_rows_and_columns_are_read() -> None:
    def hide(book: Any) -> None:
        page = book.active
        page.row_dimensions[3].hidden = True
        page.column_dimensions["C"].hidden = True

    assert read(changed(workbook([HEADINGS, *ROWS]), hide)) == read(workbook([HEADINGS, *ROWS]))


@pytest.mark.parametrize(
    "row",
    [
        ("合计", "5件", "自然人4件", "", "", "", "4", "3"),
        ("", "本月小计", "5"),
        ("总 计：5件",),
        ("填表人：张建国", "", "", "", "审核人：李四", "", "2024.12.31"),
        ("注：1.本表一式两份。", "2024-1-1"),
    ],
)
def test_a_sum_or_a_signature_is_no_application(row: tuple[str, ...]) -> None:
    sifted = read(workbook([HEADINGS, *ROWS, row]))
    assert sifted.rows == read(workbook([HEADINGS, *ROWS])).rows


def test_what_only_begins_like_a_sum_is_an_application() -> None:
    rows = [("合计2024-1", *ROWS[0][1:]), *ROWS]
    assert len(read(workbook([HEADINGS, *rows])).rows) == 6


def test_what_is_merged_downwards_holds_for_every_row() -> None:
    rows = [(*row[:2], "" if n else row[2], *row[3:]) for n, row in enumerate(ROWS[:2])]
    data = workbook([HEADINGS, *rows, *ROWS[2:]], merged=["C2:C3"])
    assert column(read(data), "申请人类别")[:2] == ["自然人", "自然人"]


def test_merged_boxes_of_a_register_without_numbers_are_left_alone() -> None:
    rows = [row[1:] for row in (HEADINGS, *ROWS)]
    data = workbook(rows, merged=["A2:A3"])
    assert column(read(data), "收到日期")[1] == ""


def test_numbers_that_look_like_days_are_numbers() -> None:
    rows = [(f"202403{n:02}", *row[1:]) for n, row in enumerate(ROWS, 1)]
    sifted = read(workbook([HEADINGS, *rows]))
    assert column(sifted, "登记编号")[0] == "20240301"
    assert [one.holds for one in sifted.columns][:2] == ["case", "date"]


def test_commas_in_what_is_asked_for_do_not_divide_a_row() -> None:
    rows = [(*row[:5], "一，二,三,四,五,六,七,八,九", *row[6:]) for row in ROWS]
    assert len(read(commas([HEADINGS, *rows], "gbk", ";"), "台账.csv").columns) == 5


def test_a_formula_that_failed_is_not_taken_for_an_open_application() -> None:
    def fail(book: Any) -> None:
        page = book.worksheets[1]
        page["G2"], page["H2"], page["G3"], page["G9"] = "#N/A", "#REF!", "#VALUE!", "#N/A"

    data = workbook([("说明",)], [HEADINGS, *ROWS], names=["说明", "台账"])
    sifted = read(changed(data, fail))
    assert column(sifted, "答复日期")[:2] == ["？", "？"]
    assert column(sifted, "办理结果")[:2] == ["#N/A", ROWS[1][7]]
    assert len(sifted.rows) == 5


def test_a_box_at_the_very_bottom_is_told_instead_of_read() -> None:
    def stray(book: Any) -> None:
        book.active["A1048576"] = "x"

    with pytest.raises(UnreadableError, match="用到了第1048576行"):
        read(changed(workbook([HEADINGS, *ROWS]), stray))


def test_boxes_merged_over_ever_so_many_rows_are_told_instead_of_filled() -> None:
    areas = ["A2:A60000", "B2:B60000"]
    with pytest.raises(UnreadableError, match="合并单元格过多"):
        read(workbook([HEADINGS, *ROWS], merged=areas))


@pytest.mark.parametrize("result", ["不存在", "其它", "已移送"])
def test_a_short_result_that_stands_once_can_be_given_a_meaning(result: str) -> None:
    rows = [*ROWS, ("2024-9", *ROWS[0][1:7], result)]
    values = read(workbook([HEADINGS, *rows])).columns[-1].values
    assert values[result] == 1


@pytest.mark.parametrize(
    "result", ["予以公开（张建国）", "已电话告知张建国本人来取", "王小二", "张建国：撤回"]
)
def test_a_result_that_names_somebody_is_masked(result: str) -> None:
    rows = [*ROWS * 3, ("2024-9", *ROWS[0][1:7], result)]
    told = read(workbook([HEADINGS, *rows]))
    assert result not in told.columns[-1].values
    assert column(told, "办理结果")[-1] == f"{result[0]}＊＊"
