"""发布登记与网页核对 on the page: recorded, checked, listed, printed, shown to the district."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agencies.models import Agency, User
from reports.models import PortalCheck, PortalRecord, Report
from reports.rendering import html
from tests.filing import begun, published, submitted
from tests.portal.pages import with_figure

pytestmark = pytest.mark.django_db

CELL = "applications.received.natural_person"
URL = "https://www.moumou.gov.cn/zfxxgk/2024.html"
RECORDED = {"url": URL, "published_at": "2025-01-20T10:30"}


@pytest.fixture
def report(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(begun(finance), reporter, reviewer)


@pytest.fixture
def client(reporter: User) -> Client:
    client = Client()
    client.force_login(reporter)
    return client


@pytest.fixture
def page(report: Report) -> str:
    """What a portal shows that has changed nothing."""
    assert report.revision is not None
    return html.draw(report.revision.content).decode()


def upload(client: Client, report: Report, data: bytes, name: str = "年报.html") -> Any:
    file = SimpleUploadedFile(name, data)
    return client.post(f"/reports/{report.pk}/portal/check/", {"page": file}, follow=True)


def record(client: Client, report: Report, **more: str) -> Any:
    sent = {**RECORDED, **more}
    return client.post(f"/reports/{report.pk}/portal/record/", sent, follow=True)


def words(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_where_and_when_are_recorded_and_shown_on_the_report(
    client: Client, report: Report
) -> None:
    assert "发布登记已保存" in record(client, report).content.decode()
    shown = words(client, f"/reports/{report.pk}/")
    assert URL in shown
    assert "2025年1月20日 10:30" in shown
    assert "发布登记</b>" in shown


def test_a_correction_is_asked_why_and_the_earlier_one_is_kept(
    client: Client, report: Report
) -> None:
    record(client, report)
    assert "更正请填写更正原因" in record(client, report, url=f"{URL}#2").content.decode()
    shown = record(client, report, url=f"{URL}#2", reason="地址有误").content.decode()
    assert "以前的登记" in shown
    assert PortalRecord.objects.count() == 2


def test_a_time_that_is_none_is_told_beside_its_field(client: Client, report: Report) -> None:
    answer = record(client, report, published_at="去年")
    assert answer.status_code == 422
    assert "请填写日期和时间" in answer.content.decode()
    assert URL in answer.content.decode()


def test_a_page_that_says_the_same_is_found_to_agree(
    client: Client, report: Report, page: str
) -> None:
    shown = upload(client, report, page.encode()).content.decode()
    assert "网页与定稿一致" in shown
    kept = PortalCheck.objects.get()
    assert kept.words == "一致"
    assert kept.page_digest == hashlib.sha256(page.encode()).hexdigest()
    assert not default_storage.exists(f"pages/{kept.page_digest}")


def test_what_differs_is_listed_with_both_values_and_can_be_read_again(
    client: Client, report: Report, page: str
) -> None:
    changed = with_figure(page, CELL, "99").replace("问题：更新不够快。", "问题：更新太慢。")
    shown = upload(client, report, changed.encode()).content.decode()
    kept = PortalCheck.objects.get()
    assert kept.counts == {"figure": 1, "label": 0, "text": 1, "doubt": 0}
    again = words(client, f"/reports/{report.pk}/portal/checks/{kept.pk}/")
    for said in (shown, again):
        assert "× 自然人</td><td>0</td>" in said
        assert "99" in said
        assert "2处不同" in said


def test_a_page_in_another_encoding_is_read(client: Client, report: Report, page: str) -> None:
    data = page.replace('charset="utf-8"', 'charset="gbk"').encode("gbk")
    upload(client, report, data)
    assert PortalCheck.objects.get().words == "一致"


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"<p>\xe4\xbd\xa0\xe5\xa5\xbd</p>", "a.html", "没有读到政府信息公开工作年度报告的内容"),
        (b"x", "a.doc", "另存为.docx"),
        (b"", "a.html", "文件是空的"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_a_sentence(
    client: Client, report: Report, data: bytes, name: str, why: str
) -> None:
    answer = upload(client, report, data, name)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not PortalCheck.objects.exists()


def test_nothing_at_all_is_asked_for(client: Client, report: Report) -> None:
    answer = client.post(f"/reports/{report.pk}/portal/check/", {"pasted": " "})
    assert "请选择另存的网页，或粘贴网页内容" in answer.content.decode()


def test_the_district_sees_who_has_recorded_and_how_pages_were_found(
    client: Client, report: Report, office: User, page: str
) -> None:
    district = Client()
    district.force_login(office)
    assert "网页核对：未登记" in words(district, "/")
    record(client, report)
    assert "网页核对：未核对" in words(district, "/")
    upload(client, report, with_figure(page, CELL, "99").encode())
    assert "网页核对：1处不同" in words(district, "/")
    assert "1处不同" in words(district, f"/reports/{report.pk}/portal/")


def test_others_see_nothing_of_it(
    client: Client, report: Report, outsider: User, sysadmin: User, page: str
) -> None:
    record(client, report)
    upload(client, report, page.encode())
    kept = PortalCheck.objects.get()
    for person in (outsider, sysadmin):
        client.force_login(person)
        for address in ("", f"checks/{kept.pk}/"):
            assert client.get(f"/reports/{report.pk}/portal/{address}").status_code == 404


def test_a_draft_has_no_page_to_check(
    client: Client, education: Agency, finance: Agency, reporter: User
) -> None:
    report = submitted(begun(finance, year=2023), reporter)
    assert client.get(f"/reports/{report.pk}/portal/").status_code == 404


def test_a_check_of_another_report_is_not_found_under_this_one(
    client: Client, report: Report, finance: Agency, reporter: User, reviewer: User, page: str
) -> None:
    other = published(begun(finance, year=2023), reporter, reviewer)
    upload(client, report, page.encode())
    kept = PortalCheck.objects.get()
    assert client.get(f"/reports/{other.pk}/portal/checks/{kept.pk}/").status_code == 404
