"""However many reports go into a zip, the database is asked as often as for one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency, User
from reports import bundling, sealing
from reports.bundling import zipping
from reports.models import Bundle, BundleItem, Job, Report

from .work import contents, signed, unpacked

pytestmark = pytest.mark.django_db
YEAR = 2024


@pytest.fixture
def reports(county: Agency) -> list[Report]:
    """Each with its 盖章扫描件."""
    made = signed(county, 3)
    for report in made:
        assert report.signed is not None
        scan = sealing.Scan(b"%PDF", "a.pdf", ".pdf")
        sealing.keep(report, report.signed.by, report.signed.check_code, scan)
    return made


def packed(bundle: Bundle) -> tuple[int, set[object]]:
    """How often the database is asked while it is packed, and what the table says of scans."""
    with CaptureQueriesContext(connection) as asked:
        zipping.assemble(bundle.pk, lambda *_: None)
    bundle.refresh_from_db()
    return len(asked), {row[-1] for row in contents(unpacked(bundle))[2:]}


@pytest.mark.parametrize("state", ["ready", "waiting"])
def test_what_goes_into_a_zip_is_read_together(
    reports: list[Report], county: Agency, office: User, state: str
) -> None:
    one, all_of_them = (
        bundling.ask(agency, YEAR, office) for agency in (reports[0].duty.agency, county)
    )
    BundleItem.objects.update(state=state)
    Job.objects.filter(kind="bundle_item").update(state=Job.State.FAILED)
    count, told = packed(one)
    assert packed(all_of_them) == (count, told)
    assert told == {"有"}


def test_how_far_each_zip_is_is_told_together(
    reports: list[Report], county: Agency, office: User, client: Client
) -> None:
    client.force_login(office)
    address = f"/agencies/{county.slug}/bundles/"
    client.get(address)  # the first page of a session asks more
    counts = []
    for year in (YEAR, YEAR - 1, YEAR - 2):
        bundling.ask(county, year, office)
        with CaptureQueriesContext(connection) as asked:
            page = client.get(address).content.decode()
        counts.append(len(asked))
    assert "正在生成文件：0/3份" in page
    assert len(set(counts)) == 1
