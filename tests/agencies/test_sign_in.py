"""Signing in and out, failing, being locked out; nothing tells whether a name exists."""

from typing import Any

import pytest
from django.test import Client

from agencies.models import AccountEvent, User
from tests.make import PASSWORD

NOTICE = "本系统为非涉密系统，严禁处理国家秘密和工作秘密"
JSON = {"accept": "application/json"}


def _sign_in(client: Client, username: str, password: str = PASSWORD, **more: Any) -> Any:
    told = {"username": username, "password": password, **more.pop("told", {})}
    return client.post("/accounts/login/", told, **more)


def _kinds(person: User | None) -> list[str]:
    events = AccountEvent.objects.filter(person=person, agency=None).order_by("pk")
    return [event.kind for event in events]


def test_the_sign_in_page_carries_the_notice(client: Client, db: None) -> None:
    assert NOTICE in client.get("/accounts/login/").content.decode()


def test_a_person_signs_in_and_out(client: Client, reporter: User) -> None:
    assert _sign_in(client, "wang").headers["Location"] == "/"
    assert client.get("/accounts/password/").status_code == 200
    assert client.post("/accounts/logout/").headers["Location"] == "/accounts/login/"
    assert client.get("/accounts/password/").status_code == 302
    assert _kinds(reporter) == ["signed_in", "signed_out"]


def test_signing_out_needs_a_press_and_not_a_link(client: Client, reporter: User) -> None:
    client.force_login(reporter)
    assert client.get("/accounts/logout/").status_code == 405
    assert client.get("/accounts/password/").status_code == 200


def test_a_session_gets_a_new_key_at_sign_in(client: Client, reporter: User) -> None:
    client.get("/accounts/login/")
    session = client.session
    session["kept"] = "by a stranger"
    session.save()
    _sign_in(client, "wang")
    assert client.session.session_key != session.session_key


@pytest.mark.parametrize(
    "place", ["https://evil.example/", "//evil.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_to_another_site(client: Client, reporter: User, place: str) -> None:
    assert _sign_in(client, "wang", told={"next": place}).headers["Location"] == "/"


def test_an_unknown_name_and_a_wrong_password_read_alike(client: Client, reporter: User) -> None:
    wrong = _sign_in(client, "wang", "Bu-dui-1234").content.decode()
    unknown = _sign_in(client, "nobody", "Bu-dui-1234").content.decode()
    assert "用户名或密码不正确" in wrong
    assert _told(wrong) == _told(unknown)


def test_a_disabled_account_reads_like_a_wrong_password(client: Client, reporter: User) -> None:
    User.objects.filter(pk=reporter.pk).update(is_active=False)
    assert "用户名或密码不正确" in _sign_in(client, "wang").content.decode()


@pytest.mark.parametrize("username", ["wang", "nobody"])
def test_five_failures_lock_whether_or_not_the_name_exists(
    client: Client, reporter: User, username: str
) -> None:
    for _ in range(5):
        _sign_in(client, username, "Bu-dui-1234")
    locked = _sign_in(client, username, PASSWORD)
    assert locked.status_code == 429
    assert "已暂停登录30分钟" in locked.content.decode()


def test_a_lockout_is_for_one_name_from_one_address(
    client: Client, reporter: User, reviewer: User
) -> None:
    for _ in range(6):
        _sign_in(client, "wang", "Bu-dui-1234")
    assert _sign_in(Client(), "li").status_code == 302
    assert _sign_in(Client(REMOTE_ADDR="10.1.1.1"), "wang").status_code == 302


def test_a_name_in_wide_letters_counts_for_the_same_lock(client: Client, reporter: User) -> None:
    for _ in range(6):
        _sign_in(client, "ｗａｎｇ", "Bu-dui-1234")
    assert _sign_in(client, "wang").status_code == 429


def test_failures_are_on_record_without_what_was_typed(client: Client, reporter: User) -> None:
    _sign_in(client, "wang", "Bu-dui-1234")
    _sign_in(client, "Typed-my-Password-1", "x")
    assert _kinds(reporter) == ["sign_in_failed"]
    assert _kinds(None) == ["sign_in_failed"]
    assert "Typed-my" not in str(list(AccountEvent.objects.values()))


def test_a_dialog_gets_json_and_a_token(client: Client, reporter: User) -> None:
    answer = _sign_in(client, "wang", headers=JSON, told={"as_user": "wang"})
    assert isinstance(answer.json()["csrf_token"], str)
    assert answer.json()["user"] == "wang"


def test_another_person_cannot_sign_in_to_an_open_page(
    client: Client, reporter: User, reviewer: User
) -> None:
    answer = _sign_in(client, "li", headers=JSON, told={"as_user": "wang"})
    assert answer.status_code == 409
    assert "由本人登录" in answer.json()["messages"][0]
    assert client.get("/accounts/password/").status_code == 302


def test_a_dialog_is_told_of_a_failure_and_of_a_lockout(client: Client, reporter: User) -> None:
    codes = [_sign_in(client, "wang", "x", headers=JSON).status_code for _ in range(6)]
    assert codes[0] == 400
    assert codes[-1] == 429


def test_signing_in_needs_a_token(reporter: User) -> None:
    assert _sign_in(Client(enforce_csrf_checks=True), "wang").status_code == 403


def test_a_socket_without_an_address_breaks_nothing(client: Client, reporter: User) -> None:
    assert _sign_in(client, "wang", REMOTE_ADDR="").status_code == 302
    assert AccountEvent.objects.get(kind="signed_in").ip is None


def _told(page: str) -> str:
    return page.partition('role="alert">')[2].partition("<")[0]
