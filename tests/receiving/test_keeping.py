"""What was given in is kept for thirty days at most, and no longer than it is of use."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from agencies.models import User
from reports import receiving
from reports.models import Batch, Document, Job, Upload

from .files import given, page

ON = date(2024, 1, 22)


def make_old(batch: Batch, days: int) -> None:
    Batch.objects.filter(pk=batch.pk).update(at=timezone.now() - timedelta(days=days))


@pytest.mark.django_db(transaction=True)
def test_what_is_dropped_is_gone_but_for_its_name(upload: Upload, reporter: User) -> None:
    stored = str(upload.file.name)
    assert receiving.drop(upload.pk, reporter)
    upload.refresh_from_db()
    assert (upload.state, upload.reading, upload.rows) == (Upload.State.DROPPED, None, None)
    assert not default_storage.exists(stored)
    assert not receiving.drop(upload.pk, reporter)


def test_after_thirty_days_everything_goes(own: Batch, upload: Upload) -> None:
    make_old(own, 31)
    assert Job.objects.filter(kind="read_upload").exists()
    assert receiving.forget_old() == 1
    assert not Upload.objects.exists()
    assert not Job.objects.filter(kind="read_upload").exists()
    assert not default_storage.exists(str(upload.file.name))


def test_before_that_nothing_goes(own: Batch, upload: Upload) -> None:
    make_old(own, 29)
    assert receiving.forget_old() == 0
    assert default_storage.exists(str(upload.file.name))


def test_what_was_archived_stays_with_its_report(
    own: Batch, upload: Upload, reporter: User
) -> None:
    taken = receiving.archive(upload.pk, reporter, published_on=ON)
    make_old(own, 31)
    receiving.forget_old()
    original = Document.objects.get(revision=taken.revision, kind="original")
    assert original.is_whole
    assert taken.publication


def test_the_same_file_of_a_younger_batch_stays(own: Batch, districts: Batch) -> None:
    given(own, page())
    other = given(districts, page())
    make_old(own, 31)
    receiving.forget_old()
    assert default_storage.exists(str(other.file.name))


def test_the_sweep_does_it(own: Batch, upload: Upload) -> None:
    make_old(own, 31)
    call_command("sweep", once=True, verbosity=0)
    assert not Batch.objects.exists()
