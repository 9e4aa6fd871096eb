"""The pages of 导入: what they take, what they tell, and who sees nothing of it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agencies.models import Agency, Role, User
from agencies.roles import grant
from reports import receiving
from reports.models import Batch, Job, Report, Upload
from tests.filing import begun
from tests.importing.hostile import bomb
from tests.make import make_user
from tests.receiving.files import batch, given, packed, page, read, text, word

KEY = "applications.received.natural_person"


@pytest.fixture
def own(reporter: User, finance: Agency) -> Batch:
    return batch(reporter, finance)


def of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def file(data: bytes, name: str = "2023年报.html") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def url(upload: Upload) -> str:
    return f"/imports/{upload.batch_id}/{upload.number}/"


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


def test_nobody_else_finds_any_of_it(
    own: Batch, reporter: User, outsider: User, office: User, reviewer: User
) -> None:
    upload = given(own, page())
    addresses = [f"/imports/{own.pk}/", url(upload), f"/imports/{own.pk}/table.xlsx"]
    addresses += [f"/imports/{own.pk}/progress/", f"/imports/{own.pk}/archive/"]
    for address in addresses:
        assert of(reporter).get(address).status_code == 200
        for other in (outsider, office, reviewer):
            assert of(other).get(address).status_code == 404
    assert upload.name in of(reporter).get(f"/imports/{own.pk}/").content.decode()


def test_a_colleague_of_the_same_role_goes_on_with_it(own: Batch, finance: Agency) -> None:
    upload = given(own, page())
    colleague = make_user("qian", {Role.REPORTER: finance})
    assert of(colleague).get(url(upload)).status_code == 200


def test_source_and_reading_lead_to_each_other(own: Batch, reporter: User) -> None:
    upload = given(own, page())
    shown = of(reporter).get(url(upload)).content.decode()
    stood = upload.reading["stood"][KEY]
    place = f"at-{stood['line']}-{stood['column']}"
    assert f'<a class="seen-figure" id="{place}" href="#read-{KEY}">3014</a>' in shown
    assert f'id="read-{KEY}" href="#{place}"' in shown


def test_nothing_of_a_foreign_page_is_drawn_but_its_words(own: Batch, reporter: User) -> None:
    evil = "<p onclick='steal()'>甲<img src=x onerror=steal()>乙&lt;script&gt;steal()</p>"
    upload = given(own, page(more=evil))
    shown = of(reporter).get(url(upload)).content.decode()
    assert "甲乙&lt;script&gt;steal()" in shown
    assert "onclick" not in shown
    assert "onerror" not in shown


def test_doubts_come_first_and_lead_to_both_sides(own: Batch, reporter: User) -> None:
    upload = given(own, page().replace(b">3014<", "约3014<".encode().join([b">", b""])))
    shown = of(reporter).get(url(upload)).content.decode()
    doubt = next(one for one in upload.reading["doubts"] if one["cell"] == KEY)
    assert shown.index(doubt["raw"]) < shown.index('class="paper"')
    assert f'<a href="#line-{doubt["line"]}">看原文</a>' in shown
    assert f'<a href="#read-{KEY}">看读数</a>' in shown


def test_what_a_person_reads_is_kept_with_what_was_read(own: Batch, reporter: User) -> None:
    upload = given(own, page().replace(b">3014<", "约3014<".encode().join([b">", b""])))
    assert upload.reading["figures"][KEY] is None
    of(reporter).post(url(upload), {"act": "mend", KEY: "3014"})
    upload.refresh_from_db()
    assert upload.mended == {KEY: 3014}
    taken = receiving.archive(upload.pk, reporter, published_on=date(2024, 1, 22))
    assert taken.content.figures[KEY] == 3014
    event = taken.events.get(action="archive")
    assert event.data["mended"] == {KEY: [None, 3014]}


def test_a_figure_that_cannot_stand_is_given_back(own: Batch, reporter: User) -> None:
    upload = given(own, page().replace(b">3014<", "约3014<".encode().join([b">", b""])))
    answer = of(reporter).post(url(upload), {"act": "mend", KEY: "三千"})
    assert answer.status_code == 422
    assert 'value="三千"' in answer.content.decode()


def test_agency_and_year_are_confirmed_by_a_person(
    office: User, county: Agency, finance: Agency
) -> None:
    upload = given(batch(office, county, Role.OFFICE), page("某某县某某局"))
    assert "没有认出机关" in of(office).get(url(upload)).content.decode()
    of(office).post(url(upload), {"act": "place", "agency": finance.pk, "year": 2022})
    upload.refresh_from_db()
    assert (upload.agency, upload.year, upload.matched) == (finance, 2022, "person")


def test_a_report_that_names_another_agency_is_not_taken_without_a_word(
    own: Batch, reporter: User, finance: Agency
) -> None:
    upload, client = given(own, page("某某县教育局")), of(reporter)
    sent = {"act": "place", "agency": finance.pk, "year": 2023}
    shown = client.post(url(upload), sent, follow=True).content.decode()
    assert "原文写的机关是“某某县教育局”，选定的是“某某县财政局”" in shown
    told = of(reporter).get(url(given(own, page(year=2022)))).content.decode()
    assert "原文写的机关是" not in told


def test_an_agency_out_of_reach_cannot_be_chosen(
    own: Batch, reporter: User, education: Agency
) -> None:
    upload = given(own, page())
    answer = of(reporter).post(url(upload), {"act": "place", "agency": education.pk, "year": 2023})
    assert answer.status_code == 422
    assert "只能选择您可以导入的机关" in answer.content.decode()


def test_archiving_asks_when_and_where_and_leads_to_the_report(own: Batch, reporter: User) -> None:
    upload = given(own, page(more="<p>发布日期：2024-01-25</p>"))
    assert 'value="2024-01-25"' in of(reporter).get(url(upload)).content.decode()
    sent = {"act": "archive", "published_on": "2024-01-25", "legal_name": "某某县财政局"}
    answer = of(reporter).post(url(upload), sent | {"address": "https://a.example/1"})
    report = Report.objects.get()
    assert answer.headers["Location"] == f"/reports/{report.pk}/"
    assert report.publication
    assert report.publication.address == "https://a.example/1"
    shown = of(reporter).get(f"/reports/{report.pk}/").content.decode()
    assert "原件" in shown
    assert "https://a.example/1" in shown


def test_without_a_day_nothing_is_archived(own: Batch, reporter: User) -> None:
    upload = given(own, page())
    answer = of(reporter).post(url(upload), {"act": "archive", "legal_name": "某某县财政局"})
    assert answer.status_code == 422
    assert "请填写发布日期" in answer.content.decode()
    assert not Report.objects.exists()


def test_what_is_there_already_stands_beside_as_a_difference(own: Batch, reporter: User) -> None:
    first, second = given(own, page()), given(own, page().replace(b">3014<", b">3015<"))
    receiving.archive(first.pk, reporter, published_on=date(2024, 1, 22))
    shown = of(reporter).get(url(second)).content.decode()
    assert "与已归档的报告对照" in shown
    assert "<td>3014</td><td>3015</td>" in shown
    assert "办理更正" in shown


def test_a_draft_of_the_year_gets_what_waits(own: Batch, reporter: User, finance: Agency) -> None:
    draft = begun(finance, year=2023)
    upload = given(own, page())
    answer = of(reporter).post(url(upload), {"act": "offer"}, follow=True)
    assert answer.request["PATH_INFO"] == f"/reports/{draft.pk}/edit/"
    assert "项已列为待确认" in answer.content.decode()


def test_what_is_dropped_is_told_and_gone(own: Batch, reporter: User) -> None:
    upload = given(own, page())
    answer = of(reporter).post(url(upload), {"act": "drop"}, follow=True)
    assert "已放弃" in answer.content.decode()
    assert "已放弃" in of(reporter).get(url(upload)).content.decode()


def test_a_hostile_file_gets_a_sentence(own: Batch, reporter: User) -> None:
    upload = given(own, bomb(), "a.docx")
    assert "展开后过大" in of(reporter).get(url(upload)).content.decode()
    assert "展开后过大" in of(reporter).get(f"/imports/{own.pk}/").content.decode()


def test_progress_tells_only_what_is_news(own: Batch, reporter: User) -> None:
    given(own, page())
    receiving.give_in(own, "b.html", page(year=2022))
    told = of(reporter).get(f"/imports/{own.pk}/progress/").json()
    assert (told["waiting"], told["total"], len(told["lines"])) == (1, 2, 1)
    assert told["lines"][0]["words"] == "已读出"
    later = of(reporter).get(f"/imports/{own.pk}/progress/?from=2").json()
    assert later["lines"] == []


def test_the_table_says_the_same_as_the_page(own: Batch, reporter: User) -> None:
    given(own, page())
    given(own, b"nothing", "=cmd.txt")
    data = of(reporter).get(f"/imports/{own.pk}/table.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert [row[4] for row in rows] == ["已读出", "没有读出"]
    assert sheet["B4"].value == "=cmd.txt"
    assert sheet["B4"].data_type == "s"


def test_plain_files_are_archived_together(own: Batch, reporter: User) -> None:
    uploads = [given(own, page(year=year), f"{year}.html") for year in (2021, 2022, 2023)]
    sent = {f"n{one.number}-chosen": "on" for one in uploads[:2]}
    sent |= {f"n{n}-published_on": f"{year}-01-20" for n, year in ((1, 2022), (2, 2023))}
    of(reporter).post(f"/imports/{own.pk}/archive/", sent)
    assert list(Report.objects.order_by("duty__year").values_list("duty__year", flat=True)) == [
        2021,
        2022,
    ]
    assert receiving.tally(receiving.lines(own)) == {"已读出": 1, "已归档": 2}


def test_of_several_none_is_archived_while_a_day_is_missing(own: Batch, reporter: User) -> None:
    given(own, page())
    answer = of(reporter).post(f"/imports/{own.pk}/archive/", {"n1-chosen": "on"})
    assert answer.status_code == 422
    assert "请填写发布日期" in answer.content.decode()
    assert not Report.objects.exists()


def test_what_is_doubtful_is_not_offered_for_archiving_together(own: Batch, reporter: User) -> None:
    given(own, page().replace(b">3014<", "约3014<".encode().join([b">", b""])))
    shown = of(reporter).get(f"/imports/{own.pk}/archive/").content.decode()
    assert "没有可以成批归档的文件" in shown
