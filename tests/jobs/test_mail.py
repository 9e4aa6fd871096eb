"""What a person is told by mail, and what becomes of mail that nobody takes."""

import pytest
from django.core import mail as outbox
from django.core.mail import EmailMessage
from pytest_django import Settings

from agencies.models import User
from reports import mail, tasks
from reports.models import Job

pytestmark = [pytest.mark.jobs, pytest.mark.django_db(transaction=True)]


def sent() -> EmailMessage:
    (message,) = outbox.outbox
    return message


def test_the_next_person_is_told_which_report_waits(letter: Job) -> None:
    tasks.run(letter.pk)
    letter.refresh_from_db()
    assert letter.state == Job.State.DONE
    assert sent().to == ["li@example.invalid"]
    assert "某某县财政局2024年政府信息公开工作年度报告" in sent().subject
    assert "审签中" in sent().body


def test_a_mail_sent_again_has_the_same_id(letter: Job) -> None:
    mail.deliver(letter)
    mail.deliver(letter)
    first, second = (message.extra_headers["Message-ID"] for message in outbox.outbox)
    assert first == second


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}])
def test_nothing_is_sent_without_an_address_or_to_a_closed_account(
    letter: Job, reviewer: User, change: dict[str, object]
) -> None:
    User.objects.filter(pk=reviewer.pk).update(**change)
    tasks.run(letter.pk)
    letter.refresh_from_db()
    assert letter.state == Job.State.DONE
    assert not outbox.outbox


def test_mail_that_no_server_takes_fails_after_five_attempts_naming_nobody(
    letter: Job, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    settings.JOB_RETRY_SECONDS = 0
    for _ in range(5):
        tasks.run(letter.pk)
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (Job.State.FAILED, 5)
    assert letter.error == "NotDeliveredError: ConnectionRefusedError"
