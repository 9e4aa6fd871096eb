"""`kill -9` of workers while they draw a year's reports and pack them into one zip."""

from __future__ import annotations

import hashlib
import random
import time

import pytest
from django.core.files.storage import default_storage

from agencies.models import Agency, Role, User
from agencies.roles import grant
from reports import bundling
from reports.models import Bundle, BundleItem, Document, Job
from tests.bundling.work import contents, unpacked
from tests.filing import begun, submitted
from tests.make import make_agency
from tests.processes import Crew, Started
from tests.workflow.acts import act

pytestmark = pytest.mark.jobs

REPORTS, KILLS, YEAR = 12, 6, 2024


@pytest.fixture
def signed(crew: Crew, county: Agency, reporter: User, reviewer: User) -> None:
    """Signed a moment ago: nothing of them is drawn."""
    for number in range(REPORTS):
        bureau = make_agency(f"ju{number}", f"某某县第{number}局", parent=county)
        grant(reporter, Role.REPORTER, bureau, by=None)
        grant(reviewer, Role.REVIEWER, bureau, by=None)
        act(submitted(begun(bureau, year=YEAR), reporter), "sign", reviewer)
    Job.objects.all().delete()


def kill_at_work(crew: Crew, worker: Started) -> bool:
    """Kill the worker at some moment if any of this work is under way; another takes its place."""
    busy = Job.objects.filter(kind__startswith="bundle", state=Job.State.RUNNING, attempts__lt=3)
    if not busy.exists():
        return False
    time.sleep(random.uniform(0, 0.3))
    worker.kill()
    crew.start_worker()
    return True


def test_the_zip_is_whole_though_its_workers_are_killed(
    crew: Crew, signed: None, county: Agency, office: User
) -> None:
    bundle = bundling.ask(county, YEAR, office)
    for start in (crew.start_worker, crew.start_worker, crew.start_sweep):
        start()
    deadline, kills = time.monotonic() + 180, 0
    while not Bundle.objects.filter(pk=bundle.pk).exclude(finished_at=None).exists():
        assert not Job.objects.filter(state=Job.State.FAILED).exists(), crew.output
        for worker in [
            one for one in crew.started if one.is_running and one is not crew.started[2]
        ]:
            kills += kills < KILLS and kill_at_work(crew, worker)
        assert time.monotonic() < deadline, crew.output
        time.sleep(0.05)
    bundle.refresh_from_db()
    assert kills == KILLS
    check_whole(bundle)


def check_whole(bundle: Bundle) -> None:
    """Every report is in it once, each file drawn once, the zip as it was noted."""
    files = unpacked(bundle)
    kept = Document.objects.all()
    assert kept.count() == 2 * REPORTS
    inside = sorted(hashlib.sha256(d).hexdigest() for name, d in files.items() if "/" in name)
    assert inside == sorted(kept.values_list("sha256", flat=True))
    assert len(contents(files)) == REPORTS + 2
    assert set(bundle.items.values_list("state", flat=True)) == {BundleItem.State.READY}
    with default_storage.open(str(bundle.file.name)) as file:
        assert hashlib.sha256(file.read()).hexdigest() == bundle.sha256
