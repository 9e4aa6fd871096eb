"""Reports in layouts that nobody here has seen: read, or named as doubtful, never guessed."""

from __future__ import annotations

import io
import re
from typing import Any

import openpyxl
import pytest

from reports.importing.front import docx
from tests.bytes_of import bytes_of

from .layouts import merged_sheet, one_line, spans, tabs
from .readings import doubts, figures, missing, read, wrong
from .unseen import (
    FLOWING,
    NOT_TOLD,
    OUTCOMES,
    READ,
    all_different,
    changed,
    of_applications,
    with_numbers_left,
)
from .word_files import packed


@pytest.mark.parametrize("filled", [1.0, 0.3])
@pytest.mark.parametrize("layout", READ)
def test_every_figure_of_a_page_is_read(layout: str, filled: float) -> None:
    content = all_different(filled)
    assert figures(read(READ[layout](content), "html"), content) == content.figures


@pytest.mark.parametrize("layout", FLOWING)
def test_every_figure_of_a_text_is_read(layout: str) -> None:
    content = all_different()
    assert figures(read(FLOWING[layout](content), "text"), content) == content.figures


@pytest.mark.parametrize("layout", FLOWING)
def test_a_text_with_blanks_puts_no_figure_into_another_cell(layout: str) -> None:
    content = all_different(0.3)
    assert not wrong(read(FLOWING[layout](content), "text"), content)


@pytest.mark.parametrize("layout", NOT_TOLD)
@pytest.mark.parametrize("filled", [1.0, 0.3])
def test_what_is_not_told_is_not_guessed(layout: str, filled: float) -> None:
    content = all_different(filled)
    told = read(NOT_TOLD[layout](content), "html")
    assert not wrong(told, content)
    assert missing(told, content) <= {
        id_ for id_ in content.figures if id_ not in told["figures"]
    } | {one["cell"] for one in told["doubts"]}
    assert len(told["doubts"]) > 20


def test_a_column_that_the_form_does_not_have_is_named() -> None:
    told = read(READ["a column of subtotals"](all_different()), "html")
    assert [one["why"] for one in told["doubts"]] == ["“小计”这一列不是本格式的，没有读入"]


@pytest.mark.parametrize("number", ["{}", "{}.", "({})"])
def test_numbers_left_of_headings_are_named_once(number: str) -> None:
    draw = of_applications(lambda content, table: with_numbers_left(content, table, number))
    told = read(draw(all_different()), "html")
    assert [one["why"] for one in told["doubts"]] == ["行标签左边的序号不是本格式的，没有读入"]


def test_figures_left_of_headings_that_do_not_rise_are_named_each() -> None:
    page = of_applications(with_numbers_left)(all_different()).decode()
    told = read(re.sub(">7</td>", ">8</td>", page).encode(), "html")
    assert len(doubts(told, "对应不上表中的任何一行")) == 25


def test_outcomes_in_another_order_without_places_are_left_out() -> None:
    content = all_different()
    lines = ["四、政府信息公开行政复议、行政诉讼情况", *OUTCOMES[::-1] * 3]
    figure = " ".join(str(n) for n in range(101, 116))
    text = "\n".join([content.title, *lines, figure, "五、存在的主要问题及改进情况", "不够快。"])
    told = read(text.encode(), "text")
    assert not [id_ for id_ in told["figures"] if id_.startswith("disputes")]
    assert doubts(told, "分不清哪一列是哪一项")


def test_outcomes_in_the_forms_order_are_read_in_the_same_text() -> None:
    lines = ["四、政府信息公开行政复议、行政诉讼情况", *OUTCOMES * 3]
    figure = " ".join(str(n) for n in range(101, 116))
    title = all_different().title
    text = "\n".join([title, *lines, figure, "五、存在的主要问题及改进情况", "不够快。"])
    told = read(text.encode(), "text")
    assert told["figures"]["disputes.after_review.total"] == 115


def test_rows_with_a_figure_too_many_do_not_vouch_for_one_with_as_many() -> None:
    lines = tabs(all_different()).decode().split("\n")
    more = [f"{line}\t1" if line.count("\t") > 8 else line for line in lines]
    short = next(n for n, line in enumerate(more) if "重复申请" in line)
    told = read("\n".join([*more[:short], lines[short], *more[short + 1 :]]).encode(), "text")
    assert "applications.rejected_repeated.total" not in told["figures"]
    assert doubts(told, "分不清是哪几格")


