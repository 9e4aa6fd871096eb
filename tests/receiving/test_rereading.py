"""A file is read once more in the form that a person chose."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from reports import receiving
from reports.models import Batch, Job, Upload
from reports.receiving.asking import key_of
from reports.workflow import RefusedError
from tests.clients import of

from .files import given, page, read
from .pages import url

KEY = "applications.received.natural_person"


def post(upload: Upload, user: User, **sent: object) -> str:
    client = of(user)
    client.post(url(upload), {"act": "place", **sent})
    upload.refresh_from_db()
    return client.get(url(upload)).content.decode()


def test_it_is_read_in_the_form_that_was_chosen(
    upload: Upload, reporter: User, finance: Agency
) -> None:
    shown = post(upload, reporter, agency=finance.pk, year=2020, edition="2019")
    assert upload.state == Upload.State.WAITING
    assert "读好后本页自动显示" in shown
    assert Job.objects.get(key=key_of(upload.pk)).state == Job.State.QUEUED
    read(upload)
    assert (upload.state, upload.reading["edition"], upload.year) == ("read", "2019", 2020)
    assert upload.reading["figures"][KEY] == 3014


def test_agency_and_year_stay_as_they_were_chosen(
    upload: Upload, reporter: User, finance: Agency
) -> None:
    post(upload, reporter, agency=finance.pk, year=2020, edition="2019")
    assert read(upload).year == 2020


def test_the_same_form_is_not_read_again(upload: Upload, reporter: User, finance: Agency) -> None:
    post(upload, reporter, agency=finance.pk, year=2022, edition="2021")
    assert (upload.state, upload.year) == (Upload.State.READ, 2022)


def test_a_year_of_another_form_is_named(upload: Upload, reporter: User, finance: Agency) -> None:
    shown = post(upload, reporter, agency=finance.pk, year=2020, edition="2021")
    assert "2020年度使用2019版表样，这份文件按2021版读出" in shown
    shown = post(upload, reporter, agency=finance.pk, year=2023, edition="2021")
    assert "年度使用" not in shown


def test_what_a_person_mended_goes_with_the_old_reading(upload: Upload, reporter: User) -> None:
    receiving.mend(upload, {KEY: "5"})
    receiving.read_again(upload.pk, "2019")
    assert read(upload).mended == {}


def test_where_it_cannot_be_read_so_what_was_read_stands(
    upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    receiving.read_again(upload.pk, "2019")
    data = "今天天气很好。".encode()
    monkeypatch.setattr(receiving.reading, "_data", lambda upload: data)
    read(upload)
    assert (upload.state, upload.reading["edition"], upload.edition) == ("read", "2021", "")
    assert upload.failure.startswith("按2019版表样没有读出")
    assert upload.file.name
    assert upload.file.storage.exists(upload.file.name)


def test_what_was_decided_on_is_not_read_again(upload: Upload, reporter: User) -> None:
    receiving.drop(upload.pk, reporter)
    with pytest.raises(RefusedError, match="已经办理过"):
        receiving.read_again(upload.pk, "2019")


def test_a_form_that_there_is_not_is_refused(upload: Upload) -> None:
    with pytest.raises(RefusedError, match="没有这种表样"):
        receiving.read_again(upload.pk, "2020")


def test_a_page_that_waits_for_one_file_asks_for_that_alone(own: Batch, reporter: User) -> None:
    first, second = given(own, page()), receiving.give_in(own, "b.html", page(year=2022))
    client = of(reporter)
    told = client.get(f"/imports/{own.pk}/progress/?only={first.number}").json()
    assert (told["waiting"], told["total"]) == (0, 1)
    told = client.get(f"/imports/{own.pk}/progress/?only={second.number}").json()
    assert (told["waiting"], told["total"]) == (1, 1)
