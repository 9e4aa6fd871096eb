"""The first report in the form of 2021 read against the last one in the form of 2019."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from reports import drafting
from reports.formats import edition
from reports.models import Report
from tests.drafting.openings import CLOSING, NATURAL, left_over, waiting
from tests.drafting.saves import fresh, save
from tests.filing import begun, published

OTHERWISE = "applications.otherwise.natural_person"
THREE = tuple(
    f"applications.{row}.natural_person"
    for row in ("other_not_corrected", "other_unpaid", "other_misc")
)
TYPED = {
    OTHERWISE: 4,
    "applications.received.natural_person": 16,
    "documents.normative.made": 7,
    "documents.normative.published_total": 60,
    "licensing.licences.decisions": 31,
    "charges.fees.previous_items": 3,
}


@pytest.fixture
def old(finance: Agency, reporter: User, reviewer: User) -> Report:
    draft = left_over(begun(finance, year=2020), reporter, 12)
    was = draft.figures
    save(draft, reporter, {key: (was[key], now) for key, now in TYPED.items()})
    return published(fresh(draft), reporter, reviewer)


@pytest.fixture
def new(finance: Agency, old: Report) -> Report:
    return begun(finance, year=2021)


def test_each_year_is_written_in_its_own_form(old: Report, new: Report) -> None:
    assert old.format is edition("2019")
    assert new.format is edition("2021")
    assert old.content.figures[OTHERWISE] == 4


def test_what_was_left_over_is_carried_into_the_new_form(new: Report, reporter: User) -> None:
    drafting.carry(new, reporter)
    assert waiting(new)[NATURAL].value == 12
    assert drafting.last_year(new).values[CLOSING.format("natural_person")] == 12


def test_the_one_row_of_other_ways_stands_beside_all_three(new: Report) -> None:
    before = drafting.last_year(new)
    assert [before.values[key] for key in THREE] == [4, 4, 4]
    assert {before.together[key] for key in THREE} == {THREE}
    assert CLOSING.format("business") not in before.together


def test_nothing_stands_beside_what_was_counted_otherwise(new: Report) -> None:
    values = drafting.last_year(new).values
    assert values["licensing.licences.decisions"] == 31
    assert set(values) <= set(new.format.cells)
    assert not [key for key in values if key.startswith(("documents.", "charges.", "fees."))]


def test_within_the_form_of_2019_all_of_it_stands_beside_the_boxes(
    finance: Agency, reporter: User, reviewer: User
) -> None:
    before = left_over(begun(finance, year=2019), reporter, 5)
    save(before, reporter, {"documents.normative.published_total": (0, 9)})
    published(fresh(before), reporter, reviewer)
    after = begun(finance, year=2020)
    last = drafting.last_year(after)
    assert (last.values["documents.normative.published_total"], last.together) == (9, {})
    kept = drafting.fill_zeros(after.pk, reporter)["kept"]
    assert "documents.normative.published_total" in kept
