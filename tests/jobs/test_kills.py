"""`kill -9` of workers while they draw documents, twenty times over."""

from __future__ import annotations

import hashlib
import random
import re
import time
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from agencies.models import Agency, User
from config.storage import UNFINISHED
from reports import workflow
from reports.models import Document, Job, Revision
from reports.models.document import ALL
from tests.filing import begun, submitted
from tests.processes import Crew, Started

pytestmark = pytest.mark.jobs

KILLS = 20
YEARS = range(2021, 2041)
BEGUN = re.compile(r"job (\d+) \S+ begun, attempt (\d+)")
DONE = re.compile(r"job (\d+) (\S+) done")


@pytest.fixture
def signed(crew: Crew, finance: Agency, reporter: User, reviewer: User) -> list[Revision]:
    """Twenty reports, signed in their last step: their files are asked for, nobody draws yet."""
    reports = [submitted(begun(finance, year=year), reporter) for year in YEARS]
    for report in reports:
        workflow.advance(report, "sign", reviewer, revision=report.revision_id, opinion="同意")
    return list(Revision.objects.all())


def at_work_on(worker: Started) -> Job | None:
    """The job whose drawing the worker has begun and not ended, in its first two attempts."""
    said = worker.output
    started = [match[1] for match in BEGUN.finditer(said) if int(match[2]) <= 2]
    ended = {match[1] for match in DONE.finditer(said)}
    return Job.objects.filter(pk__in=set(started) - ended, state=Job.State.RUNNING).first()


def kill_at_work(crew: Crew, worker: Started) -> bool:
    """Kill the worker at some moment of its drawing, if it draws; another takes its place."""
    job = at_work_on(worker)
    if job is None:
        return False
    time.sleep(random.uniform(0, 0.3))
    worker.kill()
    crew.start_worker()
    job.refresh_from_db()
    return job.state == Job.State.RUNNING


def stored() -> set[str]:
    folder = Path(settings.FILES_DIR)
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    return {name for name in files if not name.startswith(UNFINISHED)}


def test_each_document_is_drawn_once_though_its_workers_are_killed(
    crew: Crew, signed: list[Revision]
) -> None:
    before, kills = stored(), 0
    for start in (crew.start_worker, crew.start_worker, crew.start_sweep):
        start()
    deadline = time.monotonic() + 180
    while Job.objects.exclude(state=Job.State.DONE).exists():
        assert not Job.objects.filter(state=Job.State.FAILED).exists(), crew.output
        for worker in [one for one in crew.started if one.is_running]:
            kills += kills < KILLS and kill_at_work(crew, worker)
        assert time.monotonic() < deadline, crew.output
        time.sleep(0.05)
    check_each_is_there_once(signed, before)
    assert kills == KILLS
    assert set(Counter(match[2] for match in DONE.finditer(crew.output)).values()) == {1}


def check_each_is_there_once(signed: list[Revision], before: set[str]) -> None:
    """One row each, its file whole, and no file besides; the same bytes may have been there."""
    documents = Document.objects.all()
    kinds = {(revision.pk, kind) for revision in signed for kind in ALL}
    assert sorted(kinds) == sorted(documents.values_list("revision", "kind"))
    names = {document.file.name for document in documents}
    assert names <= stored() <= names | before
    for document in documents:
        with document.file.open() as file:
            assert hashlib.sha256(file.read()).hexdigest() == document.sha256
