"""The spreadsheet: the form as printed, totals that live, and nothing that was not filed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from reports.content import Content
from reports.formats.grid import grid
from reports.rendering import xlsx
from reports.rendering.marks import Marks
from reports.rendering.xlsx_table import CORNER
from tests.bytes_of import bytes_of
from tests.office import needs_office, saved

from . import sheets
from .contents import RARE, large, old, small

EDITIONS = [large, old]


def with_figures(content: Content, **figures: int | Decimal | None) -> Content:
    known = {id_.replace(".", "_"): id_ for id_ in content.figures}
    changed = {known[name]: figure for name, figure in figures.items()}
    return replace(content, figures={**content.figures, **changed})


@pytest.mark.parametrize("made", EDITIONS)
def test_every_figure_stands_where_the_form_has_it(made: Callable[[], Content]) -> None:
    content = made()
    told = sheets.figures(content, xlsx.draw(content))
    assert {id_: Decimal(str(v)) for id_, v in told.items()} == content.figures
    assert len(told) == len(content.format.cells)


@pytest.mark.parametrize("made", EDITIONS)
def test_the_headings_are_merged_as_they_are_printed(made: Callable[[], Content]) -> None:
    content = made()
    pages = sheets.values(xlsx.draw(content)).worksheets
    for number in sheets.TABLES:
        merged = {str(one).partition(":")[0]: one.size for one in pages[number - 1].merged_cells}
        for box in grid(content.format, number).boxes():
            name = CORNER.name(box)
            size = merged.get(name, {"rows": 1, "columns": 1})
            assert (size["rows"], size["columns"]) == (box.rowspan, box.colspan), name


def test_a_worksheet_for_each_part_is_named_and_printed_on_a4() -> None:
    pages = sheets.values(xlsx.draw(large())).worksheets
    assert [page.title[:2] for page in pages] == ["一、", "二、", "三、", "四、", "五、", "六、"]
    assert {page.page_setup.paperSize for page in pages} == {9}
    assert all(getattr(page.sheet_properties.pageSetUpPr, "fitToPage", False) for page in pages)
    assert pages[2].freeze_panes == "D5"
    assert pages[2].print_title_rows == "$1:$4"


@pytest.mark.parametrize("made", EDITIONS)
def test_a_total_is_a_formula_that_stands_with_its_value(made: Callable[[], Content]) -> None:
    content = made()
    book = sheets.formulas(xlsx.draw(content))
    computed = [id_ for id_, cell in content.format.cells.items() if cell.computed]
    found = [sheets.place(content, id_) for id_ in computed]
    assert all(str(book.worksheets[n][name].value).startswith("=IF(") for n, name in found)
    typed = [id_ for id_, cell in content.format.cells.items() if not cell.computed]
    found = [sheets.place(content, id_) for id_ in typed]
    assert all(isinstance(book.worksheets[n][name].value, int | float) for n, name in found)


def test_a_total_that_was_filed_wrong_stays_and_is_told() -> None:
    content = with_figures(large(), applications_granted_total=377)
    data = xlsx.draw(content)
    assert sheets.formula(content, data, sheets.WRONG) == 377
    page = sheets.values(data).worksheets[2]
    assert [page[f"K{row}"].value for row in (6, 7, 8)] == ["相符", "差3", "相符"]
    assert "差3" not in sheets.said(xlsx.draw(large()))


def test_a_total_whose_addend_is_blank_is_not_worked_out() -> None:
    content = with_figures(large(), applications_granted_other=None)
    data = xlsx.draw(content)
    assert sheets.formula(content, data, sheets.WRONG) == content.figures[sheets.WRONG]
    assert sheets.values(data).worksheets[2][sheets.CHECK].value == "未填齐"


def test_a_blank_is_blank_and_never_0() -> None:
    content = large(figures={}, fees={})
    data = xlsx.draw(content)
    assert set(sheets.figures(content, data).values()) == {None}
    assert "未填齐" in sheets.said(data)
    assert "相符" not in sheets.said(data)


def test_each_table_says_of_every_equation_whether_it_holds() -> None:
    content = large()
    told = sheets.said(xlsx.draw(content))
    assert told.count("相符") == len(content.format.equations) == 42


def test_money_is_shown_as_it_was_filed() -> None:
    content = with_figures(large(), charges_fees_amount=Decimal("3.50"))
    sheet, name = sheets.place(content, "charges.fees.amount")
    cell = sheets.values(xlsx.draw(content)).worksheets[sheet][name]
    assert (cell.value, cell.number_format) == (3.5, "0.00")
    sheet, name = sheets.place(old(), "procurement.central.amount")
    assert "元" in sheets.values(xlsx.draw(old())).worksheets[sheet][name].number_format


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "|x", "=cmd|' /C calc'!A0"]
)
def test_no_words_are_taken_for_a_formula(text: str) -> None:
    data = xlsx.draw(small(title=text, preamble=text, sections={"1": text}))
    cells = [cell for row in sheets.formulas(data).worksheets[0].iter_rows() for cell in row]
    found = [cell for cell in cells if text in str(cell.value)]
    assert len(found) == 3
    assert {cell.data_type for cell in found} == {"s"}
    assert all(cell.quotePrefix or str(cell.value)[0] == "\u3000" for cell in found)


def test_words_and_fees_stand_in_their_parts() -> None:
    content = small(preamble="依据《条例》。", sections={"6": f"{RARE}\x07。"}, fees={"notices": 7})
    pages = sheets.values(xlsx.draw(content)).worksheets
    first, last = ([text.strip() for text in sheets.texts(pages[n])] for n in (0, 5))
    assert first[1:3] == ["依据《条例》。", content.format.section(1).heading]
    assert last[1:3] == [f"{content.format.fees[0].label}（件）", "7"]
    assert last[-1] == f"{RARE}。"


def test_a_paragraph_longer_than_a_row_may_be_high_goes_over_several() -> None:
    words = "全年主动公开政府信息，回应群众关切。" * 200
    page = sheets.values(xlsx.draw(small(sections={"1": words}))).worksheets[0]
    merged = [one for one in page.merged_cells if one.size["rows"] > 4]
    assert [str(page.cell(one.min_row, 1).value).strip() for one in merged] == [words]
    assert max(page.row_dimensions[row].height for row in range(1, page.max_row + 1)) < 409


def test_a_draft_says_so_on_every_page_and_a_final_one_nowhere() -> None:
    book = sheets.values(xlsx.draw(small(), Marks(draft=True, check_code="1A2B-3C4D")))
    assert all("草稿" in sheets.printed_above(page) for page in book.worksheets)
    assert sheets.texts(book.worksheets[0])[0] == "草稿　校验码 1A2B-3C4D"
    final = sheets.values(xlsx.draw(small()))
    assert not any(sheets.printed_above(page) for page in final.worksheets)
    assert "草稿" not in sheets.said(xlsx.draw(small()))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert xlsx.draw(large()) == xlsx.draw(large())
    assert xlsx.draw(large()) != xlsx.draw(small())


@needs_office
def test_the_totals_and_checks_go_on_living() -> None:
    content = large()
    book = sheets.formulas(xlsx.draw(content))
    sheet, name = sheets.place(content, "applications.granted.natural_person")
    book.worksheets[sheet][name].value += 10
    data = saved(bytes_of(book), "xlsx", "xlsx")
    total = content.figures[sheets.WRONG]
    assert isinstance(total, int)
    assert sheets.figures(content, data)[sheets.WRONG] == total + 10
    assert "差10" in sheets.said(data)


@needs_office
@pytest.mark.parametrize("made", EDITIONS)
def test_every_formula_stands_with_what_another_program_makes_of_it(
    made: Callable[[], Content],
) -> None:
    content = with_figures(made(), applications_granted_total=377)
    book = sheets.formulas(xlsx.draw(content))  # without the values: they must be worked out
    assert sheets.said(saved(bytes_of(book), "xlsx", "xlsx")) == sheets.said(xlsx.draw(content))
