"""Without scripts: what was posted too late is shown again, to be copied."""

from __future__ import annotations

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports.models import Report
from tests.filing import begun, submitted

FORM = {"prose.5": "写了一个晚上的问题。", "documents.rules.issued": "3", "fees.notices": "2"}


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def test_who_is_signed_out_gets_back_what_he_posted(report: Report) -> None:
    answer = Client().post(f"/reports/{report.pk}/edit/", FORM)
    page = answer.content.decode()
    assert answer.status_code == 401
    assert "登录已失效" in page
    assert "写了一个晚上的问题。</textarea>" in page
    assert "规章 × 本年制发件数：3" in page
    assert report.duty.legal_name not in page
    report.refresh_from_db()
    assert report.content.text("5") == ""


def test_a_post_without_a_word_only_asks_to_sign_in(report: Report) -> None:
    answer = Client().post(f"/reports/{report.pk}/edit/", {"act": "keep", "prose.5": " "})
    assert answer.status_code == 302


def test_it_is_the_same_for_a_report_that_is_not_there(db: None) -> None:
    assert Client().post("/reports/99999/edit/", FORM).status_code == 401


def test_a_page_too_old_gives_back_what_was_typed(report: Report, reporter: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(reporter)
    answer = client.post(f"/reports/{report.pk}/edit/", FORM)
    assert answer.status_code == 403
    assert "写了一个晚上的问题。</textarea>" in answer.content.decode()
    plain = client.post(f"/reports/{report.pk}/edit/")
    assert plain.status_code == 403
    assert "页面已过期" in plain.content.decode()


def test_what_was_posted_after_the_report_was_sent_is_given_back(
    report: Report, reporter: User
) -> None:
    sent = submitted(report, reporter)
    client = Client()
    client.force_login(reporter)
    answer = client.post(f"/reports/{sent.pk}/edit/", FORM)
    assert answer.status_code == 409
    assert "写了一个晚上的问题。</textarea>" in answer.content.decode()
