"""A zip is kept for seven days; reports and their files stay."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from agencies.models import Agency, User
from reports import bundling
from reports.models import Bundle, Document, Job
from tests.filing import begun, published

from .work import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def bundle(finance: Agency, county: Agency, office: User, reporter: User, reviewer: User) -> Bundle:
    published(begun(finance), reporter, reviewer)
    return made(bundling.ask(county, 2024, office))


def make_old(bundle: Bundle, days: int) -> None:
    Bundle.objects.filter(pk=bundle.pk).update(at=timezone.now() - timedelta(days=days))


def test_after_seven_days_rows_jobs_and_file_go(bundle: Bundle) -> None:
    make_old(bundle, 8)
    call_command("sweep", once=True, verbosity=0)
    assert not Bundle.objects.exists()
    assert not Job.objects.filter(kind__startswith="bundle").exists()
    assert not default_storage.exists(str(bundle.file.name))
    assert all(one.is_whole for one in Document.objects.all())
    assert Document.objects.exists()


def test_before_that_nothing_goes(bundle: Bundle) -> None:
    make_old(bundle, 6)
    assert bundling.forget_old() == 0
    assert default_storage.exists(str(bundle.file.name))


def test_a_zip_that_nobody_knows_goes_once_its_worker_must_be_dead(bundle: Bundle) -> None:
    for name, hours in (("bundles/old.zip", 3), ("bundles/new.zip", 1)):
        default_storage.save(name, ContentFile(b"PK"))
        at = (timezone.now() - timedelta(hours=hours)).timestamp()
        os.utime(default_storage.path(name), (at, at))
    bundling.forget_old()
    assert not default_storage.exists("bundles/old.zip")
    assert default_storage.exists("bundles/new.zip")
    default_storage.delete("bundles/new.zip")
    assert default_storage.exists(str(bundle.file.name))