def test_a_hidden_worksheet_is_not_read() -> None:
    content = all_different()
    book = openpyxl.load_workbook(io.BytesIO(merged_sheet(content)))
    draft = book.copy_worksheet(book.worksheets[0])
    draft.sheet_state = "hidden"
    for row in draft.iter_rows(min_row=3):
        for cell in row:
            cell.value = 5 if isinstance(cell.value, int) else cell.value
    assert figures(read(bytes_of(book), "xlsx"), content) == content.figures


RUNS = {
    "struck through": "<w:r><w:rPr><w:strike/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>{}</w:t></w:r>",
    "a raised note": '<w:r><w:t>{}</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/>'
    "</w:rPr><w:t>1</w:t></w:r>",
}


@pytest.mark.parametrize(("runs", "read_as"), [("struck through", "12"), ("a raised note", "12¹")])
def test_runs_of_a_word_file_are_what_a_reader_sees(runs: str, read_as: str) -> None:
    data = packed(f"<w:p>{RUNS[runs].format(12)}</w:p>")
    assert docx.source(data).rows[0].text == read_as


UNIT = "（单位：万元）"
FEES = "charges.fees.amount"


def priced(unit: str) -> dict[str, Any]:
    return read(spans(all_different()).replace(UNIT.encode(), unit.encode()), "html")


def test_an_amount_under_a_heading_in_another_unit_is_converted_and_named() -> None:
    told = priced("（单位：元）")
    assert told["figures"][FEES] == "0.012345"
    assert doubts(told, "写的单位是元，已换算为0.012345万元")


@pytest.mark.parametrize("unit", ["（单位：亿元）", "（千元）"])
def test_an_amount_in_a_unit_that_is_not_known_is_left_out(unit: str) -> None:
    told = priced(unit)
    assert told["figures"][FEES] is None
    assert [one["cell"] for one in doubts(told, "没有读入")] == [FEES]


def test_a_heading_that_lost_its_unit_is_named() -> None:
    told = priced("")
    assert told["figures"][FEES] == "123.45"
    assert doubts(told, "缺“单位万元”")


def test_the_unit_of_the_form_is_read_without_a_word() -> None:
    assert priced(UNIT)["doubts"] == []


def test_counts_that_are_written_as_decimals_are_read_and_named() -> None:
    content = all_different()
    told = read(changed(r">(\d+)</td>", r">\1.00</td>")(content), "html")
    assert figures(told, content) == content.figures
    assert len(doubts(told, "写成小数")) == 199


def test_a_count_that_is_a_fraction_is_not_read() -> None:
    told = read(changed(r">(\d+)</td>", r">\1.5</td>")(all_different()), "html")
    assert [one for one in told["figures"].values() if one is not None] == ["123.45"]


def test_rows_that_lost_empty_boxes_at_their_end_put_no_figure_into_another_cell() -> None:
    content = all_different(0.3)
    trimmed = "\n".join(line.strip() for line in tabs(content).decode().split("\n"))
    assert not wrong(read(trimmed.encode(), "text"), content)


def test_figures_that_a_line_cuts_in_two_are_not_read() -> None:
    content = all_different()
    text = one_line(content).decode()
    for width in (37, 40, 53):
        wrapped = "\n".join(text[at : at + width] for at in range(0, len(text), width))
        assert not wrong(read(wrapped.encode(), "text"), content)


def test_figures_of_table_four_that_go_on_in_the_next_line_are_not_read() -> None:
    lines = ["四、政府信息公开行政复议、行政诉讼情况", *OUTCOMES * 3]
    figure = [" ".join(str(n) for n in range(101, 116)), "7 8"]
    text = "\n".join(
        [all_different().title, *lines, *figure, "五、存在的主要问题及改进情况", "慢。"]
    )
    told = read(text.encode(), "text")
    assert not [id_ for id_ in told["figures"] if id_.startswith("disputes")]
    assert doubts(told, "读不出来")


def test_figures_beside_two_lines_of_one_heading_are_not_read() -> None:
    whole = "一、本年新收政府信息公开申请数量"
    lines = tabs(all_different()).decode().replace("\t", " ")
    row = next(line for line in lines.split("\n") if line.startswith(whole))
    cut = f"{whole[:8]}{row.removeprefix(whole)}\n{whole[8:]} 7 8"
    told = read(lines.replace(row, cut).encode(), "text")
    assert "applications.received.total" not in told["figures"]
    assert not wrong(told, all_different())
