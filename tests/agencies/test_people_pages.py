"""The people pages: what each keeper sees and does, and what a one-time password is worth."""

import re

import pytest
from django.test import Client

from agencies.models import AccountEvent, Agency, Role, User
from agencies.roles import can
from tests.make import make_user

LIST = "/accounts/people/"


def _as(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def _secret(page: str) -> str:
    found = re.search(r'class="secret">([^<]+)<', page)
    assert found, page
    return found.group(1)


def test_the_office_sees_the_people_of_its_subtree(
    office: User, reporter: User, outsider: User, elsewhere: Agency
) -> None:
    make_user("stranger", {Role.REPORTER: elsewhere}, name="外县人")
    page = _as(office).get(LIST).content.decode()
    assert "王填报" in page
    assert "赵旁人" in page
    assert "外县人" not in page


def test_a_person_with_one_foot_outside_is_not_kept_here(
    office: User, finance: Agency, elsewhere: Agency
) -> None:
    both = make_user("both", {Role.REPORTER: finance, Role.REVIEWER: elsewhere}, name="两处人")
    assert "两处人" not in _as(office).get(LIST).content.decode()
    assert _as(office).get(f"{LIST}{both.pk}/").status_code == 404


def test_people_are_found_by_name(office: User, reporter: User, reviewer: User) -> None:
    page = _as(office).get(LIST, {"q": "李"}).content.decode()
    assert "李审核" in page
    assert "王填报" not in page


@pytest.mark.parametrize("who", ["reporter", "reviewer", "outsider", "auditor"])
def test_people_are_kept_by_keepers_alone(who: str, request: pytest.FixtureRequest) -> None:
    client = _as(request.getfixturevalue(who))
    assert client.get(LIST).status_code == 403
    assert client.get(f"{LIST}new/").status_code == 403


@pytest.mark.parametrize("who", ["office", "sysadmin"])
def test_a_new_person_signs_in_with_what_was_shown_and_must_change_it(
    who: str, finance: Agency, request: pytest.FixtureRequest
) -> None:
    told = {"username": "xin", "name": "新同事", "home": finance.pk}
    page = _as(request.getfixturevalue(who)).post(f"{LIST}new/", told).content.decode()
    client = Client()
    client.post("/accounts/login/", {"username": "xin", "password": _secret(page)})
    assert client.get(LIST).headers["Location"] == "/accounts/password/"


def test_a_security_administrator_makes_no_accounts(secadmin: User) -> None:
    assert _as(secadmin).get(LIST).status_code == 200
    assert _as(secadmin).get(f"{LIST}new/").status_code == 403


def test_no_one_is_made_outside_the_own_subtree(office: User, elsewhere: Agency) -> None:
    told = {"username": "xin", "name": "新同事", "home": elsewhere.pk}
    _as(office).post(f"{LIST}new/", told)
    assert not User.objects.filter(username="xin").exists()


@pytest.mark.parametrize("who", ["office", "sysadmin", "secadmin"])
def test_a_reset_shows_a_password_once_that_must_be_changed(
    who: str, reporter: User, request: pytest.FixtureRequest
) -> None:
    client = _as(request.getfixturevalue(who))
    answer = client.post(f"{LIST}{reporter.pk}/reset/")
    secret = _secret(answer.content.decode())
    reporter.refresh_from_db()
    assert reporter.check_password(secret)
    assert reporter.must_change_password
    assert "no-store" in answer.headers["Cache-Control"]
    assert secret not in client.get(f"{LIST}{reporter.pk}/").content.decode()


def test_a_reset_lifts_a_lockout(client: Client, office: User, reporter: User) -> None:
    told = {"username": "wang", "password": "Bu-dui-1234"}
    codes = [client.post("/accounts/login/", told).status_code for _ in range(6)]
    assert codes[-1] == 429
    page = _as(office).post(f"{LIST}{reporter.pk}/reset/").content.decode()
    told["password"] = _secret(page)
    assert client.post("/accounts/login/", told).status_code == 302


def test_the_office_disables_and_enables(office: User, reporter: User) -> None:
    _as(office).post(f"{LIST}{reporter.pk}/disable/")
    reporter.refresh_from_db()
    assert not reporter.is_active
    _as(office).post(f"{LIST}{reporter.pk}/enable/")
    reporter.refresh_from_db()
    assert reporter.is_active


@pytest.mark.parametrize("who", ["office", "secadmin"])
def test_roles_are_granted_and_taken_back(
    who: str, reporter: User, education: Agency, request: pytest.FixtureRequest
) -> None:
    client = _as(request.getfixturevalue(who))
    told = {"role": "reviewer", "agency": education.pk}
    client.post(f"{LIST}{reporter.pk}/grant/", told)
    assert can(reporter, Role.REVIEWER, education)
    membership = reporter.memberships.get(role=Role.REVIEWER)
    client.post(f"{LIST}{reporter.pk}/revoke/{membership.pk}/")
    assert not can(reporter, Role.REVIEWER, education)


def test_a_person_is_edited(office: User, reporter: User, education: Agency) -> None:
    told = {"name": "王改名", "home": education.pk, "phone": "1", "username": "other"}
    _as(office).post(f"{LIST}{reporter.pk}/", told)
    reporter.refresh_from_db()
    assert (reporter.name, reporter.home, reporter.username) == ("王改名", education, "wang")


def test_a_bad_edit_says_why_and_changes_nothing(office: User, reporter: User) -> None:
    page = _as(office).post(f"{LIST}{reporter.pk}/", {"name": "", "email": "x"}).content.decode()
    assert "invalid-feedback" in page
    reporter.refresh_from_db()
    assert reporter.name == "王填报"


@pytest.mark.parametrize("deed", ["reset", "enable", "disable", "grant", "revoke/1"])
def test_nothing_is_done_by_following_a_link(office: User, reporter: User, deed: str) -> None:
    assert _as(office).get(f"{LIST}{reporter.pk}/{deed}/").status_code == 405


@pytest.mark.parametrize(("who", "code"), [("auditor", 200), ("secadmin", 200), ("office", 403)])
def test_the_log_is_for_audit_and_security(
    who: str, code: int, request: pytest.FixtureRequest
) -> None:
    assert _as(request.getfixturevalue(who)).get("/accounts/log/").status_code == code


def test_the_log_tells_of_people_in_reach_only(
    auditor: User, sysadmin: User, elsewhere: Agency
) -> None:
    make_user("stranger", {Role.REPORTER: elsewhere}, name="外县人")
    assert AccountEvent.objects.filter(person__name="外县人").exists()
    page = _as(auditor).get("/accounts/log/").content.decode()
    assert "周系统" in page
    assert "外县人" not in page


@pytest.mark.parametrize("username", ["ﬀ" * 100, "x" * 151])
def test_a_user_name_is_measured_as_it_will_be_kept(
    username: str, office: User, finance: Agency
) -> None:
    client = Client()
    client.force_login(office)
    told = {"username": username, "name": "张三", "home": finance.pk}
    assert client.post("/accounts/people/new/", told).status_code == 200
    assert not User.objects.filter(name="张三").exists()
