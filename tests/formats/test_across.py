import pytest

from reports.formats import edition
from reports.formats.across import Tie, ties

OLD, NEW = edition("2019"), edition("2021")
THREE = tuple(
    f"applications.{row}.business" for row in ("other_not_corrected", "other_unpaid", "other_misc")
)
ONE = ("applications.otherwise.business",)


def test_the_three_rows_of_other_ways_go_with_the_one_they_came_from() -> None:
    assert [ties(NEW, OLD)[id_] for id_ in THREE] == [Tie(THREE, ONE)] * 3


def test_the_one_row_goes_with_the_three_that_it_became() -> None:
    assert ties(OLD, NEW)[ONE[0]] == Tie(ONE, THREE)


def test_within_an_edition_every_cell_goes_with_itself() -> None:
    assert ties(NEW, NEW) == {id_: Tie((id_,), (id_,)) for id_ in NEW.cells}


def test_tables_three_and_four_go_across_whole() -> None:
    across = ties(NEW, OLD)
    assert {id_ for id_, cell in NEW.cells.items() if cell.section > 2} <= set(across)
    assert {id_ for tie in across.values() for id_ in tie.then} >= {
        id_ for id_, cell in OLD.cells.items() if cell.section > 2
    }


def test_of_table_two_only_decisions_go_across() -> None:
    two = {id_ for id_ in ties(NEW, OLD) if NEW.cells[id_].section == 2}
    assert two == {
        "licensing.licences.decisions",
        "sanctions.penalties.decisions",
        "sanctions.compulsion.decisions",
    }


@pytest.mark.parametrize("name", ["documents.rules", "documents.normative", "charges.fees"])
def test_what_was_counted_otherwise_is_never_set_side_by_side(name: str) -> None:
    mine = [id_ for id_ in NEW.cells if id_.startswith(name)]
    assert mine
    assert not set(mine) & set(ties(NEW, OLD))


def test_cells_of_one_id_stand_under_the_same_headings_but_for_decisions() -> None:
    for id_, tie in ties(NEW, OLD).items():
        if tie.now == tie.then and not id_.endswith(".decisions"):
            old, new = OLD.cells[id_], NEW.cells[id_]
            assert (old.row, old.column, old.kind) == (new.row, new.column, new.kind)
