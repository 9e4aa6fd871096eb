"""Background work as rows: the row decides what is done, the broker only wakes a worker.

Whoever claims a row writes a fresh token and holds a lease; only that token can report progress or
finish. Nothing is lost whichever process dies, and nothing is done twice
(docs/decisions/0006-jobs-decide-brokers-wake.md).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from config import wakes
from reports.models import Job

ATTEMPTS = 5
"""So often is a job begun before it is given up."""
LONGEST_PATIENCE = timedelta(seconds=60)
"""A job that waits is announced again at least this often."""
ERROR_CHARACTERS = 2000

_QUEUED, _RUNNING, _DONE, _FAILED = (
    Job.State.QUEUED,
    Job.State.RUNNING,
    Job.State.DONE,
    Job.State.FAILED,
)


class LostLeaseError(Exception):
    """The job belongs to another worker now; whatever this one still does for it is in vain."""


def lease() -> timedelta:
    """How long a worker may be silent before its job is given to another."""
    return timedelta(seconds=settings.JOB_LEASE_SECONDS)


def enqueue(kind: str, key: str, args: dict[str, Any], due_at: datetime | None = None) -> Job:
    """Have the work done once this transaction is committed, not before `due_at`.

    The same `key` is the same work: it is not queued twice, and one that failed gets a new chance.
    `args` are ids and plain values without personal data. A broker that is down is no error.
    """
    now = timezone.now()
    due_at = due_at or now
    fresh = _fresh(kind, args, due_at, sent_at=now if due_at <= now else None)
    job, is_new = Job.objects.get_or_create(key=key, defaults=fresh)
    if not is_new:
        if not Job.objects.filter(pk=job.pk, state=_FAILED).update(**fresh):
            return job
        job.refresh_from_db()
    if job.sent_at:
        transaction.on_commit(partial(wakes.wake, job.pk), robust=True)
    return job


def _fresh(
    kind: str, args: dict[str, Any], due_at: datetime, sent_at: datetime | None
) -> dict[str, Any]:
    return {
        "kind": kind,
        "args": args,
        "state": _QUEUED,
        "due_at": due_at,
        "sent_at": sent_at,
        "attempts": 0,
        "percent": 0,
        "stage": "",
        "error": "",
        "finished_at": None,
    }


# --- The worker's side ----------------------------------------------------------------------------


def claim(job_id: int) -> Job | None:
    """Take the job if it is free: one UPDATE, so that of two workers one gets it.

    None: it is gone, done, not due yet, or in the hands of a worker whose lease still runs.
    """
    now = timezone.now()
    token = secrets.token_hex(16)
    claimed = _free(now).filter(pk=job_id, attempts__lt=ATTEMPTS)
    if not claimed.update(
        state=_RUNNING,
        token=token,
        attempts=F("attempts") + 1,
        lease_until=now + lease(),
        percent=0,
        stage="",
    ):
        return None
    return Job.objects.filter(pk=job_id, token=token).first()


def extend(job: Job) -> bool:
    """Hold the job for another lease; False if it is no longer this worker's."""
    return _held(job).update(lease_until=timezone.now() + lease()) == 1


def report(job: Job, percent: int, stage: str = "") -> None:
    """Show how far the work is (0 to 100, and in a few words); raises LostLeaseError."""
    until = timezone.now() + lease()
    if not _held(job).update(percent=percent, stage=stage, lease_until=until):
        raise LostLeaseError(job.key)


def finish(job: Job) -> bool:
    """The work is done; False if the job is no longer this worker's, who then changes nothing."""
    return _release(job, state=_DONE, percent=100, stage="", error="", finished_at=timezone.now())


def fail(job: Job, error: str) -> bool:
    """The attempt failed with `error`: to be tried again, each time later, or given up."""
    now = timezone.now()
    kept = error[:ERROR_CHARACTERS]
    if job.attempts >= ATTEMPTS:
        return _release(job, state=_FAILED, error=kept, finished_at=now)
    pause = timedelta(seconds=settings.JOB_RETRY_SECONDS * 2 ** (job.attempts - 1))
    return _release(job, state=_QUEUED, error=kept, due_at=now + pause)


def _held(job: Job) -> QuerySet[Job]:
    return Job.objects.filter(pk=job.pk, token=job.token, state=_RUNNING)


def _release(job: Job, **fields: Any) -> bool:
    return _held(job).update(token="", lease_until=None, **fields) == 1


# --- The sweep's side -----------------------------------------------------------------------------


def sweep() -> int:
    """Give up what was begun too often and wake for what nobody took; how many wakes were sent.

    Stops at the first wake that cannot be sent: the next sweep goes on from there.
    """
    now = timezone.now()
    _give_up(now)
    sent = 0
    for job in unanswered(now):
        if not wakes.wake(job.pk):
            break
        Job.objects.filter(pk=job.pk).update(sent_at=now)
        sent += 1
    return sent


def unanswered(now: datetime) -> Iterator[Job]:
    """Free jobs whose last wake must be thought lost, the longest waiting first."""
    free = _free(now).order_by("due_at").only("state", "due_at", "lease_until", "sent_at")
    return (job for job in free if _wake_is_lost(job, now))


def oldest_wait(now: datetime) -> timedelta:
    """How long the job that has waited longest is due without being taken; zero if none waits."""
    due = _free(now).order_by("due_at").values_list("due_at", flat=True).first()
    return now - due if due else timedelta()


def _free(now: datetime) -> QuerySet[Job]:
    """Jobs that a worker may take."""
    return Job.objects.filter(
        Q(state=_QUEUED, due_at__lte=now) | Q(state=_RUNNING, lease_until__lt=now)
    )


def _give_up(now: datetime) -> None:
    """Fail the jobs whose last allowed attempt ended without a word, as a killed worker's does."""
    Job.objects.filter(state=_RUNNING, lease_until__lt=now, attempts__gte=ATTEMPTS).update(
        state=_FAILED,
        token="",
        lease_until=None,
        finished_at=now,
        error=f"处理进程{ATTEMPTS}次中断，没有完成",
    )


def _wake_is_lost(job: Job, now: datetime) -> bool:
    """Whether nobody was woken since the job came free, or that is too long ago.

    Patience doubles with every wake: a long queue behind busy workers is not flooded with them.
    """
    free_since = job.lease_until or job.due_at
    if job.sent_at is None or job.sent_at < free_since:
        return True
    pickup = timedelta(seconds=settings.JOB_PICKUP_SECONDS)
    return now - job.sent_at >= min(max(pickup, job.sent_at - free_since), LONGEST_PATIENCE)
