"""What workers do, done here and now; and a zip as somebody finds it who unpacks it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from django.core.files.storage import default_storage
from openpyxl import load_workbook

from agencies.models import Agency
from agencies.roles import Role, grant
from reports import tasks
from reports.models import Bundle, Job, Report
from tests.filing import approved, begun
from tests.make import make_agency, make_user


def signed(county: Agency, count: int) -> list[Report]:
    """The signed reports of so many bureaus, whose people are the same two."""
    reporter, reviewer = make_user("tian"), make_user("shen")
    reports = []
    for n in range(count):
        bureau = make_agency(f"ju{n}", f"某某县第{n}局", parent=county)
        grant(reporter, Role.REPORTER, bureau, by=None)
        grant(reviewer, Role.REVIEWER, bureau, by=None)
        reports.append(approved(begun(bureau), reporter, reviewer))
    return reports


def work(most: int = 1000) -> int:
    """Does what is queued for bundles, at most so many jobs; how many there were."""
    done = 0
    while done < most:
        queued = Job.objects.filter(kind__startswith="bundle", state=Job.State.QUEUED)
        job = queued.order_by("pk").first()
        if job is None:
            break
        tasks.run(job.pk)
        done += 1
    return done


def made(bundle: Bundle) -> Bundle:
    work()
    bundle.refresh_from_db()
    assert bundle.finished_at is not None
    return bundle


def unpacked(bundle: Bundle) -> Mapping[str, bytes]:
    with default_storage.open(str(bundle.file.name)) as file:
        package = zipfile.ZipFile(io.BytesIO(file.read()))
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def contents(files: Mapping[str, bytes]) -> list[tuple[object, ...]]:
    """The rows of the table, its title and headings first."""
    page = load_workbook(io.BytesIO(files["目录.xlsx"])).worksheets[0]
    return [tuple(row) for row in page.iter_rows(values_only=True)]
