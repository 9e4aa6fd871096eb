"""The public pages: what is published, beside it its files, and of everything else nothing."""

import datetime as dt
import hashlib
import json
import re
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from agencies.models import Agency, User
from reports import workflow
from reports.models import Campaign, Document, Publication, Report
from reports.views import stored
from tests.filing import (
    ALL_SAID,
    FILES,
    approved,
    begun,
    corrected,
    published,
    submitted,
    with_data,
)

PAGE = "/open/caizheng/2024/"


@pytest.fixture
def story(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(begun(finance), reporter, reviewer)


def read(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status
    return answer.content.decode()


def test_anybody_finds_a_published_report(client: Client, story: Report) -> None:
    assert PAGE in read(client, "/open/")
    page = read(client, PAGE)
    assert "<h1" in page
    assert story.title in page
    assert ALL_SAID in page


def test_a_report_shows_when_it_was_published(client: Client, story: Report) -> None:
    published_at = timezone.localtime(Publication.objects.get().published_at)
    assert f'datetime="{published_at:%Y-%m-%d}' in read(client, PAGE)


@pytest.mark.parametrize("bring", [submitted, approved])
def test_what_is_not_published_is_not_there(
    client: Client, finance: Agency, reporter: User, reviewer: User, bring: object
) -> None:
    people = (reporter,) if bring is submitted else (reporter, reviewer)
    assert callable(bring)
    bring(begun(finance), *people)
    for address in (PAGE, f"{PAGE}docx", f"{PAGE}json"):
        read(client, address, 404)
    assert "财政局" not in read(client, "/open/")


def test_a_district_may_keep_its_index_closed(client: Client, story: Report) -> None:
    Campaign.objects.update(is_public=False)
    for address in (PAGE, f"{PAGE}pdf"):
        read(client, address, 404)
    assert "财政局" not in read(client, "/open/")


def test_the_standing_publication_stays_while_a_correction_is_written(
    client: Client, story: Report, reviewer: User, reporter: User
) -> None:
    workflow.advance(story, "correct", reviewer, "数字有误", revision=story.revision_id)
    assert ALL_SAID in read(client, PAGE)


def test_a_correction_is_told_with_its_reason(
    client: Client, story: Report, reporter: User, reviewer: User
) -> None:
    corrected(story, reporter, reviewer, "漏写一项")
    page = read(client, PAGE)
    assert "漏写一项" in page
    assert "另作补充" in page
    assert "已更正" in read(client, "/open/")


def test_a_correction_leaves_the_day_of_the_first_publication(
    client: Client, story: Report, reporter: User, reviewer: User
) -> None:
    first = Publication.objects.get()
    first.published_at -= dt.timedelta(days=40)
    first.save()
    corrected(story, reporter, reviewer, "漏写一项")
    was, now = (
        date_format(timezone.localtime(at), "Y年n月j日")
        for at in Publication.objects.order_by("pk").values_list("published_at", flat=True)
    )
    page = re.sub(r"</?time[^>]*>", "", read(client, PAGE))
    assert f"发布日期：{was}，{now}更正" in page
    row = read(client, "/open/")
    assert f"{was}<br>" in row
    assert f"{now}更正" in row


def test_what_was_taken_down_leaves_its_reason(client: Client, story: Report, office: User) -> None:
    workflow.advance(story, "take_down", office, "内容须核对", revision=story.revision_id)
    assert "内容须核对" in read(client, PAGE, 410)
    assert ALL_SAID not in read(client, PAGE, 410)
    read(client, f"{PAGE}docx", 410)
    assert PAGE not in read(client, "/open/")


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_file_is_what_was_kept_named_as_its_title(
    client: Client, story: Report, kind: str
) -> None:
    answer = client.get(f"{PAGE}{kind}")
    assert answer.content == FILES[kind]
    assert answer.headers["ETag"] == f'"{hashlib.sha256(FILES[kind]).hexdigest()}"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=utf-8''")
    assert unquote(disposition).endswith(f"{story.title}.{kind}")


def test_a_file_that_the_browser_has_is_not_sent_again(client: Client, story: Report) -> None:
    etag = client.get(f"{PAGE}pdf").headers["ETag"]
    again = client.get(f"{PAGE}pdf", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_the_data_is_the_report_json(client: Client, story: Report) -> None:
    data = json.loads(read(client, f"{PAGE}json"))
    assert data["title"] == story.title
    assert data["figures"]["applications.received.total"] == 0


@pytest.mark.parametrize("kind", ["xlsx", "csv", "json"])
def test_data_that_was_not_kept_is_drawn_from_what_was_published(
    client: Client, story: Report, kind: str
) -> None:
    assert f'href="{PAGE}{kind}"' in read(client, PAGE)
    answer = client.get(f"{PAGE}{kind}")
    assert story.revision is not None
    drawn = import_module(f"reports.rendering.{kind}").draw(story.revision.content)
    assert (answer.content, answer["Content-Type"]) == (drawn, stored.TYPES[kind])
    assert unquote(answer.headers["Content-Disposition"]).endswith(f"{story.title}.{kind}")


def test_data_that_was_kept_is_handed_out_as_it_is(client: Client, story: Report) -> None:
    assert story.revision is not None
    with_data(story.revision, "xlsx", b"PK\x03\x04 the sheets")
    assert client.get(f"{PAGE}xlsx").content == b"PK\x03\x04 the sheets"
    assert read(client, PAGE).count(f'href="{PAGE}xlsx"') == 1
    Path(Document.objects.get(kind="xlsx").file.path).write_bytes(b"PK\x03\x04 other sheets")
    assert "文件暂时不能下载" in read(client, f"{PAGE}xlsx", 500)


def test_the_files_are_offered_in_one_order(client: Client, story: Report) -> None:
    page = read(client, PAGE)
    places = [page.index(f'href="{PAGE}{kind}"') for kind in ("docx", "pdf", "xlsx", "csv", "json")]
    assert places == sorted(places)


def test_beside_the_data_stands_what_it_means(client: Client, story: Report) -> None:
    page = read(client, PAGE)
    for kind in ("csv", "json"):
        assert f'href="/open/codebook/2021.{kind}"' in page
        read(client, f"/open/codebook/2021.{kind}")


def test_the_pdf_for_the_archive_stays_with_the_agency(client: Client, story: Report) -> None:
    assert read(client, f"{PAGE}pdf") != ""
    Document.objects.filter(kind="pdf").update(kind="archive")
    assert "归档PDF" not in read(client, PAGE)
    read(client, f"{PAGE}archive", 404)


def test_there_is_no_other_kind_of_file(client: Client, story: Report) -> None:
    read(client, f"{PAGE}exe", 404)


def test_a_file_that_was_tampered_with_is_not_handed_out(
    client: Client, story: Report, caplog: pytest.LogCaptureFixture
) -> None:
    document = Document.objects.get(kind="pdf")
    Path(document.file.path).write_bytes(b"%PDF-1.7 other pages")
    assert "文件暂时不能下载" in read(client, f"{PAGE}pdf", 500)
    assert str(document.file.name) in caplog.text
    read(client, f"{PAGE}docx")


def test_a_lost_file_is_told_plainly(client: Client, story: Report) -> None:
    Path(Document.objects.get(kind="docx").file.path).unlink()
    assert "文件暂时不能下载" in read(client, f"{PAGE}docx", 500)


def test_the_page_shows_the_hash_of_every_file(client: Client, story: Report) -> None:
    page = read(client, PAGE)
    hashes = list(Document.objects.values_list("sha256", flat=True))
    assert len(hashes) == 2
    assert all(sha256 in page for sha256 in hashes)


def test_the_index_shows_one_year_at_a_time(
    client: Client, story: Report, reporter: User, reviewer: User, finance: Agency
) -> None:
    published(begun(finance, year=2023), reporter, reviewer)
    assert "/open/caizheng/2023/" not in read(client, "/open/")
    assert "/open/caizheng/2023/" in read(client, "/open/?year=2023")


@pytest.mark.parametrize("query", ["year=1999", "year=二〇二四", "year=" + "9" * 40, "page=x"])
def test_odd_questions_get_a_page(client: Client, story: Report, query: str) -> None:
    assert "年度报告" in read(client, f"/open/?{query}")


def test_the_index_is_searched_by_name(client: Client, story: Report) -> None:
    assert PAGE in read(client, "/open/?q=财政")
    assert PAGE not in read(client, "/open/?q=教育")


def test_an_empty_index_says_so(client: Client, db: None) -> None:
    assert "还没有公开的年度报告" in read(client, "/open/")


def test_public_pages_name_no_member_of_staff(client: Client, story: Report) -> None:
    page = read(client, PAGE)
    assert "王填报" not in page
    assert "010-1234567" not in page
