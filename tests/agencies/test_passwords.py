"""Passwords: what is refused, what a change and a reset leave behind."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.password_validation import (
    password_validators_help_texts,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from agencies.accounts import change_password
from agencies.models import AccountEvent, User
from agencies.passwords import CharacterClassValidator, change_due, one_time_password
from tests.make import PASSWORD

NEW = "Xin-mima-2025"


@pytest.mark.parametrize(
    "weak",
    ["Ab1-", "abcdefghij", "abcdefgh12", "ABCDEFGH12", "12345678-_", "Password123", "Wang-wang-1"],
)
def test_a_weak_password_is_refused(reporter: User, weak: str) -> None:
    reporter.username = "wang-wang"
    with pytest.raises(ValidationError):
        validate_password(weak, reporter)


@pytest.mark.parametrize(
    "good", ["Kbcdefghi1", "abcdefgh1-", "ABCDEFGH1-", "Abcdefgh--", "密码Aa345678"]
)
def test_three_of_four_classes_are_enough(reporter: User, good: str) -> None:
    validate_password(good, reporter)


def test_every_reason_against_a_password_is_told_in_chinese(reporter: User) -> None:
    reporter.username = "password"
    with pytest.raises(ValidationError) as refused:
        validate_password("password", reporter)
    assert len(refused.value.messages) == 4
    assert not any(re.search("[a-z你]", told) for told in refused.value.messages)
    assert not re.search("[a-z你]", "".join(password_validators_help_texts()))


def test_the_last_five_passwords_are_refused_and_the_sixth_is_not(reporter: User) -> None:
    for number in range(1, 6):
        change_password(reporter, f"Mima-hao-{number}")
    with pytest.raises(ValidationError, match="最近5次"):
        validate_password("Mima-hao-1", reporter)
    validate_password(PASSWORD, reporter)


def test_a_one_time_password_meets_the_rules_and_never_repeats() -> None:
    made = [one_time_password() for _ in range(50)]
    for password in made:
        CharacterClassValidator().validate(password)
    assert len(set(made)) == len(made)


def test_a_password_is_changed_on_its_page(client: Client, reporter: User) -> None:
    client.force_login(reporter)
    answer = _change(client, PASSWORD, NEW)
    reporter.refresh_from_db()
    assert answer.status_code == 302
    assert reporter.check_password(NEW)
    assert reporter.password_changed_at is not None
    assert AccountEvent.objects.filter(kind="password_changed", person=reporter).exists()


def test_who_changes_the_password_stays_and_other_sessions_end(reporter: User) -> None:
    here, there = Client(), Client()
    here.force_login(reporter)
    there.force_login(reporter)
    _change(here, PASSWORD, NEW)
    assert here.get("/accounts/password/").status_code == 200
    assert there.get("/accounts/password/").status_code == 302


def test_a_wrong_old_password_changes_nothing(client: Client, reporter: User) -> None:
    client.force_login(reporter)
    assert "原密码不正确" in _change(client, "Bu-dui-1234", NEW).content.decode()
    reporter.refresh_from_db()
    assert reporter.check_password(PASSWORD)


@pytest.mark.parametrize("page", ["/accounts/people/", "/accounts/log/", "/admin/"])
def test_a_due_change_comes_before_every_page(client: Client, office: User, page: str) -> None:
    User.objects.filter(pk=office.pk).update(must_change_password=True)
    client.force_login(office)
    assert client.get(page).headers["Location"] == "/accounts/password/"
    _change(client, PASSWORD, NEW)
    assert client.get("/accounts/people/").status_code == 200


def test_a_program_is_told_of_a_due_change(client: Client, office: User) -> None:
    User.objects.filter(pk=office.pk).update(must_change_password=True)
    client.force_login(office)
    answer = client.get("/accounts/people/", headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["error"]) == (403, "password_change_required")


def test_a_password_may_grow_too_old(reporter: User, settings: Settings) -> None:
    reporter.password_changed_at = timezone.now() - timedelta(days=91)
    assert not change_due(reporter)
    settings.PASSWORD_MAX_AGE_DAYS = 90
    assert change_due(reporter)
    reporter.is_demo = True
    assert not change_due(reporter)


def _change(client: Client, old: str, new: str) -> Any:
    told = {"old_password": old, "new_password1": new, "new_password2": new}
    return client.post("/accounts/password/", told)
