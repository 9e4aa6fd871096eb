from collections import Counter

import pytest

from reports.formats import FORMATS, Format, edition
from reports.formats.grid import Box, Grid, grid

FORMAT, BEFORE = edition("2021"), edition("2019")
TABLES = [2, 3, 4]
each_edition = pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)


def box_of(table: Grid, text: str, kind: str = "") -> Box:
    return next(b for b in table.boxes() if b.text.startswith(text) and kind in ("", b.kind))


@each_edition
@pytest.mark.parametrize("number", TABLES)
def test_boxes_cover_the_table_once(fmt: Format, number: int) -> None:
    table = grid(fmt, number)
    covered = Counter(
        (row, column)
        for box in table.boxes()
        for row in range(box.row, box.row + box.rowspan)
        for column in range(box.column, box.column + box.colspan)
    )
    assert set(covered.values()) == {1}
    assert len(covered) == len(table.rows) * table.columns
    assert max(covered) == (len(table.rows) - 1, table.columns - 1)


@each_edition
@pytest.mark.parametrize("number", TABLES)
def test_the_columns_fill_the_type_area(fmt: Format, number: int) -> None:
    assert sum(grid(fmt, number).widths) == pytest.approx(156)


@each_edition
@pytest.mark.parametrize("number", TABLES)
def test_boxes_of_a_row_stand_from_left_to_right(fmt: Format, number: int) -> None:
    for line, boxes in enumerate(grid(fmt, number).rows):
        assert {box.row for box in boxes} <= {line}
        columns = [box.column for box in boxes]
        assert columns == sorted(columns)


@each_edition
def test_the_three_tables_hold_every_figure_once_in_order(fmt: Format) -> None:
    boxes = [box for number in TABLES for box in grid(fmt, number).boxes()]
    assert [box.cell.id for box in boxes if box.cell] == list(fmt.cells)


@each_edition
@pytest.mark.parametrize("number", TABLES)
def test_every_figure_is_named_by_headings_above_and_beside_it(fmt: Format, number: int) -> None:
    table = grid(fmt, number)
    texts = {box.id: box.text for box in table.boxes() if box.is_heading}
    for box in table.boxes():
        if box.cell:
            said = [texts[id_] for id_ in box.headers]
            labels = [*box.cell.row, *box.cell.column]
            assert set(labels) <= set(said)


@each_edition
@pytest.mark.parametrize("number", TABLES)
def test_heading_ids_are_unique_and_fit_html(fmt: Format, number: int) -> None:
    ids = [box.id for box in grid(fmt, number).boxes() if box.is_heading]
    assert len(set(ids)) == len(ids)
    assert all(id_ and "." not in id_ and " " not in id_ for id_ in ids)


@each_edition
def test_heading_ids_are_unique_over_the_whole_report(fmt: Format) -> None:
    boxes = [box for number in TABLES for box in grid(fmt, number).boxes()]
    ids = [box.id for box in boxes if box.is_heading]
    assert len(set(ids)) == len(ids)


def test_table_two_has_four_blocks_under_full_width_titles() -> None:
    titles = [box for box in grid(FORMAT, 2).boxes() if box.kind == "title"]
    assert [box.text for box in titles] == [f"第二十条第（{n}）项" for n in "一五六八"]
    assert {box.colspan for box in titles} == {4}
    assert {len(row) for row in grid(FORMAT, 2).rows} == {1, 2, 4}


def test_a_lone_column_of_table_two_spans_three() -> None:
    table = grid(FORMAT, 2)
    assert {box.colspan for box in table.boxes() if box.text == "本年处理决定数量"} == {3}
    fees = next(b for b in table.boxes() if b.cell and b.cell.id == "charges.fees.amount")
    assert (fees.column, fees.colspan) == (1, 3)


def test_blocks_of_two_and_of_three_figures_share_out_one_width() -> None:
    table = grid(BEFORE, 2)
    texts = ("本年新公开数量", "本年增/减", "采购总金额")
    shares = {text: {b.colspan for b in table.boxes() if b.text == text} for text in texts}
    assert shares == {"本年新公开数量": {2}, "本年增/减": {2, 3}, "采购总金额": {3}}
    amount = next(b for b in table.boxes() if b.cell and b.cell.id == "procurement.central.amount")
    assert (amount.column, amount.colspan) == (4, 3)


def test_table_two_of_2019_has_five_blocks_under_full_width_titles() -> None:
    titles = [box for box in grid(BEFORE, 2).boxes() if box.kind == "title"]
    assert [box.text for box in titles] == [f"第二十条第（{n}）项" for n in "一五六八九"]
    assert {box.colspan for box in titles} == {7}


