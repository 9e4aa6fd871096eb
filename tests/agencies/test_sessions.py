"""Sessions: they end in time, a timer does not lengthen them, a page asks without doing so."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from agencies import accounts, sessions
from agencies.models import AccountEvent, User

MINUTE, HOUR = 60, 3600
JSON = {"accept": "application/json"}
BY_TIMER = {"x-background": "1"}

Wait = Callable[[int], None]


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Wait:
    now = [sessions._now()]
    monkeypatch.setattr(sessions, "_now", lambda: now[0])

    def later(seconds: int) -> None:
        now[0] += seconds

    return later


@pytest.fixture
def signed_in(client: Client, reporter: User, wait: Wait) -> Client:
    client.force_login(reporter)
    client.get("/accounts/password/")
    return client


def _is_in(client: Client) -> bool:
    return client.get("/accounts/password/").status_code == 200


def test_half_an_hour_without_doing_ends_a_session(signed_in: Client, wait: Wait) -> None:
    wait(30 * MINUTE - 1)
    assert _is_in(signed_in)
    wait(30 * MINUTE)
    assert not _is_in(signed_in)


def test_twelve_hours_end_a_session_however_busy(signed_in: Client, wait: Wait) -> None:
    for _ in range(12 * 3 - 1):
        wait(20 * MINUTE)
        assert _is_in(signed_in)
    wait(20 * MINUTE)
    assert not _is_in(signed_in)


def test_a_timer_in_the_page_does_not_lengthen_a_session(signed_in: Client, wait: Wait) -> None:
    for _ in range(3):
        wait(9 * MINUTE)
        assert signed_in.get("/accounts/password/", headers=BY_TIMER).status_code == 200
    wait(4 * MINUTE)
    assert not _is_in(signed_in)


def test_asking_how_long_does_not_lengthen_a_session(signed_in: Client, wait: Wait) -> None:
    wait(29 * MINUTE)
    told = signed_in.get("/accounts/session/").json()
    assert (told["user"], told["seconds_left"]) == ("wang", MINUTE)
    wait(MINUTE)
    assert signed_in.get("/accounts/session/").json()["user"] is None


def test_a_person_goes_on_by_pressing(signed_in: Client, wait: Wait) -> None:
    wait(29 * MINUTE)
    assert signed_in.post("/accounts/session/").json()["seconds_left"] == 30 * MINUTE


def test_a_stranger_cannot_go_on_but_gets_a_token(client: Client, db: None) -> None:
    assert client.post("/accounts/session/").status_code == 401
    told = client.get("/accounts/session/").json()
    assert told["seconds_left"] == 0
    assert told["csrf_token"]


def test_an_expired_page_leads_to_sign_in_and_says_why_once(signed_in: Client, wait: Wait) -> None:
    wait(31 * MINUTE)
    answer = signed_in.get("/accounts/password/", follow=True)
    assert answer.redirect_chain == [("/accounts/login/?next=/accounts/password/", 302)]
    assert "已自动退出" in answer.content.decode()
    assert "已自动退出" not in signed_in.get("/accounts/login/").content.decode()


def test_an_expired_program_gets_401_and_no_page(signed_in: Client, wait: Wait) -> None:
    wait(31 * MINUTE)
    answer = signed_in.get("/accounts/password/", headers=JSON)
    assert (answer.status_code, answer.json()["error"]) == (401, "signed_out")


def test_an_end_by_time_is_on_record(signed_in: Client, reporter: User, wait: Wait) -> None:
    wait(31 * MINUTE)
    signed_in.get("/accounts/password/")
    assert AccountEvent.objects.filter(kind="expired", person=reporter).count() == 1


def test_disabling_ends_sessions_and_enabling_does_not_revive_them(
    signed_in: Client, reporter: User
) -> None:
    accounts.switch(reporter, None, on=False)
    assert not _is_in(signed_in)
    accounts.switch(reporter, None, on=True)
    assert not _is_in(signed_in)


def test_a_session_of_before_a_disabling_stays_dead(signed_in: Client, reporter: User) -> None:
    accounts.switch(reporter, None, on=False)
    accounts.switch(reporter, None, on=True)
    assert not _is_in(signed_in)


def test_a_new_secret_key_signs_nobody_out(signed_in: Client, settings: Settings) -> None:
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another" * 10
    assert _is_in(signed_in)
    settings.SECRET_KEY_FALLBACKS = []
    settings.SECRET_KEY = "a third" * 10
    assert not _is_in(signed_in)


def test_a_reset_ends_sessions(signed_in: Client, reporter: User) -> None:
    accounts.reset_password(reporter, None)
    assert not _is_in(signed_in)


def test_a_page_left_open_does_nothing_in_the_name_of_who_signs_in_beside_it(
    signed_in: Client, reporter: User
) -> None:
    theirs, mine = {"x-page-of": "another"}, {"x-page-of": reporter.username}
    refused = signed_in.post("/accounts/session/", headers=JSON | theirs)
    assert (refused.status_code, refused.json()["error"]) == (401, "signed_out")
    assert signed_in.get("/accounts/session/", headers=JSON | theirs).json()["csrf_token"]
    assert signed_in.post("/accounts/session/", headers=JSON | mine).status_code == 200
