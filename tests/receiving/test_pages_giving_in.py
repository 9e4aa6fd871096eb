"""The page of 导入: what is given in there, and what is told of what cannot be taken."""

from __future__ import annotations

import zipfile
from typing import Any

import pytest

from agencies.models import Agency, Role, User
from agencies.roles import grant
from reports.models import Batch, Job, Upload
from tests.clients import of

from .files import packed, page, read, text, word
from .pages import file


def test_many_files_are_given_in_at_once(reporter: User, finance: Agency) -> None:
    files = [file(page()), file(word(), "b.docx"), file(text(), "c.txt")]
    sent = {"desk": "reporter:caizheng", "files": files}
    answer = of(reporter).post("/imports/", sent)
    made = Batch.objects.get()
    assert answer.headers["Location"] == f"/imports/{made.pk}/"
    assert [one.name for one in made.uploads.all()] == ["2023年报.html", "b.docx", "c.txt"]
    assert Job.objects.filter(kind="read_upload").count() == 3


def test_an_archive_is_opened_and_each_file_in_it_has_a_row(
    reporter: User, finance: Agency
) -> None:
    data = packed({"2021年/a.html": page(year=2021), "2022年/b.txt": text(year=2022)})
    files = [file(data, "五年.ZIP"), file(b"Rar!", "b.rar"), file(page())]
    of(reporter).post("/imports/", {"desk": "reporter:caizheng", "files": files})
    told = [(one.name, one.failure) for one in Upload.objects.all()]
    assert [name for name, _ in told] == [
        "2021年／a.html",
        "2022年／b.txt",
        "b.rar",
        "2023年报.html",
    ]
    assert "请解压后" in told[2][1]


def test_an_archive_that_is_too_large_is_named(
    reporter: User, finance: Agency, settings: Any
) -> None:
    settings.UPLOAD_MAX_BYTES = 2 * 1024 * 1024
    data = packed({"a.html": bytes(1_200_000)}, zipfile.ZIP_STORED)
    of(reporter).post("/imports/", {"desk": "reporter:caizheng", "files": [file(data, "a.zip")]})
    assert Upload.objects.get().failure == "压缩包超过1MB，请分成几个压缩包再上传"


def test_what_is_pasted_is_a_file_too(reporter: User, finance: Agency) -> None:
    sent = {"desk": "reporter:caizheng", "pasted": text().decode()}
    of(reporter).post("/imports/", sent)
    upload = read(Upload.objects.get())
    assert (upload.name, upload.state) == ("粘贴的内容.txt", Upload.State.READ)


def test_a_pasted_page_keeps_its_tables(reporter: User, finance: Agency) -> None:
    sent = {"desk": "reporter:caizheng", "pasted": "只有文字", "page": page().decode()}
    of(reporter).post("/imports/", sent)
    upload = read(Upload.objects.get())
    assert (upload.name, upload.state) == ("粘贴的内容.html", Upload.State.READ)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"desk": "reporter:caizheng"}, "请选择文件"),
        ({"desk": "reporter:jiaoyu", "pasted": "x"}, "请选择导入到哪个机关"),
        ({"desk": "reporter:caizheng", "pasted": "x" * 400_001}, "粘贴的内容过多"),
    ],
)
def test_what_cannot_be_taken_is_told_and_opens_no_batch(
    reporter: User, education: Agency, sent: dict[str, str], words: str
) -> None:
    answer = of(reporter).post("/imports/", sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Batch.objects.exists()


def test_a_script_opens_a_batch_and_sends_files_a_few_at_a_time(
    reporter: User, finance: Agency
) -> None:
    client, json = of(reporter), {"Accept": "application/json"}
    began = client.post("/imports/", {"desk": "reporter:caizheng"}, headers=json).json()
    told = client.post(began["url"], {"files": [file(page())]}, headers=json).json()
    assert told == {"problems": []}
    assert Batch.objects.get().uploads.count() == 1


def test_a_person_of_two_roles_chooses_for_which(office: User, county: Agency) -> None:
    grant(office, Role.REPORTER, county, by=None)
    shown = of(office).get("/imports/").content.decode()
    assert 'value="office:moumou"' in shown
    assert 'value="reporter:moumou"' in shown
