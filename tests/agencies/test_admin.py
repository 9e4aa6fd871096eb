"""The back room: for system administrators, within their subtree, through the tree's own door."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from agencies.models import Agency, Role, User
from tests.make import make_agency, make_user

AGENCIES = "/admin/agencies/agency/"
NO_NAMES = {f"names-{key}": "0" for key in ("TOTAL_FORMS", "INITIAL_FORMS")}


def _as(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def _told(agency: Agency, **more: Any) -> dict[str, Any]:
    columns = ("name", "kind", "level", "office_name")
    told = {name: getattr(agency, name) for name in columns}
    return {**told, "parent": agency.parent_id or "", **NO_NAMES, **more}


@pytest.mark.parametrize("who", ["reporter", "reviewer", "office", "secadmin", "auditor"])
def test_only_system_administrators_come_in(who: str, request: pytest.FixtureRequest) -> None:
    answer = _as(request.getfixturevalue(who)).get("/admin/", follow=True)
    assert answer.status_code == 403


def test_a_stranger_is_sent_to_our_own_sign_in(client: Client, db: None) -> None:
    answer = client.get("/admin/agencies/user/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/accounts/login/")


def test_a_system_administrator_plants_an_agency(sysadmin: User, county: Agency) -> None:
    told = {"name": "数据局", "slug": "shuju", "kind": "department", "level": "county"}
    _as(sysadmin).post(f"{AGENCIES}add/", {**told, "parent": county.pk, **NO_NAMES})
    planted = Agency.objects.get(slug="shuju")
    assert planted.path == "moumou/shuju/"
    assert planted.names.get().name == "数据局"


def test_a_new_name_needs_its_day(sysadmin: User, finance: Agency) -> None:
    client, page = _as(sysadmin), f"{AGENCIES}{finance.pk}/change/"
    assert client.post(page, _told(finance, name="新财政局")).status_code == 200
    told = _told(finance, name="新财政局", renamed_on="2024-03-01")
    assert client.post(page, told).status_code == 302
    finance.refresh_from_db()
    assert finance.name == "新财政局"
    assert finance.name_on(date(2024, 1, 1)) == "某某县财政局"


def test_a_move_goes_through_the_tree(sysadmin: User, finance: Agency, education: Agency) -> None:
    told = _told(finance, parent=education.pk)
    _as(sysadmin).post(f"{AGENCIES}{finance.pk}/change/", told)
    finance.refresh_from_db()
    assert finance.path == "moumou/jiaoyu/caizheng/"


def test_an_agency_is_not_put_below_itself(sysadmin: User, finance: Agency) -> None:
    told = _told(finance, parent=finance.pk)
    answer = _as(sysadmin).post(f"{AGENCIES}{finance.pk}/change/", told)
    assert "不能是本机构" in answer.content.decode()


def test_the_top_of_one_s_subtree_stays_in_its_tree(county: Agency, finance: Agency) -> None:
    below = make_agency("guoku", parent=finance)
    lower = make_user("lower", {Role.SYSADMIN: finance})
    told = _told(finance, parent=below.pk, short_name="财政")
    _as(lower).post(f"{AGENCIES}{finance.pk}/change/", told)
    finance.refresh_from_db()
    assert (finance.parent, finance.short_name) == (county, "财政")


def test_another_tree_is_out_of_sight(sysadmin: User, elsewhere: Agency) -> None:
    page = _as(sysadmin).get(AGENCIES).content.decode()
    assert "某某县人民政府" in page
    assert "邻县" not in page
    assert _as(sysadmin).get(f"{AGENCIES}{elsewhere.pk}/change/").status_code == 302


@pytest.mark.parametrize("model", ["user", "membership", "accountevent", "succession"])
def test_the_rest_is_only_read(model: str, sysadmin: User, reporter: User) -> None:
    client = _as(sysadmin)
    assert client.get(f"/admin/agencies/{model}/").status_code == 200
    pk = reporter.pk if model == "user" else 1
    assert client.post(f"/admin/agencies/{model}/{pk}/delete/", {"post": "yes"}).status_code != 200
    assert User.objects.filter(pk=reporter.pk).exists()


@pytest.mark.parametrize("model", ["user", "membership", "accountevent"])
def test_people_roles_and_events_are_not_added_here(model: str, sysadmin: User) -> None:
    assert _as(sysadmin).get(f"/admin/agencies/{model}/add/").status_code == 403


def test_a_user_cannot_be_changed_here(sysadmin: User, reporter: User) -> None:
    page = f"/admin/agencies/user/{reporter.pk}/change/"
    assert _as(sysadmin).get(page).status_code == 200
    assert _as(sysadmin).post(page, {"name": "别人", "is_active": ""}).status_code == 403


def test_a_succession_is_added_and_stays(
    sysadmin: User, finance: Agency, education: Agency
) -> None:
    told = {"from_agency": finance.pk, "to_agency": education.pk, "kind": "merge", "on": "2024-1-1"}
    _as(sysadmin).post("/admin/agencies/succession/add/", told)
    assert finance.successors.get().to_agency == education
