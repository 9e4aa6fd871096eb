"""归档 of what was read: roster, revision, original and event, or nothing at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from agencies.models import Agency, User
from reports import drafting, receiving, workflow
from reports.models import Batch, Campaign, Change, Document, Duty, Event, Report, State, Upload
from tests.filing import begun
from tests.workflow.acts import act

from .files import batch, given, page, printed

ON = date(2024, 1, 22)


def archived(upload: Upload, by: User, **more: Any) -> Report:
    return receiving.archive(upload.pk, by, **{"published_on": ON, **more})


def test_a_report_of_a_year_without_a_roster_is_archived(
    upload: Upload, reporter: User, finance: Agency, county: Agency
) -> None:
    taken = archived(upload, reporter, address="https://www.moumou.example/2023.html")
    assert (taken.state, taken.origin) == (State.PUBLISHED, Report.Origin.EXTERNAL)
    assert taken.duty.campaign.owner == county
    assert taken.revision
    assert taken.revision.content.figures == printed().figures
    assert taken.publication
    assert taken.publication.address == "https://www.moumou.example/2023.html"


def test_nobody_else_is_put_on_the_roster_of_that_year(upload: Upload, reporter: User) -> None:
    archived(upload, reporter)
    assert Duty.objects.filter(year=2023).count() == 1


def test_the_year_is_as_open_to_the_public_as_the_newest(
    upload: Upload, reporter: User, finance: Agency
) -> None:
    begun(finance, year=2025, public=True)
    archived(upload, reporter)
    assert Campaign.objects.get(year=2023).is_public
    assert Report.objects.public().filter(duty__year=2023).exists()


def test_the_original_is_kept_and_the_upload_says_nothing_any_more(
    upload: Upload, reporter: User
) -> None:
    stored = str(upload.file.name)
    with upload.file.open() as file:
        data = file.read()
    taken = archived(upload, reporter)
    kept = Document.objects.get(revision=taken.revision, kind=Document.Kind.ORIGINAL)
    with kept.file.open() as file:
        assert file.read() == data
    upload.refresh_from_db()
    assert (upload.state, upload.report, upload.reading) == (Upload.State.ARCHIVED, taken, None)
    assert default_storage.exists(str(kept.file.name))
    assert stored != kept.file.name


def test_the_event_says_which_file_it_was(upload: Upload, reporter: User) -> None:
    taken = archived(upload, reporter)
    event = Event.objects.get(report=taken, action="archive")
    assert event.data["file"] == upload.name
    assert event.data["sha256"] == upload.sha256
    assert event.data["doubts"] == 0


def test_every_value_of_the_draft_is_noted_as_imported(upload: Upload, reporter: User) -> None:
    taken = archived(upload, reporter)
    sources = set(taken.changes.values_list("source", flat=True))
    assert sources == {Change.Source.IMPORTED}
    assert taken.content.figures == printed().figures


def test_the_title_is_kept_as_it_was_printed(own: Batch, reporter: User) -> None:
    was, now = printed().title, printed().title.replace("工作年度报告", "工作年报")
    upload = given(own, page().decode().replace(was, now).encode())
    taken = archived(upload, reporter)
    assert taken.revision
    assert taken.revision.content.title == now


def test_a_former_name_is_kept_with_the_duty(upload: Upload, reporter: User) -> None:
    taken = archived(upload, reporter, legal_name="某某县财政税务局")
    assert taken.duty.legal_name == "某某县财政税务局"
    assert taken.revision
    assert taken.revision.content.agency == "某某县财政税务局"


def test_findings_are_frozen_and_block_nothing(own: Batch, reporter: User) -> None:
    upload = given(own, page().replace(b"3091", b"3092"))
    taken = archived(upload, reporter)
    assert taken.revision
    assert [one for one in taken.revision.findings if one["severity"] == "error"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"published_on": date(2023, 6, 1)}, "早于2023年度结束"),
        ({"published_on": date(2999, 1, 1)}, "不能晚于现在"),
        ({"address": "x" * 501}, "不超过500字"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    upload: Upload, reporter: User, more: dict[str, Any], words: str
) -> None:
    with pytest.raises(workflow.RefusedError, match=words):
        archived(upload, reporter, **more)
    upload.refresh_from_db()
    assert upload.state == Upload.State.READ
    assert not Duty.objects.exists()


def test_what_the_agency_wrote_gives_way_only_where_it_says_so(
    upload: Upload, reporter: User, finance: Agency
) -> None:
    report = begun(finance, year=2023)
    drafting.fill_zeros(report.pk, reporter)
    with pytest.raises(workflow.RefusedError, match="以原件的内容代替"):
        archived(upload, reporter, version=1)
    with pytest.raises(workflow.RefusedError, match="又有修改"):
        archived(upload, reporter, version=0, consent=True)
    taken = archived(upload, reporter, version=1, consent=True)
    assert taken.content.figures == printed().figures


def test_the_office_overwrites_no_draft_that_it_cannot_read(
    districts: Batch, office: User, reporter: User, finance: Agency
) -> None:
    report = begun(finance, year=2023)
    drafting.fill_zeros(report.pk, reporter)
    upload = given(districts, page())
    with pytest.raises(workflow.RefusedError, match="正在填报"):
        archived(upload, office, version=1, consent=True)
    assert receiving.standing(upload, office).present is None


def test_the_office_archives_for_an_agency_that_has_written_nothing(
    districts: Batch, office: User, education: Agency
) -> None:
    begun(education, year=2023)
    taken = archived(given(districts, page(education.name)), office)
    assert (taken.state, taken.duty.agency) == (State.PUBLISHED, education)


def test_a_year_that_is_not_over_cannot_be_archived(own: Batch, reporter: User) -> None:
    upload = given(own, page(year=timezone.localdate().year))
    with pytest.raises(workflow.RefusedError, match="还没有结束"):
        archived(upload, reporter)


def test_a_published_report_is_replaced_only_by_way_of_a_correction(
    own: Batch, upload: Upload, reporter: User, reviewer: User, finance: Agency
) -> None:
    first = archived(upload, reporter)
    again = given(own, page().replace(b"3091", b"3092"))
    with pytest.raises(workflow.RefusedError, match="办理更正"):
        archived(again, reporter)
    draft = act(first, "correct", reviewer, note="原件有误")
    taken = archived(again, reporter, version=draft.version)
    assert taken.publication
    assert (taken.publication.correction, taken.publication.revision.number) == ("原件有误", 2)
    assert taken.publications.count() == 2


def test_a_report_in_the_form_of_another_year_keeps_that_form(
    own: Batch, reporter: User, finance: Agency
) -> None:
    old = given(own, page_of_2019(2021), "2021.html")
    assert receiving.standing(old, reporter).no_archive == ""
    taken = archived(old, reporter, published_on=date(2022, 1, 20))
    assert (taken.duty.edition, taken.format.edition) == ("2019", "2019")


def test_a_year_that_has_no_form_cannot_be_archived(own: Batch, reporter: User) -> None:
    upload = given(own, page(year=2018))
    with pytest.raises(workflow.RefusedError, match="没有统一的表样"):
        archived(upload, reporter)


def test_two_clicks_archive_once(upload: Upload, reporter: User) -> None:
    taken = archived(upload, reporter)
    with pytest.raises(workflow.RefusedError, match="已经办理过"):
        archived(upload, reporter)
    assert taken.revisions.count() == 1


def page_of_2019(year: int) -> bytes:
    from tests.importing.layouts import spans

    return spans(printed(year=year, of="shanghai-office-2019"))


def test_neither_year_nor_agency_are_guessed(reporter: User, finance: Agency) -> None:
    unnamed = given(batch(reporter, finance), page("某某县某某局"))
    assert unnamed.agency is None
    with pytest.raises(workflow.RefusedError, match="请先选定"):
        archived(unnamed, reporter)
