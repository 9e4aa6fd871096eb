"""Two people at one file, and two files of one report, at the same moment."""

from __future__ import annotations

from datetime import date

import pytest

from agencies.models import Agency, User
from reports import receiving, workflow
from reports.models import Batch, Duty, Report, Upload
from tests.at_once import at_once

from .files import given, page

pytestmark = pytest.mark.django_db(transaction=True)

ON = date(2024, 1, 22)


def archive(upload: Upload, by: User) -> Report:
    return receiving.archive(upload.pk, by, published_on=ON)


def test_one_file_is_archived_once(upload: Upload, reporter: User) -> None:
    told = at_once(*[lambda: archive(upload, reporter)] * 3)
    assert sum(isinstance(one, Report) for one in told) == 1
    assert sum(isinstance(one, workflow.RefusedError) for one in told) == 2
    assert Report.objects.get().revisions.count() == 1


def test_of_two_files_of_one_report_one_is_archived(
    own: Batch, districts: Batch, reporter: User, office: User, finance: Agency
) -> None:
    first, second = given(own, page()), given(districts, page())
    told = at_once(lambda: archive(first, reporter), lambda: archive(second, office))
    assert sum(isinstance(one, Report) for one in told) == 1
    assert sum(isinstance(one, workflow.RefusedError) for one in told) == 1
    assert Duty.objects.filter(agency=finance).count() == 1


def test_numbers_of_a_batch_are_given_once(own: Batch) -> None:
    at_once(*[lambda: receiving.give_in(own, "a.html", page())] * 4)
    assert list(own.uploads.values_list("number", flat=True)) == [1, 2, 3, 4]
