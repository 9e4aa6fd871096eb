"""When a worker is woken again, and what is cleared away."""

from datetime import datetime, timedelta

import pytest
from celery import current_app
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from config import wakes
from reports import jobs
from reports.models import Heartbeat, Job

pytestmark = [pytest.mark.jobs, pytest.mark.django_db]


def ago(seconds: float) -> datetime:
    return timezone.now() - timedelta(seconds=seconds)


def perhaps_ago(seconds: float | None) -> datetime | None:
    return None if seconds is None else ago(seconds)


@pytest.mark.parametrize(
    ("state", "due", "sent", "lease", "expected"),
    [
        ("queued", 1, 1, None, False),
        ("queued", 7, 7, None, False),
        ("queued", 9, 9, None, True),
        ("queued", 1, None, None, True),
        ("queued", 1, 30, None, True),
        ("queued", -60, None, None, False),
        ("queued", 60, 20, None, False),
        ("queued", 60, 31, None, True),
        ("queued", 4000, 59, None, False),
        ("queued", 4000, 61, None, True),
        ("running", 50, 50, -5, False),
        ("running", 50, 50, 1, True),
        ("running", 50, 1, 5, False),
        ("running", 50, 9, 12, True),
        ("done", 50, 50, None, False),
        ("failed", 50, 50, None, False),
    ],
)
def test_a_job_is_announced_again_when_its_wake_must_be_lost(
    state: str, due: float, sent: float | None, lease: float | None, expected: bool
) -> None:
    job = Job.objects.create(
        kind="mail",
        key="1",
        state=state,
        due_at=ago(due),
        sent_at=perhaps_ago(sent),
        lease_until=perhaps_ago(lease),
    )
    assert list(jobs.unanswered(timezone.now())) == ([job] if expected else [])


def test_a_sweep_wakes_for_each_once(queue: None) -> None:
    for number in range(3):
        Job.objects.create(kind="mail", key=str(number))
    assert jobs.sweep() == 3
    assert jobs.sweep() == 0


def test_one_round_of_the_command_shows_that_it_lives() -> None:
    assert Heartbeat.age("sweep") is None
    call_command("sweep", once=True)
    age = Heartbeat.age("sweep")
    assert age is not None
    assert age < timedelta(seconds=30)


def test_delivered_wakes_are_deleted_from_the_embedded_broker(queue: None) -> None:
    if not wakes.is_embedded():
        assert wakes.forget_delivered() == 0
        return
    for number in (1, 2):
        assert wakes.wake(number)
    with current_app.connection_for_write() as connection:
        handed_out = connection.SimpleQueue(settings.CELERY_TASK_DEFAULT_QUEUE)
        assert handed_out.get(timeout=5)
    assert wakes.forget_delivered() == 1
    assert wakes.forget_delivered() == 0
