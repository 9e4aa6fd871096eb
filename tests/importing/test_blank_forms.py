"""A blank form that was filled in is read whole, and nothing of it is taken for the report."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from reports.content import Content, from_json
from reports.formats import FORMATS, Format, to_fill
from reports.rendering.blank_form import KINDS, BlankForm
from tests.office import needs_office, saved
from tests.rendering import sheets
from tests.rendering.contents import large, old, small

from . import by_hand
from .handled import CHANGES, handled
from .readings import read
from .worked_out import worked_out

EDITIONS = [pytest.param(fmt, id=fmt.edition) for fmt in FORMATS.values()]
MADE = [large, small, old]


def nothing(told: dict[str, Any]) -> None:
    """No word and no number was read."""
    assert {told["title"], told["preamble"], *told["sections"].values()} == {""}
    assert set(told["figures"].values()) == {None}
    assert not told.get("fees")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fmt", EDITIONS)
def test_nothing_of_a_blank_form_is_in_the_report(fmt: Format, kind: str) -> None:
    told = read(BlankForm(fmt).draw(kind), kind)
    nothing(told)
    assert len(told["figures"]) == len(fmt.cells)
    assert [doubt["why"][:8] for doubt in told["doubts"]] == ["没有找到报告标题"]


@needs_office
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fmt", EDITIONS)
def test_nor_after_libreoffice_has_saved_it(fmt: Format, kind: str) -> None:
    nothing(read(saved(BlankForm(fmt).draw(kind), kind, kind), kind))


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_for_an_agency_has_its_title(kind: str) -> None:
    told = read(BlankForm(large().format, "某某县财政局", 2024).draw(kind), kind)
    assert (told["agency"], told["year"], told["doubts"]) == ("某某县财政局", 2024, [])
    assert told["sections"]["1"] == told["preamble"] == ""


@pytest.mark.parametrize("made", MADE)
def test_a_form_filled_in_with_word_is_read_whole(made: Callable[[], Content]) -> None:
    content = made()
    told = read(by_hand.in_word(content, by_hand.form(content).draw("docx")), "docx")
    assert from_json(told) == content
    assert told["doubts"] == []


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("made", MADE)
def test_whatever_word_leaves_in_it_changes_nothing(
    made: Callable[[], Content], change: Callable[[Any], None]
) -> None:
    content = made()
    data = by_hand.in_word(content, by_hand.form(content).draw("docx"))
    told = read(handled(data, change), "docx")
    assert from_json(told) == content
    assert told["doubts"] == []


@needs_office
@pytest.mark.parametrize("made", MADE)
def test_also_after_libreoffice_has_saved_it(made: Callable[[], Content]) -> None:
    content = made()
    data = by_hand.in_word(content, by_hand.form(content).draw("docx"))
    assert from_json(read(saved(data, "docx", "docx"), "docx")) == content


@needs_office
@pytest.mark.parametrize("made", MADE)
def test_a_form_filled_in_with_a_spreadsheet_is_read_whole(made: Callable[[], Content]) -> None:
    content = made()
    data = by_hand.in_excel(content, by_hand.form(content).draw("xlsx"))
    told = read(saved(data, "xlsx", "xlsx"), "xlsx")
    assert from_json(told) == content
    assert told["doubts"] == []


@pytest.mark.parametrize("made", MADE)
def test_also_where_only_the_formulas_were_worked_out(made: Callable[[], Content]) -> None:
    content = made()
    data = by_hand.in_excel(content, by_hand.form(content).draw("xlsx"))
    told = read(worked_out(data), "xlsx")
    assert from_json(told) == content
    assert told["doubts"] == []


@pytest.mark.parametrize("fmt", EDITIONS)
def test_formulas_of_an_empty_form_come_to_nothing(fmt: Format) -> None:
    nothing(read(worked_out(BlankForm(fmt).draw("xlsx")), "xlsx"))


def test_what_no_program_has_added_up_yet_is_blank() -> None:
    content = large()
    told = read(by_hand.in_excel(content, by_hand.form(content).draw("xlsx")), "xlsx")
    computed = {id_ for id_, cell in content.format.cells.items() if cell.computed}
    read_ = from_json(told).figures
    assert {id_: read_[id_] for id_ in computed} == dict.fromkeys(computed)
    assert {i: v for i, v in read_.items() if i not in computed} == {
        i: v for i, v in content.figures.items() if i not in computed
    }


@pytest.mark.parametrize("kind", KINDS)
def test_words_written_beside_what_is_to_be_replaced_are_read_alone(kind: str) -> None:
    fmt = large().format
    hint = to_fill.hint(fmt.section(1))
    made = by_hand.in_word if kind == "docx" else by_hand.in_excel
    content = large(sections={"1": f"{hint}全年平稳。\n{hint}\n办理及时。"})
    told = read(made(content, BlankForm(fmt).draw(kind)), kind)
    assert told["sections"]["1"] == "全年平稳。\n办理及时。"


def test_a_box_takes_whole_numbers_from_0_and_says_so_in_chinese() -> None:
    data = BlankForm(large().format).draw("xlsx")
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[2]
    covered = [cell for one in page.data_validations.dataValidation for cell in one.cells.ranges]
    assert sum(one.size["rows"] * one.size["columns"] for one in covered) == 24 * 6
    one = page.data_validations.dataValidation[0]
    assert (one.type, one.formula1, one.showErrorMessage) == ("whole", "0", True)
    assert "不小于0的整数" in str(one.error)


def test_totals_are_shut_and_boxes_are_open() -> None:
    content = large()
    book = openpyxl.load_workbook(io.BytesIO(by_hand.form(content).draw("xlsx")))
    for id_, cell in content.format.cells.items():
        sheet, name = sheets.place(content, id_)
        place = book.worksheets[sheet][name]
        assert place.protection.locked == cell.computed
        assert str(place.value).startswith("=IF(") == cell.computed
    assert [page.protection.sheet for page in book.worksheets] == [False, True, True, True] + [
        False
    ] * 2


def test_a_change_of_2019_may_be_below_0_and_money_has_decimals() -> None:
    data = BlankForm(old().format).draw("xlsx")
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[1]
    found = {str(one.type): one for one in page.data_validations.dataValidation}
    assert "decimal" in found
    assert "元" in str(found["decimal"].error)
    lowest = {one.formula1 for one in page.data_validations.dataValidation}
    assert lowest == {"0", "-999999999"}
