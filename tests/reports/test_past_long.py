"""修改记录 of thousands of changes: page by page, in few queries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from agencies.models import Agency, User
from reports.models import Change, Report
from reports.views.key_past import key_past
from reports.views.sittings import past
from tests.clients import of
from tests.reports.pasts import ISSUED, thrice_changed

REPEALED = "documents.rules.repealed"
PROSE = "prose.1"


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    return thrice_changed(finance, reporter)


@pytest.fixture
def long(report: Report, reporter: User, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Five thousand changes in as many minutes, most of them of one long text."""
    monkeypatch.setattr(Change._meta.get_field("at"), "auto_now_add", False)
    now = timezone.now()
    told = {PROSE: "长" * 2000, ISSUED: 7, REPEALED: 8}
    keys = (PROSE, PROSE, ISSUED, REPEALED)
    rows = [
        Change(
            report=report,
            version=4 + n,
            key=key,
            before=told[key],
            after=told[key],
            by=reporter,
            at=now - timedelta(minutes=5000 - n),
        )
        for n in range(5000)
        for key in (keys[n % 4],)
    ]
    Change.objects.bulk_create(rows, 500)
    Report.objects.filter(pk=report.pk).update(version=5003)
    return Report.objects.with_duty().get(pk=report.pk)


def test_five_thousand_changes_are_read_page_by_page(
    long: Report, django_assert_num_queries: Any
) -> None:
    seen: list[int] = []
    before = None
    while before is not None or not seen:
        with django_assert_num_queries(3):
            page = past(long, before)
        assert len(page.sittings) <= 40
        seen += [one.version for one in page.sittings]
        before = page.before
    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) > 300


def test_a_field_changed_thousands_of_times_is_read_page_by_page(
    long: Report, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(2):
        page = key_past(long, PROSE)
    assert page.before is not None
    with django_assert_num_queries(2):
        assert key_past(long, PROSE, page.before).entries[0].version < page.entries[-1].version


def test_an_old_version_of_a_long_past_takes_few_queries(
    long: Report, reporter: User, django_assert_max_num_queries: Any
) -> None:
    client = of(reporter)
    with django_assert_max_num_queries(30):
        assert client.get(f"/reports/{long.pk}/past/at/2/").status_code == 200
