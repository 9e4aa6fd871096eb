"""A zip is packed while others write to the database."""

from __future__ import annotations

from threading import Thread

import pytest
from django.db import connection

from agencies.models import Agency, User
from reports import bundling
from reports.bundling import zipping
from reports.models import Bundle, BundleItem, Job

from .work import contents, signed, unpacked

pytestmark = pytest.mark.django_db(transaction=True)
REPORTS = 5


def somebody_writes() -> None:
    """On a connection of his own."""
    User.objects.filter(username="tian").update(phone="12345")
    connection.close()


def told(percent: int, _stage: str) -> None:
    """Notes the progress, as a job does, just after somebody else has written."""
    other = Thread(target=somebody_writes)
    other.start()
    other.join()
    Job.objects.update(percent=percent)


def test_progress_is_noted_though_others_write_meanwhile(
    county: Agency, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipping, "AT_ONCE", 2)
    signed(county, REPORTS)
    bundle = bundling.ask(county, 2024, office)
    BundleItem.objects.update(state=BundleItem.State.READY)
    zipping.assemble(bundle.pk, told)
    rows = contents(unpacked(Bundle.objects.get(pk=bundle.pk)))
    assert [row[0] for row in rows if isinstance(row[0], int)] == list(range(1, REPORTS + 1))
    assert Job.objects.filter(percent__gt=50).exists()
