"""Days in the lists of people and in the account log are written as people write them."""

from __future__ import annotations

from datetime import datetime

from django.test import Client
from django.utils import timezone

from agencies.models import AccountEvent, User

AT = timezone.make_aware(datetime(2026, 1, 5, 9, 3, 7))  # noqa: DTZ001 made aware here


def read(user: User, path: str) -> str:
    client = Client()
    client.force_login(user)
    return client.get(path).content.decode()


def test_the_last_sign_in_is_written_in_chinese(sysadmin: User, reporter: User) -> None:
    User.objects.filter(pk=reporter.pk).update(last_login=AT)
    assert "2026年1月5日 09:03" in read(sysadmin, "/accounts/people/")


def test_the_log_is_written_in_chinese(auditor: User, reporter: User) -> None:
    AccountEvent.objects.create(kind="signed_in", person=reporter, actor=reporter)
    at = timezone.localtime(AccountEvent.objects.filter(person=reporter).latest("pk").at)
    assert f"{at.year}年{at.month}月{at.day}日 {at:%H:%M:%S}" in read(auditor, "/accounts/log/")


def test_an_event_names_its_local_time() -> None:
    assert str(AccountEvent(at=AT, kind="signed_in")) == "2026年1月5日 09:03 登录"
