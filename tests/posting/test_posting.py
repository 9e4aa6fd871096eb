"""Where the portal has a report, and how its page was found: recorded, sealed, correctable."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone

from agencies.models import Agency, User
from reports import posting, workflow
from reports.models import Event, PortalCheck, PortalRecord, Report
from reports.portal import Compared, Kind, Mismatch
from reports.workflow import RefusedError
from tests.filing import begun, corrected, published

pytestmark = pytest.mark.django_db

URL = "https://www.moumou.gov.cn/zfxxgk/2024.html"
AT = dt.datetime(2025, 1, 20, 10, 30, tzinfo=timezone.get_default_timezone())
FOUND = Compared((Mismatch(Kind.FIGURE, 3, "新收", "18", "99", "x"),), ("主办：某某县",))


@pytest.fixture
def report(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(begun(finance), reporter, reviewer)


def check(report: Report, by: User, found: Compared = FOUND) -> PortalCheck:
    publication = report.publication
    assert publication is not None
    return posting.keep_check(report, by, publication, "ab" * 32, found, "年报.html")


def test_what_is_recorded_says_who_where_and_when(report: Report, reporter: User) -> None:
    made = posting.record(report, reporter, f" {URL} ", AT)
    assert (made.url, made.published_at, made.by) == (URL, AT, reporter)
    event = Event.objects.filter(report=report).last()
    assert event is not None
    assert (event.action, event.data["words"]) == ("portal", f"2025-01-20 10:30 {URL}")
    call_command("verifyevents")


def test_a_correction_needs_a_reason_and_keeps_what_was_there(
    report: Report, reporter: User, reviewer: User
) -> None:
    posting.record(report, reporter, URL, AT)
    with pytest.raises(RefusedError, match="更正原因"):
        posting.record(report, reviewer, f"{URL}l", AT)
    posting.record(report, reviewer, f"{URL}l", AT, "地址有误")
    assert [one.url for one in PortalRecord.objects.all()] == [URL, f"{URL}l"]
    assert [one.reason for one in PortalRecord.objects.all()] == ["", "地址有误"]


def test_the_same_record_twice_is_one(report: Report, reporter: User) -> None:
    first = posting.record(report, reporter, URL, AT)
    assert posting.record(report, reporter, URL, AT, "再次") == first
    assert PortalRecord.objects.count() == 1


@pytest.mark.parametrize(
    ("url", "at", "why"),
    [
        ("javascript:alert(1)", AT, "http"),
        ("ftp://a.cn/b", AT, "http"),
        ("https://a.cn/b c", AT, "空格"),
        (f"https://a.cn/{'b' * 500}", AT, "http"),
        (URL, AT.replace(year=2023), "不能早于报告年度"),
        (URL, AT.replace(year=2999), "不能晚于现在"),
    ],
)
def test_what_can_be_no_page_or_no_time_is_refused(
    report: Report, reporter: User, url: str, at: dt.datetime, why: str
) -> None:
    with pytest.raises(RefusedError, match=why):
        posting.record(report, reporter, url, at)
    assert not PortalRecord.objects.exists()


def test_a_check_keeps_what_it_found_of_what(report: Report, reviewer: User) -> None:
    made = check(report, reviewer)
    revision = report.revision
    assert revision is not None
    assert (made.differences, made.words, made.digest) == (1, "1处不同", revision.digest)
    assert Mismatch.from_json(made.found[0]) == FOUND.found[0]
    event = Event.objects.filter(report=report).last()
    assert event is not None
    assert (event.action, event.data["page"]) == ("portal_check", "ab" * 32)
    call_command("verifyevents")


def test_the_last_check_counts_and_doubts_are_told(report: Report, reporter: User) -> None:
    check(report, reporter)
    check(report, reporter, Compared((Mismatch(Kind.DOUBT, 0, "看不准"),)))
    standing = posting.standing(report)
    assert standing is not None
    assert standing.words == "一致，1处存疑"
    assert PortalCheck.objects.count() == 2


def test_a_corrected_report_is_to_be_recorded_and_checked_anew(
    report: Report, reporter: User, reviewer: User
) -> None:
    posting.record(report, reporter, URL, AT)
    before = report.publication
    again = corrected(report, reporter, reviewer, "数字有误")
    standing = posting.standing(again)
    assert standing is not None
    assert standing.words == "未登记"
    assert before is not None
    with pytest.raises(RefusedError, match="重新核对"):
        posting.keep_check(again, reporter, before, "ab" * 32, FOUND, "")


def test_only_staff_of_the_agency_record_and_only_what_is_published(
    report: Report, outsider: User, office: User, reporter: User, reviewer: User
) -> None:
    for person in (outsider, office):
        with pytest.raises(PermissionDenied):
            posting.record(report, person, URL, AT)
    workflow.advance(report, "correct", reviewer, "数字有误", revision=report.revision_id)
    with pytest.raises(RefusedError, match="没有对外发布"):
        posting.record(report, reporter, URL, AT)


def test_many_publications_are_told_of_in_two_queries(
    report: Report, reporter: User, django_assert_num_queries: Any
) -> None:
    posting.record(report, reporter, URL, AT)
    publication = report.publication
    assert publication is not None
    with django_assert_num_queries(2):
        assert posting.standing_of([publication.pk])[publication.pk].words == "未核对"
