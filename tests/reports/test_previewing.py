"""Previews: marked, drawn one at a time, and plain words where they cannot be had."""

import io
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Agency, User
from reports.models import Report
from reports.rendering import pdf
from reports.views import previewing
from tests.filing import begun, filled, submitted


@pytest.fixture
def draft(finance: Agency, reporter: User) -> Report:
    return filled(begun(finance), reporter)


def look(user: User, report: Report, kind: str) -> Any:
    client = Client()
    client.force_login(user)
    return client.get(reverse("reports:preview", args=[report.pk, kind]))


def words(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return "".join(package.read(name).decode() for name in package.namelist() if "xml" in name)


def test_a_pdf_opens_in_the_browser_under_the_title(draft: Report, reporter: User) -> None:
    answer = look(reporter, draft, "pdf")
    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("inline; filename*=utf-8''")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_draft_says_which_one_it_is(draft: Report, reporter: User) -> None:
    told = words(look(reporter, draft, "docx").content)
    assert "草稿" in told
    assert "第1稿" in told
    assert draft.content.check_code in told
    sent = submitted(draft, reporter)
    assert "第1稿" in words(look(reporter, sent, "docx").content)


def test_a_spreadsheet_of_the_draft_says_that_it_is_one(draft: Report, reporter: User) -> None:
    answer = look(reporter, draft, "xlsx")
    assert "草稿　第1稿" in words(answer.content)
    assert answer["Content-Disposition"].endswith(".xlsx")
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")


def test_one_preview_is_drawn_at_a_time(draft: Report, reporter: User) -> None:
    with previewing.drawing:
        answer = look(reporter, draft, "pdf")
    assert answer.status_code == 503
    assert "请稍候再试" in answer.content.decode()
    assert look(reporter, draft, "docx").status_code == 200


def test_others_get_no_preview_of_a_draft(draft: Report, outsider: User, office: User) -> None:
    assert look(outsider, draft, "pdf").status_code == 404
    assert look(office, draft, "docx").status_code == 404


def test_a_machine_without_the_libraries_says_so_and_offers_the_other_file(
    draft: Report, reporter: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object) -> bytes:
        raise pdf.PdfUnavailableError("这台服务器没有安装生成PDF的程序库")

    monkeypatch.setattr(pdf, "draw", cannot)
    answer = look(reporter, draft, "pdf")
    assert answer.status_code == 503
    assert "没有安装生成PDF的程序库" in answer.content.decode()
    assert f"/reports/{draft.pk}/preview.docx" in answer.content.decode()
