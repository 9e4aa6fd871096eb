"""An earlier date of the district: duties follow it, and it is never later than the law's."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from agencies.models import Agency, User
from reports import roster
from reports.local.keeping import Wish, change
from reports.models import Duty, SettingKind

YEAR = timezone.localdate().year + 1
"""A year whose reports are not due yet."""


def set_due(agency: Agency, by: User, value: str | None, kind: str = "department") -> None:
    change(agency, by, [Wish(SettingKind.DUE, kind, value)])


def duty_of(agency: Agency, due_at: datetime | None = None) -> Duty:
    campaign = roster.open_campaign(roster.district_of(agency), YEAR)
    return roster.assign(campaign, agency, due_at)


def last_day(duty: Duty) -> date:
    duty.refresh_from_db()
    return timezone.localdate(duty.due_at - timedelta(microseconds=1))


@pytest.fixture
def early(county: Agency, office: User) -> Agency:
    set_due(county, office, "01-20")
    return county


def test_a_new_duty_takes_the_date_of_its_district(early: Agency, finance: Agency) -> None:
    assert last_day(duty_of(finance)) == date(YEAR + 1, 1, 20)
    assert last_day(duty_of(early)) == date(YEAR + 1, 3, 31)


def test_duties_that_are_there_move_with_the_date_and_back(
    county: Agency, finance: Agency, office: User
) -> None:
    duty = duty_of(finance)
    for value, day in (("01-20", 20), ("01-26", 26), (None, 31)):
        set_due(county, office, value)
        assert last_day(duty) == date(YEAR + 1, 1, day)


@pytest.mark.parametrize("day", [11, 25])
def test_a_date_given_to_one_duty_alone_stays(
    day: int, county: Agency, finance: Agency, office: User
) -> None:
    own = datetime(YEAR + 1, 1, day, tzinfo=timezone.get_default_timezone())
    duty = duty_of(finance, due_at=own)
    set_due(county, office, "01-20")
    assert last_day(duty) == date(YEAR + 1, 1, day - 1)


def test_what_was_due_already_is_not_moved(county: Agency, finance: Agency, office: User) -> None:
    old = roster.assign(roster.open_campaign(county, 2023), finance)
    before = last_day(old)
    set_due(county, office, "01-20")
    assert last_day(old) == before


def test_a_duty_of_years_ago_takes_the_date_of_the_law(early: Agency, finance: Agency) -> None:
    old = roster.assign(roster.open_campaign(early, 2020), finance)
    assert last_day(old) == date(2021, 1, 31)


def test_the_nearest_date_holds(early: Agency, finance: Agency, office: User) -> None:
    set_due(finance, office, "01-28")
    assert last_day(duty_of(finance)) == date(YEAR + 1, 1, 28)


def test_a_government_has_a_date_of_its_own(county: Agency, office: User) -> None:
    duty = duty_of(county)
    set_due(county, office, "03-15", "government")
    assert last_day(duty) == date(YEAR + 1, 3, 15)
