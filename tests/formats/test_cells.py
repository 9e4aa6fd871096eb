import re
from collections.abc import Iterator

import pytest

from reports.formats import FORMATS, Block, Format, Heading, NoFormatError, edition, in_force
from tests.samples import contract

FORMAT, BEFORE = edition("2021"), edition("2019")
CELLS = FORMAT.cells
TOLD = [(name, told) for name in FORMATS for told in contract(name)["cells"]]

each_edition = pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)


@pytest.mark.parametrize(("name", "count"), [("2019", 198), ("2021", 200)])
def test_the_form_has_the_cells_of_the_contract_in_their_order(name: str, count: int) -> None:
    assert list(edition(name).cells) == [told["id"] for told in contract(name)["cells"]]
    assert len(edition(name).cells) == count


@pytest.mark.parametrize(("name", "told"), TOLD, ids=lambda one: str(one)[:70])
def test_a_cell_stands_where_the_contract_says(name: str, told: dict[str, object]) -> None:
    cell = edition(name).cells[str(told["id"])]
    assert cell.section == told["section"]
    assert cell.kind == told["kind"]
    assert list(cell.row) == told.get("row", [])
    assert list(cell.column) == told["column"]
    assert cell.block == told.get("block", "")


@each_edition
def test_an_edition_names_the_notice_that_ordered_it(fmt: Format) -> None:
    assert fmt.basis == contract(fmt.edition)["basis"]


@each_edition
def test_no_two_cells_share_a_label(fmt: Format) -> None:
    labels = [(cell.section, cell.label) for cell in fmt.cells.values()]
    assert len(set(labels)) == len(fmt.cells)


def test_a_label_names_row_and_column_as_printed() -> None:
    assert CELLS["documents.rules.issued"].label == "规章 × 本年制发件数"
    refused = CELLS["applications.refused_internal.business"].label
    assert refused == "（三）不予公开 5.属于三类内部事务信息 × 法人或其他组织 商业企业"


def test_money_without_a_unit_in_its_heading_is_printed_with_one() -> None:
    suffixed = {id_: c.suffix for f in FORMATS.values() for id_, c in f.cells.items() if c.suffix}
    assert suffixed == {"procurement.central.amount": "元"}


@pytest.mark.parametrize(("fmt", "rows"), [(FORMAT, 25), (BEFORE, 23)])
def test_only_totals_are_computed(fmt: Format, rows: int) -> None:
    computed = {id_ for id_, cell in fmt.cells.items() if cell.computed}
    assert len(computed) == rows + 6 + 3
    assert {id_.split(".")[1] for id_ in computed if not id_.endswith(".total")} == {"closed"}


def test_what_goes_on_from_last_year_says_from_which_cell() -> None:
    inherits = {id_: cell.inherits for id_, cell in CELLS.items() if cell.inherits}
    assert set(inherits.values()) <= set(CELLS)
    brought = "applications.brought_forward.natural_person"
    assert inherits[brought] == "applications.carried_over.natural_person"
    assert inherits["documents.normative.in_force"] == "documents.normative.in_force"
    assert len(inherits) == 7 + 2


def test_the_form_of_2019_goes_on_from_the_year_before_in_its_own_cells() -> None:
    inherits = {id_: cell.inherits for id_, cell in BEFORE.cells.items() if cell.inherits}
    opens = {id_ for id_ in inherits if BEFORE.cells[id_].opens}
    assert opens == {id_ for id_, cell in CELLS.items() if cell.opens}
    assert inherits["documents.rules.published_total"] == "documents.rules.published_total"
    assert set(inherits.values()) <= set(BEFORE.cells)


def test_the_form_of_2019_knows_no_fees() -> None:
    assert (BEFORE.fees, BEFORE.fees_in, BEFORE.fee_sentence) == ((), 0, "")


@each_edition
def test_the_prose_parts_are_those_of_the_contract(fmt: Format) -> None:
    assert fmt.prose_keys == ("preamble", "1", "5", "6")


@each_edition
def test_the_six_sections_stand_in_the_order_of_the_statute(fmt: Format) -> None:
    assert [section.number for section in fmt.sections] == [1, 2, 3, 4, 5, 6]
    numerals = "".join(section.heading[0] for section in fmt.sections)
    assert numerals == "一二三四五六"


def test_the_title_is_agency_year_and_the_fixed_words() -> None:
    title = FORMAT.title_of("某某县财政局", 2024)
    assert title == "某某县财政局2024年政府信息公开工作年度报告"


def test_braces_in_a_name_are_only_braces() -> None:
    assert FORMAT.title_of("{year}局{0}", 2024).startswith("{year}局{0}2024年")


@each_edition
def test_lines_of_a_heading_are_its_label_broken(fmt: Format) -> None:
    headings = [heading for section in fmt.sections for heading in _all(section.blocks)]
    broken = [heading for heading in headings if heading.lines]
    assert len(broken) >= 15
    assert all("".join(heading.lines) == heading.label for heading in broken)


def _all(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    pending = [heading for block in blocks for heading in (*block.rows, *block.columns)]
    while pending:
        heading = pending.pop()
        yield heading
        pending += heading.children


@pytest.mark.parametrize("year", [2021, 2024, 2035])
def test_the_2021_form_is_in_force_from_2021_on(year: int) -> None:
    assert in_force(year) is FORMAT


@pytest.mark.parametrize("year", [2019, 2020])
def test_the_2019_form_is_in_force_for_two_years(year: int) -> None:
    assert in_force(year) is BEFORE


@pytest.mark.parametrize("year", [2007, 2018])
def test_years_before_any_known_form_are_refused(year: int) -> None:
    with pytest.raises(NoFormatError, match=f"没有适用于{year}年的版式"):
        in_force(year)


def test_an_unknown_edition_is_refused_with_those_there_are() -> None:
    with pytest.raises(NoFormatError, match=re.escape("没有“1999”版式，可用的版式：")):
        edition("1999")