@pytest.mark.parametrize(
    ("text", "row", "column", "rowspan", "colspan"),
    [
        ("三、本年度办理结果", 5, 0, 20, 1),
        ("（五）不予处理", 18, 1, 5, 1),
        ("（六）其他处理", 23, 1, 1, 2),
        ("（七）总计", 24, 1, 1, 2),
        ("四、结转下年度继续办理", 25, 0, 1, 3),
    ],
)
def test_table_three_of_2019_has_one_row_of_other_ways(
    text: str, row: int, column: int, rowspan: int, colspan: int
) -> None:
    box = box_of(grid(BEFORE, 3), text)
    assert (box.row, box.column, box.rowspan, box.colspan) == (row, column, rowspan, colspan)


def test_table_three_of_2019_is_two_rows_shorter() -> None:
    table = grid(BEFORE, 3)
    assert (table.columns, len(table.rows), table.head_rows) == (10, 26, 3)


def test_the_corner_of_table_three_is_three_by_three() -> None:
    corner = box_of(grid(FORMAT, 3), "（本列数据的勾稽关系为")
    assert (corner.row, corner.column, corner.rowspan, corner.colspan) == (0, 0, 3, 3)


@pytest.mark.parametrize(
    ("text", "row", "column", "rowspan", "colspan"),
    [
        ("申请人情况", 0, 3, 1, 7),
        ("自然人", 1, 3, 2, 1),
        ("法人或其他组织", 1, 4, 1, 5),
        ("商业企业", 2, 4, 1, 1),
        ("总计", 1, 9, 2, 1),
        ("一、本年新收", 3, 0, 1, 3),
        ("二、上年结转", 4, 0, 1, 3),
        ("三、本年度办理结果", 5, 0, 22, 1),
        ("（一）予以公开", 5, 1, 1, 2),
        ("（二）部分公开", 6, 1, 1, 2),
        ("（三）不予公开", 7, 1, 8, 1),
        ("1.属于国家秘密", 7, 2, 1, 1),
        ("（四）无法提供", 15, 1, 3, 1),
        ("（五）不予处理", 18, 1, 5, 1),
        ("（六）其他处理", 23, 1, 3, 1),
        ("（七）总计", 26, 1, 1, 2),
        ("四、结转下年度继续办理", 27, 0, 1, 3),
    ],
)
def test_table_three_is_merged_as_printed(
    text: str, row: int, column: int, rowspan: int, colspan: int
) -> None:
    box = box_of(grid(FORMAT, 3), text)
    assert (box.row, box.column, box.rowspan, box.colspan) == (row, column, rowspan, colspan)


def test_table_three_has_ten_columns_and_28_rows() -> None:
    table = grid(FORMAT, 3)
    assert (table.columns, len(table.rows), table.head_rows) == (10, 28, 3)


@pytest.mark.parametrize(
    ("text", "row", "column", "rowspan", "colspan"),
    [
        ("行政复议", 0, 0, 2, 5),
        ("行政诉讼", 0, 5, 1, 10),
        ("未经复议直接起诉", 1, 5, 1, 5),
        ("复议后起诉", 1, 10, 1, 5),
        ("结果维持", 2, 0, 1, 1),
    ],
)
def test_table_four_is_merged_as_printed(
    text: str, row: int, column: int, rowspan: int, colspan: int
) -> None:
    box = box_of(grid(FORMAT, 4), text)
    assert (box.row, box.column, box.rowspan, box.colspan) == (row, column, rowspan, colspan)


def test_table_four_is_one_row_of_fifteen_figures() -> None:
    table = grid(FORMAT, 4)
    assert (table.columns, len(table.rows), table.head_rows) == (15, 4, 3)
    assert [box.cell is not None for box in table.rows[-1]] == [True] * 15


def test_a_table_of_several_blocks_repeats_no_head() -> None:
    assert grid(FORMAT, 2).head_rows == 0


@pytest.mark.parametrize(
    ("number", "text", "scope"),
    [
        (3, "（三）不予公开", "rowgroup"),
        (3, "1.属于国家秘密", "row"),
        (3, "法人或其他组织", "colgroup"),
        (3, "商业企业", "col"),
        (2, "第二十条第（一）项", "colgroup"),
    ],
)
def test_a_heading_has_the_scope_of_its_span(number: int, text: str, scope: str) -> None:
    assert box_of(grid(FORMAT, number), text).scope == scope
