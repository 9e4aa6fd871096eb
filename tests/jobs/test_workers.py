"""Workers that are killed, woken too often, woken too late, or not woken at all."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from agencies.models import User
from config import wakes
from reports import jobs
from reports.models import Job, Report
from tests.processes import ROOT, Crew, until

pytestmark = pytest.mark.jobs

# A request in a process whose broker is away; prints how long it waited.
REQUEST = """
import sys, time
import config.wsgi
from django.db import transaction
from reports import jobs
event, user = map(int, sys.argv[1:])
begun = time.monotonic()
with transaction.atomic():
    for turn in range(3):
        jobs.enqueue("mail", f"mail:{event}:{user}", {"event": event, "user": user})
print(time.monotonic() - begun)
"""


def is_done(job: Job) -> bool:
    job.refresh_from_db()
    return job.state == Job.State.DONE


def letters(mailbox: Path) -> int:
    return len(list(mailbox.iterdir())) if mailbox.exists() else 0


def test_a_job_announced_many_times_to_two_workers_is_done_once(
    crew: Crew, mailbox: Path, letter: Job
) -> None:
    crew.ready(crew.start_worker(), crew.start_worker())
    for _ in range(10):
        assert wakes.wake(letter.pk)
    until(lambda: is_done(letter))
    until(lambda: crew.output.count("not free") == 9)
    assert (letter.attempts, letters(mailbox)) == (1, 1)


def test_a_worker_killed_while_idle_is_replaced_by_another(
    crew: Crew, mailbox: Path, letter: Job
) -> None:
    first, second = crew.start_worker(), crew.start_worker()
    crew.ready(first, second, crew.start_sweep())
    first.kill()
    wakes.wake(letter.pk)
    until(lambda: is_done(letter))
    assert letters(mailbox) == 1


def test_without_a_broker_a_request_waits_no_second_and_its_work_is_done_later(
    workers: Crew, mailbox: Path, report: Report, reviewer: User, outsider: User
) -> None:
    User.objects.update(email="li@example.invalid")
    event = report.events.get()
    for broker, person in (("redis://127.0.0.1:1/0", reviewer), ("amqp://127.0.0.1:1//", outsider)):
        environment = {**workers.environment, "CELERY_BROKER_URL": broker}
        asked = [sys.executable, "-c", REQUEST, str(event.pk), str(person.pk)]
        answer = subprocess.run(asked, cwd=ROOT, env=environment, capture_output=True, check=True)
        assert float(answer.stdout) < 1
    until(lambda: Job.objects.filter(state=Job.State.DONE).count() == 2)
    assert letters(mailbox) == 2


def test_a_sweep_without_a_broker_leaves_the_wake_for_later(crew: Crew, letter: Job) -> None:
    crew.start("manage.py", "sweep", "--once", CELERY_BROKER_URL="redis://127.0.0.1:1/0")
    assert crew.started[0].process.wait(60) == 0
    assert "broker unreachable" in crew.output
    assert list(jobs.unanswered(timezone.now())) == [letter]


def test_a_job_for_later_waits_for_its_hour(workers: Crew, mailbox: Path, letter: Job) -> None:
    due_at = timezone.now() + timedelta(seconds=4)
    Job.objects.update(due_at=due_at)
    wakes.wake(letter.pk)
    until(lambda: "not free" in workers.output)
    letter.refresh_from_db()
    assert letter.attempts == 0
    until(lambda: is_done(letter))
    assert letter.finished_at
    assert letter.finished_at >= due_at
