"""A 数据采集表 comes back with the figures that were put into its open places."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from openpyxl import Workbook, load_workbook

from reports.formats import collecting, edition
from reports.formats.targets import targets
from reports.importing import collection_sheet as reading
from reports.importing import limited
from reports.importing.gate import GateError, UnreadableError
from reports.rendering import collection_sheet as drawing
from tests.bytes_of import bytes_of
from tests.strategies import FORMAT

TARGETS = targets(FORMAT)
CODE = collecting.form_code("caizheng", 2025, "2021", 7)
ALL = tuple(key for one in TARGETS.values() if one.depth == 0 for key in one.keys)


def sheet(*ids: str) -> drawing.Sheet:
    keys = tuple(key for id_ in ids for key in TARGETS[id_].keys) or ALL
    return drawing.Sheet(FORMAT, "某某县财政局2025年报告", "某某县财政局", "=受理科", CODE, keys)


def filled_in(book: Workbook, values: Mapping[str, str | float]) -> bytes:
    """As somebody fills the marked places in, by hand."""
    for page in book:
        for row in range(1, page.max_row + 1):
            mark = str(page.cell(row, 1).value or "")
            places = {id_: column for column, id_ in collecting.places(mark).items()}
            places |= {mark: 3} if mark in values else {}
            for key in places.keys() & values.keys():
                page.cell(row, places[key]).value = values[key]
    return bytes_of(book)


def book_of(drawn: drawing.Sheet) -> Workbook:
    return load_workbook(io.BytesIO(drawing.draw(drawn)))


def test_every_figure_and_word_comes_back() -> None:
    values = {key: str(number) for number, key in enumerate(ALL, 1)}
    told = reading.read("采集表.xlsx", filled_in(book_of(sheet()), values))
    assert told.values == values
    assert told.code == CODE


def test_the_sheet_of_2019_brings_back_figures_below_0_and_money_with_its_unit() -> None:
    old = edition("2019")
    keys = tuple(key for key, cell in old.cells.items() if not cell.computed)
    drawn = drawing.Sheet(old, "某某县财政局2019年报告", "某某县财政局", "法规科", CODE, keys)
    book = book_of(drawn)
    values = {"licensing.licences.change": -12, "procurement.central.amount": 251000.5}
    told = reading.read("a.xlsx", filled_in(book, values)).values
    assert {key: told[key] for key in values} == {
        "licensing.licences.change": "-12",
        "procurement.central.amount": "251000.5",
    }
    assert set(told) == set(keys)
    formats = [cell.number_format for row in book.worksheets[1] for cell in row]
    assert '0.######"元"' in formats


def test_numbers_come_back_as_they_were_typed() -> None:
    keys = TARGETS["table.charges"].keys
    data = filled_in(book_of(sheet("table.charges")), {keys[0]: 3.5, "provided_by": "王五"})
    told = reading.read("a.xlsx", data)
    assert (told.values, told.provided_by) == ({keys[0]: "3.5"}, "王五")


def test_only_what_is_asked_for_has_an_open_place() -> None:
    told = reading.read("a.xlsx", drawing.draw(sheet("row.applications.received")))
    assert set(told.values) == set(TARGETS["row.applications.received"].keys)


def test_what_stands_in_a_column_put_in_by_hand_moves_nothing() -> None:
    book = book_of(sheet("row.documents.rules"))
    keys = TARGETS["row.documents.rules"].keys
    data = filled_in(book, {key: number for number, key in enumerate(keys, 1)})
    book.worksheets[1].insert_cols(3)
    assert reading.read("a.xlsx", data).values == reading.read("a.xlsx", bytes_of(book)).values


def test_the_counting_rule_of_a_line_is_kept_for_its_figures() -> None:
    book = book_of(sheet("row.documents.rules"))
    page = book.worksheets[1]
    row = next(n for n in range(2, 20) if "=*" in str(page.cell(n, 1).value))
    page.cell(row, max(collecting.places(str(page.cell(row, 1).value)))).value = "按文号计"
    told = reading.read("a.xlsx", filled_in(book, {}))
    assert set(told.bases.values()) == {"按文号计"}
    assert len(told.bases) == 3


def test_a_name_that_looks_like_a_formula_is_text() -> None:
    cells = [cell for row in book_of(sheet()).worksheets[0] for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=受理科"] == ["s"]


def test_another_workbook_is_refused_in_a_sentence() -> None:
    with pytest.raises(UnreadableError, match="不是本系统的数据采集表"):
        reading.read("a.xlsx", bytes_of(Workbook()))


def test_a_broken_file_is_refused_in_a_sentence() -> None:
    with pytest.raises(GateError, match="已损坏"):
        reading.read("a.xlsx", b"PK\x03\x04 no workbook")


def test_pasted_lines_are_read_like_the_file() -> None:
    page = book_of(sheet("row.documents.rules")).worksheets[1]
    lines = [[str(cell.value or "") for cell in row] for row in page]
    row = next(line for line in lines if "=*" in line[0])
    for column, id_ in collecting.places(row[0]).items():
        row[column - 1] = {"*": "按文号计"}.get(id_, "１2")
    told = reading.read_text("\n".join("\t".join(line) for line in lines))
    assert set(told.values.values()) == {"１2"}
    assert len(told.bases) == 3


def test_what_no_reader_understands_is_told_in_a_sentence() -> None:
    with pytest.raises(UnreadableError, match="另存"):
        limited.parse("collection-sheet", b"no workbook at all")


def test_a_page_copied_and_filled_in_twice_is_told_and_neither_value_taken() -> None:
    book = book_of(sheet("row.documents.rules"))
    keys = TARGETS["row.documents.rules"].keys
    filled_in(book, {keys[0]: 5, keys[1]: 6})
    copy = book.copy_worksheet(book.worksheets[1])
    for cell in (cell for row in copy.iter_rows(min_row=2) for cell in row):
        if cell.value in (5, 6):
            cell.value = 9 if cell.value == 5 else None
    told = reading.read("a.xlsx", filled_in(book, {}))
    assert told.clashes == {keys[0]: ["5", "9"]}
    assert (told.values[keys[0]], told.values[keys[1]]) == ("", "6")


def test_what_a_formula_leaves_behind_the_fifteenth_digit_is_no_part_of_the_number() -> None:
    keys = TARGETS["table.charges"].keys
    for value, text in ((0.1 + 0.2, "0.3"), (999_999_999.123456, "999999999.123456"), (-0.0, "0")):
        data = filled_in(book_of(sheet("table.charges")), {keys[0]: value})
        assert reading.read("a.xlsx", data).values[keys[0]] == text


def test_words_of_several_lines_are_pasted_whole() -> None:
    pasted = 'prose.1\t一、总体情况\t"第一段，说“""好""”。\r\n第二段。"\r\nfees.notices\t件数\t3'
    told = reading.read_text(pasted)
    assert told.values == {"prose.1": '第一段，说“"好"”。\n第二段。', "fees.notices": "3"}


@pytest.mark.parametrize("mark", ["²=documents.rules.issued", f"{'9' * 5000}=x"])
def test_a_mark_that_numbers_no_column_is_passed_over(mark: str) -> None:
    assert reading.read_text(f"columns\t²\n{mark}\t规章\t7").values == {}


def test_a_paste_that_cannot_be_split_is_refused_in_a_sentence() -> None:
    with pytest.raises(UnreadableError, match="改为上传"):
        reading.read_text('prose.1\t\t"' + "字" * 140_000)


@pytest.mark.parametrize("value", ["=1/0", "#DIV/0!"])
def test_a_formula_that_came_to_nothing_is_named_by_its_cell(value: str) -> None:
    book = book_of(sheet("table.charges"))
    (key,) = TARGETS["table.charges"].keys
    told = reading.read("a.xlsx", filled_in(book, {key: value, "provided_by": "王五"}))
    cell = next(c for row in book.worksheets[1] for c in row if c.value == value)
    assert (told.broken, told.values[key]) == ([cell.coordinate], "")
    assert reading.read("a.xlsx", filled_in(book, {key: 3})).broken == []
