"""What the job row allows, one worker after another."""

from datetime import timedelta

import pytest
from django.utils import timezone

from reports import jobs
from reports.models import Job

pytestmark = [pytest.mark.jobs, pytest.mark.django_db]

A_MOMENT = timedelta(seconds=1)


@pytest.fixture
def job() -> Job:
    return jobs.enqueue("document", "document:1:pdf", {"revision": 1, "kind": "pdf"})


def claimed(job: Job) -> Job:
    taken = jobs.claim(job.pk)
    assert taken is not None
    return taken


def lapse(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - A_MOMENT)


def exhaust(job: Job, error: str) -> None:
    for _ in range(jobs.ATTEMPTS):
        Job.objects.filter(pk=job.pk).update(due_at=timezone.now())
        jobs.fail(claimed(job), error)


def test_the_same_key_is_queued_once(job: Job) -> None:
    again = jobs.enqueue("document", job.key, {"revision": 2, "kind": "pdf"})
    assert again == job
    assert again.args == {"revision": 1, "kind": "pdf"}
    assert Job.objects.count() == 1


def test_a_job_that_is_done_is_not_queued_again(job: Job) -> None:
    jobs.finish(claimed(job))
    again = jobs.enqueue(job.kind, job.key, job.args)
    assert again.state == Job.State.DONE
    assert jobs.claim(job.pk) is None


def test_a_failed_job_gets_a_new_chance(job: Job) -> None:
    exhaust(job, "没有字体")
    again = jobs.enqueue(job.kind, job.key, job.args)
    assert (again.pk, again.state, again.attempts, again.error) == (job.pk, "queued", 0, "")
    assert claimed(again).attempts == 1


def test_a_claim_writes_a_token_a_lease_and_an_attempt(job: Job) -> None:
    taken = claimed(job)
    assert taken.state == Job.State.RUNNING
    assert len(taken.token) == 32
    assert taken.attempts == 1
    assert taken.lease_until
    assert taken.lease_until > timezone.now() + jobs.lease() - A_MOMENT


def test_a_job_in_hand_is_not_given_to_another(job: Job) -> None:
    claimed(job)
    assert jobs.claim(job.pk) is None


def test_a_job_that_is_gone_is_nobodys() -> None:
    assert jobs.claim(12345) is None


def test_a_job_is_not_begun_before_it_is_due() -> None:
    later = timezone.now() + timedelta(hours=1)
    job = jobs.enqueue("mail", "mail:1:1", {}, due_at=later)
    assert jobs.claim(job.pk) is None
    Job.objects.filter(pk=job.pk).update(due_at=timezone.now())
    assert jobs.claim(job.pk)


def test_a_job_whose_lease_ran_out_is_given_to_another(job: Job) -> None:
    first = claimed(job)
    lapse(job)
    second = claimed(job)
    assert second.token != first.token
    assert second.attempts == 2


def test_who_lost_the_job_can_no_longer_finish_fail_extend_or_report(job: Job) -> None:
    first = claimed(job)
    lapse(job)
    second = claimed(job)
    assert not jobs.finish(first)
    assert not jobs.fail(first, "too late")
    assert not jobs.extend(first)
    with pytest.raises(jobs.LostLeaseError):
        jobs.report(first, 50)
    assert jobs.finish(second)


def test_finishing_twice_changes_nothing(job: Job) -> None:
    taken = claimed(job)
    assert jobs.finish(taken)
    assert not jobs.finish(taken)
    job.refresh_from_db()
    assert (job.state, job.percent, job.token, job.lease_until) == ("done", 100, "", None)


def test_progress_is_shown_and_extends_the_lease(job: Job) -> None:
    taken = claimed(job)
    lapse(job)
    jobs.report(taken, 40, "排版")
    job.refresh_from_db()
    assert (job.percent, job.stage) == (40, "排版")
    assert job.lease_until
    assert job.lease_until > timezone.now()


def test_a_failed_attempt_is_repeated_later_and_later(job: Job) -> None:
    waits = []
    for _ in range(3):
        Job.objects.filter(pk=job.pk).update(due_at=timezone.now())
        jobs.fail(claimed(job), "mail server away")
        job.refresh_from_db()
        waits.append(round((job.due_at - timezone.now()).total_seconds()))
    assert (job.state, waits) == (Job.State.QUEUED, [5, 10, 20])


def test_the_last_failed_attempt_leaves_its_error_to_be_seen(job: Job) -> None:
    exhaust(job, "没有字体")
    job.refresh_from_db()
    assert (job.state, job.attempts, job.error) == (Job.State.FAILED, 5, "没有字体")
    assert job.finished_at
    assert jobs.claim(job.pk) is None


def test_a_job_whose_workers_died_five_times_fails_and_says_so(job: Job) -> None:
    for _ in range(jobs.ATTEMPTS):
        claimed(job)
        lapse(job)
    jobs.sweep()
    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert "5次中断" in job.error


def test_the_oldest_wait_counts_from_when_the_job_was_due(job: Job) -> None:
    now = timezone.now()
    Job.objects.filter(pk=job.pk).update(due_at=now - timedelta(minutes=3))
    assert jobs.oldest_wait(now) == timedelta(minutes=3)
    claimed(job)
    assert jobs.oldest_wait(now) == timedelta()
