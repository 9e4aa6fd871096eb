"""What the tests of 修改记录 share: a draft that was changed, and time between the versions."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from agencies.models import Agency, User
from reports.models import Report
from tests.drafting.saves import fresh, put
from tests.filing import begun

ISSUED = "documents.rules.issued"


def thrice_changed(agency: Agency, by: User) -> Report:
    """A draft in which ISSUED was 3, then 5, then blank; an hour lies between any two versions."""
    report = begun(agency)
    for was, now in ((None, 3), (3, 5), (5, None)):
        put(report, by, ISSUED, was, now)
    aged(report)
    return fresh(report)


def aged(report: Report, apart: timedelta = timedelta(hours=1)) -> None:
    """Puts time between the versions: the last was made just now."""
    noon, last = timezone.localtime().replace(hour=12, minute=5), fresh(report).version
    for version in range(last + 1):
        at = noon - (last - version) * apart
        report.changes.filter(version=version).update(at=at)
