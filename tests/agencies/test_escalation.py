"""Nobody gives himself more than he has, by any page, whatever he sends."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from agencies import accounts
from agencies.models import Agency, Membership, Role, User
from tests.make import make_agency, make_user

LIST = "/accounts/people/"
ADMINISTRATORS = ["sysadmin", "secadmin", "auditor"]
KEEPERS = ["office", "sysadmin", "secadmin"]


def _post(by: User, person: User, deed: str, **told: object) -> int:
    client = Client()
    client.force_login(by)
    return client.post(f"{LIST}{person.pk}/{deed}/", told).status_code


@pytest.mark.parametrize("keeper", KEEPERS)
@pytest.mark.parametrize("target", ADMINISTRATORS)
@pytest.mark.parametrize("deed", ["reset", "disable", "grant"])
def test_an_administrator_is_touched_by_nobody(
    keeper: str, target: str, deed: str, county: Agency, request: pytest.FixtureRequest
) -> None:
    by, person = request.getfixturevalue(keeper), request.getfixturevalue(target)
    before = (person.password, person.is_active, person.memberships.count())
    assert _post(by, person, deed, role="reporter", agency=county.pk) == 404
    person.refresh_from_db()
    assert (person.password, person.is_active, person.memberships.count()) == before


@pytest.mark.parametrize("keeper", KEEPERS)
@pytest.mark.parametrize("deed", ["reset", "disable", "grant"])
def test_no_keeper_keeps_himself(
    keeper: str, deed: str, county: Agency, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(keeper)
    assert _post(by, by, deed, role="office", agency=county.pk) == 404
    assert by.memberships.count() == 1


@pytest.mark.parametrize("keeper", ["office", "secadmin"])
@pytest.mark.parametrize("role", ADMINISTRATORS)
def test_no_page_makes_an_administrator(
    keeper: str, role: str, reporter: User, county: Agency, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(keeper)
    _post(by, reporter, "grant", role=role, agency=county.pk)
    with pytest.raises(PermissionDenied):
        accounts.grant(reporter, role, county, by)
    assert not Membership.objects.filter(user=reporter, role=role).exists()


def test_no_role_is_granted_outside_the_own_subtree(
    office: User, reporter: User, elsewhere: Agency
) -> None:
    _post(office, reporter, "grant", role="reporter", agency=elsewhere.pk)
    with pytest.raises(PermissionDenied):
        accounts.grant(reporter, Role.REPORTER, elsewhere, office)
    assert not Membership.objects.filter(user=reporter, agency=elsewhere).exists()


def test_the_office_of_a_town_cannot_touch_the_office_of_the_county(
    office: User, finance: Agency
) -> None:
    lower = make_user("town", {Role.OFFICE: finance})
    assert _post(lower, office, "reset") == 404
    assert _post(office, lower, "reset") == 200


@pytest.mark.parametrize("deed", ["disable", "enable"])
def test_a_security_administrator_switches_no_account(
    secadmin: User, reporter: User, deed: str
) -> None:
    assert _post(secadmin, reporter, deed) == 403


def test_a_system_administrator_grants_no_role(
    sysadmin: User, reporter: User, finance: Agency
) -> None:
    assert _post(sysadmin, reporter, "grant", role="reviewer", agency=finance.pk) == 403
    membership = reporter.memberships.get()
    assert _post(sysadmin, reporter, f"revoke/{membership.pk}") == 403
    assert [held.role for held in reporter.memberships.all()] == ["reporter"]


@pytest.mark.parametrize("who", ["reporter", "reviewer", "outsider"])
@pytest.mark.parametrize("deed", ["reset", "disable", "enable", "grant"])
def test_a_colleague_keeps_nobody(
    who: str, deed: str, finance: Agency, request: pytest.FixtureRequest
) -> None:
    person = make_user("target", {Role.REPORTER: finance})
    by = request.getfixturevalue(who)
    assert _post(by, person, deed, role="office", agency=finance.pk) == 404


def test_a_former_keeper_keeps_nobody(office: User, reporter: User) -> None:
    assert _post(office, reporter, "reset") == 200
    office.memberships.all().delete()
    assert _post(office, reporter, "reset") == 404


def test_a_role_taken_by_another_person_s_address_stays(
    office: User, reporter: User, outsider: User
) -> None:
    other = outsider.memberships.get()
    assert _post(office, reporter, f"revoke/{other.pk}") == 404
    assert outsider.memberships.exists()


def test_hidden_columns_cannot_be_sent_along(office: User, reporter: User) -> None:
    client = Client()
    client.force_login(office)
    told = {"name": "王", "home": reporter.memberships.get().agency_id, "is_staff": "on"}
    client.post(f"{LIST}{reporter.pk}/", told)
    reporter.refresh_from_db()
    assert (reporter.name, reporter.is_staff) == ("王", False)


def test_the_scope_of_a_keeper_moves_with_the_tree(office: User, county: Agency) -> None:
    from agencies.tree import move

    branch = make_agency("fenju")
    person = make_user("branch", {Role.REPORTER: branch})
    assert _post(office, person, "reset") == 404
    move(branch, county)
    assert _post(office, person, "reset") == 200
