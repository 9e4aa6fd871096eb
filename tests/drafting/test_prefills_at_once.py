"""Confirming while others type, and others confirm."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from reports import drafting
from reports.models import Report
from tests.at_once import at_once
from tests.drafting.openings import NATURAL, left_over, waiting
from tests.drafting.saves import figure, put
from tests.filing import YEAR, begun, published

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def carried(finance: Agency, report: Report, reporter: User, reviewer: User) -> Report:
    before = left_over(begun(finance, year=YEAR - 1), reporter, 12)
    published(before, reporter, reviewer)
    drafting.carry(report, reporter)
    return report


def test_a_confirmation_and_a_save_at_once_never_overwrite_each_other(
    carried: Report, reporter: User, colleague: User
) -> None:
    seen = [waiting(carried)[NATURAL].pk]
    confirmed, typed = at_once(
        lambda: drafting.confirm(carried.pk, reporter, seen)["keys"][NATURAL],
        lambda: put(carried, colleague, NATURAL, None, 15),
    )
    assert isinstance(confirmed, dict)
    assert isinstance(typed, dict)
    outcome = (confirmed["state"], typed["state"], figure(carried, NATURAL))
    assert outcome in {("saved", "refused", 12), ("conflict", "saved", 15)}


def test_many_confirm_once_and_many_open_once(
    carried: Report, reporter: User, colleague: User
) -> None:
    carried.prefills.all().delete()
    at_once(*[lambda: drafting.carry(carried, reporter)] * 4)
    assert len(waiting(carried)) == 6
    seen = [waiting(carried)[NATURAL].pk]
    told = at_once(*[lambda: drafting.confirm(carried.pk, colleague, seen)["keys"]] * 4)
    assert all(one == told[0] for one in told)
    assert carried.changes.filter(key=NATURAL).count() == 1
