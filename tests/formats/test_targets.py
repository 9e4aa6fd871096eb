"""What of the form one division can be asked for."""

from __future__ import annotations

import pytest

from reports.formats import FORMATS, Format
from reports.formats.targets import targets
from tests.strategies import FORMAT

TARGETS = targets(FORMAT)
each_edition = pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)


@each_edition
def test_the_sections_together_are_all_that_is_typed(fmt: Format) -> None:
    keys = [key for one in targets(fmt).values() if one.depth == 0 for key in one.keys]
    figures = [key for key in keys if key in fmt.cells]
    assert figures == [id_ for id_, cell in fmt.cells.items() if not cell.computed]
    assert set(keys) - set(figures) == {
        *(f"prose.{section.number}" for section in fmt.sections if section.is_prose),
        *(fee.key for fee in fmt.fees),
    }


@each_edition
def test_a_row_lies_within_its_table_and_its_section(fmt: Format) -> None:
    for one in targets(fmt).values():
        section = targets(fmt)[f"section.{one.section}"]
        assert one.keys
        assert set(one.keys) <= set(section.keys)


def test_a_row_has_its_typed_figures_only() -> None:
    keys = TARGETS["row.applications.received"].keys
    assert len(keys) == 6
    assert all(not FORMAT.cells[key].computed for key in keys)


@each_edition
def test_parts_are_named_by_the_form(fmt: Format) -> None:
    labels = set(fmt.labels())
    assert {one.label.split()[-1] for one in targets(fmt).values()} <= labels
