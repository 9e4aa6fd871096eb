"""盖章扫描件: brought in on its page, seen by those who handle the report, never in public."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency, User
from reports.models import Report, SealedScan
from tests import sealed
from tests.clients import of
from tests.filing import begun, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(begun(finance), reporter, reviewer)


def bring(report: Report, user: User, data: bytes, code: str = "", **more: str) -> Any:
    assert report.signed is not None
    file = SimpleUploadedFile("盖章.pdf", data)
    told = {"code": code or report.signed.check_code, "scan": file, **more}
    return of(user).post(f"/reports/{report.pk}/sealed/", told)


def test_a_scan_is_brought_and_downloaded_as_it_was(
    report: Report, reporter: User, office: User
) -> None:
    assert bring(report, reporter, sealed.pdf(2)).status_code == 302
    kept = SealedScan.objects.get()
    assert kept.pages == 2
    for user in (reporter, office):
        answer = of(user).get(f"/reports/{report.pk}/sealed/{kept.pk}/")
        assert answer.content == sealed.pdf(2)
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize(
    ("data", "code", "why"),
    [
        (sealed.with_script(), "", "脚本"),
        (b"MZ", "", "PDF、JPG或PNG"),
        (b"", "", "文件是空的"),
        (sealed.pdf(), "1A2B-3C4D", "没有哪一稿"),
    ],
)
def test_what_is_refused_is_told_on_the_page(
    report: Report, reporter: User, data: bytes, code: str, why: str
) -> None:
    answer = bring(report, reporter, data, code)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not SealedScan.objects.exists()


def test_the_second_one_asks_for_a_reason_and_keeps_the_first_in_sight(
    report: Report, reporter: User
) -> None:
    bring(report, reporter, sealed.pdf(1))
    assert "请填写更换原因" in bring(report, reporter, sealed.pdf(2)).content.decode()
    assert bring(report, reporter, sealed.pdf(2), reason="缺页").status_code == 302
    page = of(reporter).get(f"/reports/{report.pk}/sealed/").content.decode()
    first, second = SealedScan.objects.all()
    assert all(f"/sealed/{one.pk}/" in page for one in (first, second))
    assert "更换：缺页" in page


def test_the_reading_page_shows_it_to_those_who_handle_the_report(
    report: Report, reporter: User, office: User, sysadmin: User
) -> None:
    bring(report, reporter, sealed.pdf())
    for user, seen in ((reporter, True), (office, True), (sysadmin, False)):
        page = of(user).get(f"/reports/{report.pk}/").content.decode()
        assert ("下载扫描件" in page) is seen


@pytest.mark.parametrize("tail", ["", "sealed/"])
def test_many_scans_do_not_make_many_queries(report: Report, reporter: User, tail: str) -> None:
    signed_in, counts = of(reporter), []
    signed_in.get("/")
    for pages in (1, 2, 3):
        bring(report, reporter, sealed.pdf(pages), reason="缺页")
        with CaptureQueriesContext(connection) as asked:
            page = signed_in.get(f"/reports/{report.pk}/{tail}").content.decode()
        assert f"{pages}页" in page
        counts.append(len(asked))
        assert "content_json" not in "".join(q["sql"] for q in asked if "sealedscan" in q["sql"])
    assert len(set(counts)) == 1


def test_nothing_of_it_is_public(report: Report, reporter: User) -> None:
    bring(report, reporter, sealed.pdf())
    kept = SealedScan.objects.get()
    anybody = Client()
    page = anybody.get("/open/caizheng/2024/").content.decode()
    assert "下载" in page
    assert "盖章" not in page
    assert kept.sha256 not in page
    assert anybody.get("/open/caizheng/2024/sealed").status_code == 404
    assert anybody.get(f"/reports/{report.pk}/sealed/{kept.pk}/").status_code == 302


def test_a_file_that_was_changed_on_the_disk_is_not_handed_out(
    report: Report, reporter: User
) -> None:
    bring(report, reporter, sealed.pdf())
    SealedScan.objects.update(sha256="0" * 64)
    kept = SealedScan.objects.get()
    assert of(reporter).get(f"/reports/{report.pk}/sealed/{kept.pk}/").status_code == 500
