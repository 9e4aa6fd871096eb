"""What a worker does when it is woken: take the job, do the work of its kind, say how it ended."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from celery import shared_task
from django.db import DatabaseError, connection

from config.wakes import RUN
from reports import alike, bundling, jobs, mail, receiving
from reports.models import Job

Progress = Callable[[int, str], None]
"""Takes percent and a few words; raises LostLeaseError when the job has gone to another worker."""

LONGEST_RUN_SECONDS = 600
"""A handler that hangs longer holds its job no more."""

logger = logging.getLogger(__name__)


def draw_document(job: Job, progress: Progress) -> None:
    """Draw the file of a signed revision; args: `revision` (its id) and `kind` (docx or pdf)."""
    from reports.rendering import documents

    documents.keep(job.args["revision"], job.args["kind"], progress)


def send_mail(job: Job, _progress: Progress) -> None:
    """Tell a person that a report waits; args: `event` and `user` (ids)."""
    mail.deliver(job)


def compare_texts(job: Job, _progress: Progress) -> None:
    """Find which reports are most alike; args: `agency` (the id of whose subtree) and `year`."""
    alike.compare(job.args["agency"], job.args["year"])


def read_upload(job: Job, progress: Progress) -> None:
    """Read a file that was given in; args: `upload` (its id)."""
    receiving.read(job.args["upload"], progress)


def draw_bundle_item(job: Job, progress: Progress) -> None:
    """Draw what is not kept of a report that goes into a zip; args: `item` (its id)."""
    bundling.draw_item(job.args["item"], progress)


def pack_bundle(job: Job, progress: Progress) -> None:
    """Pack the reports of a year into one zip; args: `bundle` (its id)."""
    bundling.assemble(job.args["bundle"], progress)


HANDLERS: Mapping[str, Callable[[Job, Progress], None]] = {
    "alike": compare_texts,
    "bundle": pack_bundle,
    "bundle_item": draw_bundle_item,
    "document": draw_document,
    "mail": send_mail,
    "read_upload": read_upload,
}


@shared_task(name=RUN)
def run(job_id: int) -> None:
    """Do the job if it is free; a job that is gone, done or taken is none of our business."""
    job = jobs.claim(job_id)
    if job is None:
        logger.info("woken for job %d, which is not free", job_id)
        return
    logger.info("job %d %s begun, attempt %d", job.pk, job.key, job.attempts)
    with lease_kept(job):
        error = _attempt(job)
    if error:
        jobs.fail(job, error)
    elif jobs.finish(job):
        logger.info("job %d %s done", job.pk, job.key)


def _attempt(job: Job) -> str:
    """Run the handler of the job's kind; what went wrong, or nothing."""
    try:
        HANDLERS[job.kind](job, partial(jobs.report, job))
    except jobs.LostLeaseError:
        logger.warning("job %d %s was taken over", job.pk, job.key)
        return "taken over"  # and so `fail` finds nothing to change
    except Exception as error:  # whatever a handler raises belongs on the row
        logger.exception("job %d %s failed", job.pk, job.key)
        return f"{type(error).__name__}: {error}"
    return ""


@contextmanager
def lease_kept(job: Job) -> Iterator[None]:
    """Extend the job's lease from a thread for as long as the block runs."""
    done = threading.Event()
    thread = threading.Thread(target=_extend_until, args=(job, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _extend_until(job: Job, done: threading.Event) -> None:
    give_up_at = time.monotonic() + LONGEST_RUN_SECONDS
    every = jobs.lease().total_seconds() / 3
    try:
        while not done.wait(every) and time.monotonic() < give_up_at:
            try:
                if not jobs.extend(job):
                    return
            except DatabaseError:  # a database that is being restarted: the next turn may succeed
                logger.warning("lease of job %d not extended", job.pk)
                connection.close()
    finally:
        connection.close()
