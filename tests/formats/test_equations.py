from collections import Counter

import pytest

from reports.formats import FORMATS, Block, Equation, Format, Kind, edition
from reports.formats.format import leaves

FORMAT, BEFORE = edition("2021"), edition("2019")
EQUATIONS = FORMAT.equations
ALL = [(fmt, equation) for fmt in FORMATS.values() for equation in fmt.equations]
BLOCKS = [b for fmt in FORMATS.values() for s in fmt.sections for b in s.blocks if b.rules]
each_edition = pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)
APPLICANTS = [
    "自然人",
    "法人或其他组织 商业企业",
    "法人或其他组织 科研机构",
    "法人或其他组织 社会公益组织",
    "法人或其他组织 法律服务机构",
    "法人或其他组织 其他",
    "总计",
]


def test_there_are_the_42_identities_of_the_form() -> None:
    codes = Counter(equation.code for equation in EQUATIONS)
    assert codes == {"row-total": 25, "closed-total": 7, "balance": 7, "dispute-total": 3}


def test_the_form_of_2019_has_two_rows_less_to_total() -> None:
    codes = Counter(equation.code for equation in BEFORE.equations)
    assert codes == {"row-total": 23, "closed-total": 7, "balance": 7, "dispute-total": 3}


@each_edition
def test_no_identity_is_told_twice(fmt: Format) -> None:
    assert len({(eq.left, eq.right) for eq in fmt.equations}) == len(fmt.equations)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_rules_name_leaves_of_one_axis(block: Block) -> None:
    rows = {leaf.id for leaf, _ in leaves(block.rows)}
    columns = {leaf.id for leaf, _ in leaves(block.columns)}
    for rule in block.rules:
        named = {*rule.left, *rule.right}
        assert named <= rows or named <= columns


@pytest.mark.parametrize(("fmt", "equation"), ALL)
def test_an_identity_joins_different_counts_of_its_section(fmt: Format, equation: Equation) -> None:
    cells = [fmt.cells[id_] for id_ in equation.cells]
    assert len(set(equation.cells)) == len(equation.cells)
    assert {cell.section for cell in cells} == {equation.section}
    assert {cell.kind for cell in cells} == {Kind.COUNT}


@each_edition
def test_every_row_of_table_three_has_its_row_total(fmt: Format) -> None:
    rows = {id_.rpartition(".")[0] for id_, c in fmt.cells.items() if c.section == 3}
    totals = {eq.right[0] for eq in fmt.equations if eq.code == "row-total"}
    assert totals == {f"{row}.total" for row in rows}


@pytest.mark.parametrize(
    ("fmt", "results", "last"), [(FORMAT, 21, "other_misc"), (BEFORE, 19, "otherwise")]
)
def test_the_closed_total_adds_every_result(fmt: Format, results: int, last: str) -> None:
    closing = [equation for equation in fmt.equations if equation.code == "closed-total"]
    for equation in closing:
        assert len(equation.left) == results
        assert equation.left[0].startswith("applications.granted.")
        assert equation.left[-1].startswith(f"applications.{last}.")
    assert len(closing) == 7


@pytest.mark.parametrize("code", ["balance", "closed-total"])
def test_column_rules_run_along_all_seven_applicants(code: str) -> None:
    assert [eq.at for eq in EQUATIONS if eq.code == code] == APPLICANTS


def test_the_balance_is_the_printed_one() -> None:
    first = next(eq for eq in EQUATIONS if eq.code == "balance")
    rows = [cell.split(".")[1] for cell in first.cells]
    assert rows == ["received", "brought_forward", "closed", "carried_over"]
    assert first.because.startswith("本列数据的勾稽关系为")
    assert not first.computes


def test_dispute_totals_are_named_by_their_way() -> None:
    at = [eq.at for eq in EQUATIONS if eq.code == "dispute-total"]
    assert at == ["行政复议", "未经复议直接起诉", "复议后起诉"]


@each_edition
def test_each_computed_cell_has_one_computer_that_comes_after_its_addends(fmt: Format) -> None:
    done: set[str] = set()
    for equation in fmt.equations:
        if equation.computes:
            assert equation.right[0] not in done
            pending = {id_ for id_ in equation.left if fmt.cells[id_].computed}
            assert pending <= done
            done |= set(equation.right)
    assert done == {id_ for id_, cell in fmt.cells.items() if cell.computed}


@each_edition
def test_computing_identities_come_first(fmt: Format) -> None:
    computes = [equation.computes for equation in fmt.equations]
    assert computes == sorted(computes, reverse=True)


def test_an_identity_as_json_names_no_label_placeholder() -> None:
    for equation in EQUATIONS:
        assert "{at}" not in str(equation.to_json()["says"])
        assert equation.to_json()["left"] == equation.left
