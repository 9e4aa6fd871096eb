"""雷同比对 of one report: its sentences side by side with published ones, and with nothing else."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports.models import Report
from tests.alike import SECRET, published_by, staff, worded
from tests.checks.likeness.texts import SENTENCES
from tests.filing import approved, begun

OWN = [SENTENCES[0].replace("预算", "决算"), *SENTENCES[1:]]
"""Sentence one with another word in it."""


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def page(user: User, url: str, status: int = 200) -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(url)
    assert answer.status_code == status
    is_json = answer.headers["Content-Type"] == "application/json"
    return json.dumps(answer.json(), ensure_ascii=False) if is_json else answer.content.decode()


def compared(user: User, report: Report) -> str:
    return page(user, f"/reports/{report.pk}/likeness/")


def test_alike_sentences_stand_side_by_side_with_the_differing_words_marked(
    report: Report, reporter: User, education: Agency
) -> None:
    published_by(education)
    shown = compared(reporter, worded(report, reporter, OWN))
    assert "某某县教育局2024年报告" in shown
    assert "参加比对的 10 句中有 10 句相同或相近（100%）" in shown
    assert "县级<mark>决</mark>算”" in shown
    assert "县级<mark>预</mark>算”" in shown


def test_last_years_own_report_is_compared(
    report: Report, reporter: User, reviewer: User, finance: Agency
) -> None:
    published_by(finance, [*SENTENCES[:4], "上年另有一句本年没有的话，不必再提。"], year=2023)
    shown = compared(reviewer, worded(report, reporter, OWN))
    assert "本机关2023年报告" in shown
    assert "参加比对的 10 句中有 4 句" in shown
    assert "上年另有一句" not in shown


def test_without_anything_to_compare_with_the_page_says_so(report: Report, reporter: User) -> None:
    shown = compared(reporter, worded(report, reporter))
    assert "没有上年已发布的报告可以比对" in shown
    assert "没有半数以上句子相同或相近的报告" in shown


def test_the_finding_leads_to_the_page_wherever_it_is_shown(
    report: Report, reporter: User, education: Agency
) -> None:
    published_by(education)
    worded(report, reporter)
    for place in ("", "submit/"):
        shown = page(reporter, f"/reports/{report.pk}/{place}")
        assert f'href="/reports/{report.pk}/likeness/"' in shown
    assert 'data-code="like-others"' in page(reporter, f"/reports/{report.pk}/edit/")
    assert "like-others" in page(reporter, f"/reports/{report.pk}/values/")


def test_a_report_without_the_finding_leads_to_no_comparison(
    report: Report, reporter: User
) -> None:
    worded(report, reporter)
    assert "/likeness/" not in page(reporter, f"/reports/{report.pk}/")


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("place", ["", "edit/", "submit/", "values/", "likeness/"])
def test_nobody_of_an_agency_sees_what_another_has_not_published(
    report: Report, reporter: User, reviewer: User, education: Agency, place: str, signed: bool
) -> None:
    by, signer = staff(education)
    theirs = worded(begun(education), by, [*SENTENCES[:9], SECRET])
    if signed:
        approved(theirs, by, signer)
    worded(report, reporter)
    shown = page(reporter, f"/reports/{report.pk}/{place}")
    shown += page(reviewer, f"/reports/{report.pk}/likeness/")
    assert not [word for word in (SECRET, "某某县教育局", "like-others") if word in shown]


def test_the_same_words_are_shown_once_they_are_published(
    report: Report, reporter: User, education: Agency
) -> None:
    published_by(education, [*SENTENCES[:9], SECRET])
    shown = compared(reporter, worded(report, reporter))
    assert "某某县教育局" in shown
    assert SENTENCES[0] in shown
