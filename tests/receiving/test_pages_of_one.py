"""The page of one file that was given in: original and reading, doubts, and what becomes of it."""

from __future__ import annotations

from datetime import date

from agencies.models import Agency, Role, User
from reports import receiving
from reports.models import Batch, Report
from tests.clients import of
from tests.filing import begun
from tests.importing.hostile import bomb

from .files import batch, given, page
from .pages import url

KEY = "applications.received.natural_person"


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
