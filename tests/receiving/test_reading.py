"""Files come in, workers read them; what is refused leaves a sentence and nothing else."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage

from agencies.models import Agency, User
from agencies.roles import Role
from reports import receiving
from reports.models import Batch, Job, Upload
from reports.receiving import giving_in
from tests.importing.hostile import REFUSED

from .files import batch, given, page, printed, read, word

SOON = ["zip bomb", "external entity", "half a Word file", "scan", "pages in pages"]


def test_a_file_is_read_and_its_agency_and_year_are_proposed(
    upload: Upload, finance: Agency
) -> None:
    assert (upload.state, upload.agency, upload.year) == (Upload.State.READ, finance, 2023)
    assert (upload.matched, upload.doubts) == (Upload.Matched.NAME, 0)
    assert upload.reading["figures"]["applications.received.total"] == 3091
    assert upload.file.name == f"uploads/{upload.sha256}.html"


def test_every_file_has_a_job_of_its_own(own: Batch) -> None:
    uploads = [receiving.give_in(own, f"{n}.html", page()) for n in (1, 2)]
    jobs = Job.objects.filter(kind="read_upload").order_by("pk")
    assert [job.args for job in jobs] == [{"upload": one.pk} for one in uploads]
    assert [one.number for one in uploads] == [1, 2]


def test_reading_twice_reads_once(upload: Upload) -> None:
    Upload.objects.filter(pk=upload.pk).update(year=2021)
    assert read(upload).year == 2021


@pytest.mark.parametrize("case", SOON)
def test_of_a_hostile_file_nothing_is_kept_but_a_sentence(own: Batch, case: str) -> None:
    name, made, words = REFUSED[case]
    upload = receiving.give_in(own, name, made())
    stored = str(upload.file.name)
    assert default_storage.exists(stored)
    read(upload)
    assert (upload.state, upload.file.name, upload.reading) == (Upload.State.FAILED, "", None)
    assert words in upload.failure
    assert not default_storage.exists(stored)


@pytest.mark.parametrize(("name", "data"), [("a.doc", b"x"), ("a.exe", b"x"), ("a.docx", b"")])
def test_what_can_be_told_at_a_glance_is_never_stored(own: Batch, name: str, data: bytes) -> None:
    upload = receiving.give_in(own, name, data)
    assert (upload.state, upload.file.name) == (Upload.State.FAILED, "")
    assert upload.failure
    assert not Job.objects.filter(kind="read_upload").exists()


def test_a_file_that_another_upload_has_too_is_kept_for_it(own: Batch) -> None:
    first, second = (receiving.give_in(own, f"{n}.txt", b"nothing of a report") for n in (1, 2))
    read(first)
    assert first.state == Upload.State.FAILED
    assert default_storage.exists(str(second.file.name))


def test_a_lost_file_is_told(own: Batch) -> None:
    upload = receiving.give_in(own, "a.html", page())
    default_storage.delete(str(upload.file.name))
    assert "重新上传" in read(upload).failure


def test_a_batch_takes_no_more_than_it_may(own: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(giving_in, "MOST_FILES", 1)
    receiving.give_in(own, "1.html", page())
    with pytest.raises(receiving.TooManyError, match="分批"):
        receiving.give_in(own, "2.html", page())
    assert own.uploads.count() == 1


def test_only_who_fills_in_or_keeps_the_district_gives_in(
    outsider: User, office: User, reviewer: User, county: Agency, finance: Agency
) -> None:
    assert batch(office, county, Role.OFFICE).agency == county
    for user, role in ((outsider, Role.REPORTER), (reviewer, Role.REVIEWER)):
        with pytest.raises(PermissionDenied):
            batch(user, finance if user is outsider else county, role)


def test_a_reporters_file_is_matched_with_the_own_agency_alone(
    own: Batch, districts: Batch, education: Agency
) -> None:
    name = education.name
    assert given(own, page(name)).agency is None
    assert given(districts, page(name)).agency == education


def test_others_see_nothing_of_it(
    own: Batch, upload: Upload, reporter: User, outsider: User, office: User, reviewer: User
) -> None:
    assert upload in Upload.objects.visible_to(reporter)
    assert own in Batch.objects.visible_to(reporter)
    for user in (outsider, office, reviewer):
        assert not Upload.objects.visible_to(user).exists()
        assert not Batch.objects.visible_to(user).exists()


def test_a_page_saved_with_its_day_says_when_it_was_published(own: Batch) -> None:
    upload = given(own, page(more="<p>发布日期：2024-01-25 浏览</p>"))
    assert str(upload.published_on) == "2024-01-25"


def test_a_word_file_says_the_same(own: Batch) -> None:
    upload = given(own, word(), "2023年报.docx")
    content = receiving.content_of(upload)
    assert content.figures == printed().figures
    assert content.title == printed().title
