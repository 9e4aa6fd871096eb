"""Many workers at once, and a worker that takes long."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from reports import jobs, tasks
from reports.models import Job
from tests.processes import until

pytestmark = [pytest.mark.jobs, pytest.mark.django_db(transaction=True)]


def all_at_once(act: Callable[[int], object], count: int = 8) -> list[object]:
    gate = threading.Barrier(count)

    def behind_the_gate(number: int) -> object:
        gate.wait()
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(behind_the_gate, range(count)))


def test_of_many_workers_one_gets_the_job() -> None:
    job = Job.objects.create(kind="mail", key="1")
    got = [taken for taken in all_at_once(lambda _: jobs.claim(job.pk)) if taken]
    job.refresh_from_db()
    assert len(got) == 1
    assert job.attempts == 1


def test_of_many_requests_one_makes_the_job(queue: None) -> None:
    made = all_at_once(lambda number: jobs.enqueue("mail", "1", {"number": number}).pk)
    assert len(set(made)) == 1
    assert Job.objects.count() == 1


def test_a_long_job_keeps_its_lease_while_it_is_worked_on(settings: Settings) -> None:
    settings.JOB_LEASE_SECONDS = 1
    job = Job.objects.create(kind="mail", key="1")
    taken = jobs.claim(job.pk)
    assert taken
    first = taken.lease_until
    assert first
    with tasks.lease_kept(taken):
        until(lambda: timezone.now() > first + jobs.lease())
        assert jobs.claim(job.pk) is None
    until(lambda: jobs.claim(job.pk))


def test_a_worker_that_lost_its_job_does_not_take_it_back(settings: Settings) -> None:
    settings.JOB_LEASE_SECONDS = 1
    job = Job.objects.create(kind="mail", key="1")
    taken = jobs.claim(job.pk)
    assert taken
    Job.objects.update(token="another", lease_until=timezone.now())
    with tasks.lease_kept(taken):
        until(lambda: jobs.claim(job.pk))


def test_work_of_an_unknown_kind_fails_and_says_so() -> None:
    job = Job.objects.create(kind="dance", key="1", attempts=4)
    tasks.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == (Job.State.FAILED, "KeyError: 'dance'")
