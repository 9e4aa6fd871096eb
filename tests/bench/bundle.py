"""`python -m tests.bench.bundle [reports]`: a year's reports drawn and packed into one zip by one
worker and by two, how long each takes and how much memory a worker comes to, as JSON.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.goals import Goal

if TYPE_CHECKING:
    from agencies.models import Agency, User
    from tests.processes import Crew, Started

REPORTS, WARM_UP, YEAR = 24, 4, 2024
TIMES_FASTER, MOST_MB = 1.9, 300
ORDER = (1, 2, 2, 1)
"""How many workers, run by run: what slows the machine down for a while hits both alike."""


def goals(reports: int = REPORTS) -> Iterator[Goal]:
    """Two workers' share of one worker's time, and the memory of the largest worker."""
    own = ("DATABASE_URL", "NIANBAO_DATA", "CELERY_QUEUE")
    environment = {name: value for name, value in os.environ.items() if name not in own}
    command = [sys.executable, "-m", "tests.bench.bundle", str(reports)]
    ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    share, most = told["two"] / told["one"], 1 / TIMES_FASTER
    yield Goal(f"zip of {reports} reports, two workers for one's time", share, most, "")
    yield Goal(f"memory of a worker after {reports} reports", told["megabytes"], MOST_MB, "MB")


def main() -> None:
    """Draws the same reports in turn; every run begins without any file."""
    from tests.bench.__main__ import database

    reports = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    with database(), tempfile.TemporaryDirectory() as folder:
        county, office = _year(reports)
        _year(WARM_UP, "warm")
        runs = [_run(Path(folder) / str(n), county, office, k) for n, k in enumerate(ORDER)]
    seconds = {
        k: sum(s for n, (s, _) in zip(ORDER, runs, strict=True) if n == k) / 2 for k in ORDER
    }
    megabytes = max(most for _, most in runs)
    told: dict[str, Any] = {"reports": reports, "one": seconds[1], "two": seconds[2]}
    print(json.dumps({**told, "seconds": runs, "megabytes": megabytes}))


def _year(reports: int, slug: str = "moumou") -> tuple[Agency, User]:
    """A district whose agencies have all signed a large report."""
    from agencies.models import Role
    from agencies.models.agency import AgencyKind
    from reports.models import Report, Revision, State
    from tests.bench.subject import subject
    from tests.filing import begun
    from tests.make import make_agency, make_user

    county = make_agency(slug, f"{slug}县人民政府", kind=AgencyKind.GOVERNMENT)
    office = make_user(f"office-{slug}", {Role.OFFICE: county})
    for number in range(reports):
        report = begun(make_agency(f"{slug}-{number}", f"某某县第{number}局", county), year=YEAR)
        content = replace(subject(), agency=report.duty.legal_name, title=report.title)
        frozen = Revision.objects.create(
            report=report,
            number=1,
            version=1,
            content_json=content.to_json(ids=True),
            digest=content.digest,
            submission={"steps": [{"post": "主要负责人", "signer": None}]},
            by=office,
        )
        told = {"state": State.APPROVED, "revision": frozen, "signed": frozen, "version": 1}
        Report.objects.filter(pk=report.pk).update(**told)
    return county, office


def _run(folder: Path, county: Agency, office: User, workers: int) -> tuple[float, float]:
    """Seconds from asking until the zip is there, and the megabytes of the largest worker."""
    from config import wakes
    from reports.models import Document
    from tests.conftest import environment_now
    from tests.processes import Crew

    folder.mkdir()
    wakes.declare_queue()
    crew = Crew(environment_now(), folder)
    try:
        crew.ready(*(crew.start_worker() for _ in range(workers)), crew.start_sweep())
        begun = [one for one in crew.started if "celery" in one.process.args]  # type: ignore[operator]
        _made(crew, *_warm_up())
        Document.objects.all().delete()
        return _made(crew, county, office), max(_megabytes(one) for one in begun)
    finally:
        crew.end()


def _warm_up() -> tuple[Agency, User]:
    from agencies.models import Agency, User
    from reports.models import Document

    Document.objects.all().delete()
    return Agency.objects.get(slug="warm"), User.objects.get(username="office-warm")


def _made(crew: Crew, county: Agency, office: User) -> float:
    """Has the district's zip made; seconds."""
    from reports import bundling
    from reports.models import Bundle, BundleItem, Job
    from tests.processes import until

    asked = bundling.ask(county, YEAR, office)
    done = Bundle.objects.filter(pk=asked.pk).exclude(finished_at=None)
    given_up = Job.objects.filter(kind="bundle", state=Job.State.FAILED)
    until(lambda: done.exists() or given_up.exists(), 3600)
    made = done.get()
    ready = made.items.filter(state=BundleItem.State.READY).count()
    assert ready == made.items.exclude(state=BundleItem.State.MISSING).count(), crew.output
    assert made.finished_at is not None
    return (made.finished_at - asked.at).total_seconds()


def _megabytes(worker: Started) -> float:
    """The most memory that the process ever held."""
    status = Path(f"/proc/{worker.pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main()
