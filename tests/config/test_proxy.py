"""The client's address is believed only where the installation says who wrote it."""

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from config.proxy import client_address


@pytest.mark.parametrize(
    ("trusted", "header", "expected"),
    [
        (False, "", "10.0.0.1"),
        (False, "203.0.113.9", "10.0.0.1"),
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "127.0.0.1, 203.0.113.9", "203.0.113.9"),
        (True, "", "10.0.0.1"),
        (True, "unknown", "10.0.0.1"),
        (True, "203.0.113.9, 999.1.1.1", "10.0.0.1"),
        (True, "fe80::1%eth0", "fe80::1"),
    ],
)
def test_only_the_last_word_of_a_trusted_proxy_counts(
    *, trusted: bool, header: str, expected: str, settings: Settings
) -> None:
    settings.TRUST_PROXY = trusted
    sent = {"X-Forwarded-For": header} if header else {}
    request = RequestFactory(REMOTE_ADDR="10.0.0.1").get("/", headers=sent)
    assert client_address(request) == expected


@pytest.mark.parametrize("peer", ["", "unix:", "not an address"])
def test_what_is_no_address_is_not_passed_on(peer: str) -> None:
    assert client_address(RequestFactory(REMOTE_ADDR=peer).get("/")) == ""


@pytest.mark.django_db
@pytest.mark.parametrize("peer", ["", "10.0.0.1"])
def test_guessing_ends_wherever_it_comes_from(peer: str) -> None:
    stranger = Client(REMOTE_ADDR=peer)
    guess = {"username": "wang", "password": "Guess-2024"}
    told = [stranger.post("/accounts/login/", guess).status_code for _ in range(6)]
    assert told == [200, 200, 200, 200, 429, 429]
