"""Who is mentioned hears of it by mail, where that is switched on; what was said stays inside."""

from __future__ import annotations

import pytest
from django.core import mail as outbox
from pytest_django import Settings

from agencies.models import User
from reports import commenting, mail
from reports.models import Job, Report

SAID = "请与台账核对。"


@pytest.fixture
def mailed(settings: Settings, reporter: User) -> User:
    settings.NOTIFY_BY_MAIL = True
    User.objects.filter(pk=reporter.pk).update(email="wang@example.invalid")
    return reporter


def said(draft: Report, reviewer: User, to: User) -> None:
    commenting.start(draft.pk, "section.2", SAID, reviewer, [to.pk])


def test_who_is_mentioned_gets_a_mail_that_quotes_nothing(
    draft: Report, reviewer: User, mailed: User
) -> None:
    said(draft, reviewer, mailed)
    mail.deliver(Job.objects.get(kind="mail", key__startswith="mail:comment:"))
    (message,) = outbox.outbox
    assert message.to == ["wang@example.invalid"]
    assert f"李审核在《{draft.title}》的批注中提到您" in message.body
    assert SAID not in f"{message.subject}{message.body}"


def test_nobody_gets_mail_unless_it_is_switched_on(
    draft: Report, reviewer: User, mailed: User, settings: Settings
) -> None:
    settings.NOTIFY_BY_MAIL = False
    said(draft, reviewer, mailed)
    assert not Job.objects.filter(kind="mail").exists()
