"""Roles: who reaches what, and that the three administrators are three people."""

from itertools import permutations
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError

from agencies.models import AccountEvent, Agency, Role, User
from agencies.models.membership import ADMINISTRATORS
from agencies.roles import STAFF, agencies_where, can, can_any, grant, has_role, revoke, roles_of
from tests.make import make_agency, make_user


@pytest.mark.parametrize("role", [Role.REPORTER, Role.REVIEWER])
def test_a_role_at_a_bureau_is_a_role_there_alone(
    role: Role, county: Agency, finance: Agency
) -> None:
    below = make_agency("guoku", parent=finance)
    user = make_user(roles={role: finance})
    assert [can(user, role, agency) for agency in (county, finance, below)] == [False, True, False]


@pytest.mark.parametrize("role", [Role.OFFICE, Role.SYSADMIN, Role.SECADMIN, Role.AUDITOR])
def test_the_office_and_administrators_reach_everything_below(
    role: Role, county: Agency, finance: Agency, elsewhere: Agency
) -> None:
    user = make_user(roles={role: finance})
    below = make_agency("guoku", parent=finance)
    asked = (county, finance, below, elsewhere)
    assert [can(user, role, agency) for agency in asked] == [False, True, True, False]


def test_no_role_stands_for_another(office: User, finance: Agency) -> None:
    others = [role for role in Role if role != Role.OFFICE]
    assert not any(can(office, role, finance) for role in others)


def test_a_slug_that_merely_begins_alike_is_not_reached(office: User, county: Agency) -> None:
    assert not can(office, Role.OFFICE, make_agency("moumou-2"))
    assert list(agencies_where(office, Role.OFFICE)) == [county]


def test_agencies_where_says_the_same_as_can(
    office: User, county: Agency, finance: Agency, education: Agency, elsewhere: Agency
) -> None:
    grant(office, Role.REPORTER, elsewhere, by=None)
    assert set(agencies_where(office, Role.OFFICE)) == {county, finance, education}
    assert set(agencies_where(office, Role.REPORTER)) == {elsewhere}
    assert set(agencies_where(office)) == {county, finance, education, elsewhere}


@pytest.mark.parametrize("roles", [(), (Role.OFFICE,), STAFF, (Role.REVIEWER, Role.OFFICE), Role])
def test_any_of_several_roles_is_asked_for_at_once(
    roles: Any, office: User, finance: Agency, elsewhere: Agency, django_assert_max_num_queries: Any
) -> None:
    grant(office, Role.REPORTER, elsewhere, by=None)
    for agency in (finance, elsewhere):
        with django_assert_max_num_queries(1):
            told = can_any(office, roles, agency)
        assert told == any(can(office, role, agency) for role in roles)


def test_one_person_may_hold_roles_at_several_agencies(
    reporter: User, finance: Agency, education: Agency
) -> None:
    grant(reporter, Role.REVIEWER, education, by=None)
    assert can(reporter, Role.REPORTER, finance)
    assert can(reporter, Role.REVIEWER, education)
    assert not can(reporter, Role.REPORTER, education)
    assert roles_of(reporter) == {Role.REPORTER, Role.REVIEWER}


def test_a_disabled_person_may_do_nothing(reporter: User, finance: Agency) -> None:
    reporter.is_active = False
    assert not can(reporter, Role.REPORTER, finance)
    assert not agencies_where(reporter).exists()
    assert not has_role(reporter, Role.REPORTER)
    assert not roles_of(reporter)


def test_a_stranger_may_do_nothing(finance: Agency) -> None:
    assert not can(AnonymousUser(), Role.REPORTER, finance)
    assert not agencies_where(AnonymousUser(), Role.OFFICE).exists()
    assert not roles_of(AnonymousUser())


@pytest.mark.parametrize(("first", "second"), [*permutations(sorted(ADMINISTRATORS), 2)])
def test_no_two_administrator_roles_are_held_by_one_person(
    first: str, second: str, county: Agency, elsewhere: Agency
) -> None:
    user = make_user(roles={first: county})
    with pytest.raises(ValidationError, match="三个人"):
        grant(user, second, elsewhere, by=None)


def test_the_same_administrator_role_may_be_held_twice(
    sysadmin: User, county: Agency, elsewhere: Agency
) -> None:
    grant(sysadmin, Role.SYSADMIN, elsewhere, by=None)
    assert set(agencies_where(sysadmin, Role.SYSADMIN)) == {county, elsewhere}


def test_a_revoked_role_is_gone(reporter: User, finance: Agency) -> None:
    assert can(reporter, Role.REPORTER, finance)
    revoke(reporter, Role.REPORTER, finance, by=None)
    assert not can(reporter, Role.REPORTER, finance)


def test_granting_twice_is_granting_once(reporter: User, finance: Agency) -> None:
    before = AccountEvent.objects.count()
    grant(reporter, Role.REPORTER, finance, by=None)
    assert reporter.memberships.count() == 1
    assert AccountEvent.objects.count() == before


def test_who_granted_and_revoked_is_on_record(
    office: User, reporter: User, finance: Agency
) -> None:
    grant(reporter, Role.REVIEWER, finance, by=office, ip="10.0.0.9")
    revoke(reporter, Role.REVIEWER, finance, by=office)
    kinds = AccountEvent.objects.filter(actor=office, person=reporter, role=Role.REVIEWER)
    assert [event.kind for event in kinds] == ["revoked", "granted"]


def test_only_a_system_administrator_may_enter_the_admin(sysadmin: User, secadmin: User) -> None:
    assert sysadmin.is_staff
    assert not secadmin.is_staff


def test_who_is_no_longer_system_administrator_leaves_the_admin(
    sysadmin: User, county: Agency
) -> None:
    revoke(sysadmin, Role.SYSADMIN, county, by=None)
    sysadmin.refresh_from_db()
    assert not sysadmin.is_staff


def test_the_account_log_cannot_be_changed_or_thinned(reporter: User) -> None:
    assert AccountEvent.objects.exists()
    with pytest.raises(TypeError):
        AccountEvent.objects.update(kind="created")
    with pytest.raises(TypeError):
        AccountEvent.objects.all().delete()
    with pytest.raises(TypeError):
        AccountEvent.objects.all()[0].delete()


def test_agencies_where_is_part_of_another_query(
    office: User, finance: Agency, django_assert_num_queries: Any
) -> None:
    below = agencies_where(office, Role.OFFICE, Role.REPORTER)
    with django_assert_num_queries(1):
        assert finance in list(Agency.objects.filter(parent__in=below))
