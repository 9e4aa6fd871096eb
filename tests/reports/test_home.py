"""The first page: what waits for whom, what each has dealt with, and how the year goes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agencies.models import Agency, Role, User
from agencies.roles import grant
from reports import roster, workflow
from reports.models import Duty, Report
from tests.filing import approved, begun, corrected, filled, published, submitted
from tests.make import make_user


def home(user: User, query: str = "") -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def move_due(report: Report, days: int) -> None:
    Duty.objects.filter(report=report).update(due_at=timezone.now() + timedelta(days=days))


def test_a_draft_waits_for_its_reporter_with_the_way_to_fill_it_in(
    report: Report, reporter: User, outsider: User
) -> None:
    assert f'href="/reports/{report.pk}/edit/"' in home(reporter)
    assert "没有待办" in home(outsider)


def test_what_is_sent_waits_for_the_reviewer_and_no_longer_for_the_reporter(
    report: Report, reporter: User, reviewer: User
) -> None:
    submitted(report, reporter)
    assert ">审签</a>" in home(reviewer)
    assert "没有待办" in home(reporter)
    assert "已办" in home(reporter)


def test_who_may_only_record_paper_reads_so_on_the_button(
    report: Report, reporter: User, reviewer: User
) -> None:
    grant(reporter, Role.REVIEWER, report.duty.agency, by=None)
    submitted(report, reporter)
    assert ">线下审签（代录）</a>" in home(reporter)
    assert ">审签</a>" not in home(reporter)
    assert ">审签</a>" in home(reviewer)


def test_a_returned_report_tells_on_the_first_page_why_it_came_back(
    report: Report, reporter: User, reviewer: User
) -> None:
    sent = submitted(report, reporter)
    assert "退回修改" not in home(reporter)
    workflow.advance(sent, "return", reviewer, "请核对第三部分。", revision=sent.revision_id)
    assert "退回修改：请核对第三部分。" in home(reporter)
    submitted(report, reporter)
    assert "请核对第三部分。" not in home(reporter)


def test_the_header_counts_what_waits(report: Report, reporter: User) -> None:
    counted = '<span class="count">1</span>'
    client = Client()
    client.force_login(reporter)
    assert counted in home(reporter)
    assert counted in client.get(f"/reports/{report.pk}/").content.decode()


def test_where_filing_comes_first_a_signed_report_is_to_be_filed(
    finance: Agency, reporter: User, reviewer: User, office: User
) -> None:
    signed = approved(begun(finance, first=True), reporter, reviewer)
    assert ">报备</a>" in home(reviewer)
    workflow.advance(signed, "file", reviewer, revision=signed.revision_id)
    assert ">备案审核</a>" in home(office)


@pytest.mark.parametrize(
    ("days", "words"), [(20, "还有 19 天"), (1, "今天截止"), (0, "逾期 1 天"), (-5, "逾期 6 天")]
)
def test_days_left_are_counted_to_the_last_day(
    report: Report, reporter: User, days: int, words: str
) -> None:
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    Duty.objects.filter(report=report).update(due_at=midnight + timedelta(days=days))
    assert words in home(reporter)


def test_the_office_sees_how_every_duty_stands(
    report: Report, education: Agency, reporter: User, reviewer: User, office: User
) -> None:
    begun(education)
    assert "未开始 2" in home(office)
    filled(report, reporter)
    assert "草稿 1" in home(office)
    published(report, reporter, reviewer)
    assert "已发布 1" in home(office)


def test_the_office_reads_nothing_of_a_draft(
    report: Report, reporter: User, reviewer: User, office: User
) -> None:
    submitted(report, reporter)
    link = f'href="/reports/{report.pk}/"'
    assert link not in home(office)
    report.refresh_from_db()
    workflow.advance(report, "sign", reviewer, revision=report.revision_id, opinion="同意")
    assert link in home(office)


def test_a_correction_in_hand_is_told_apart_from_a_draft(
    report: Report, reporter: User, reviewer: User, office: User
) -> None:
    public = published(report, reporter, reviewer)
    workflow.advance(public, "correct", reviewer, "数字有误", revision=public.revision_id)
    assert "更正中 1" in home(office)


def test_what_is_being_corrected_is_public_and_so_not_overdue(
    report: Report, reporter: User, reviewer: User
) -> None:
    public = published(report, reporter, reviewer)
    move_due(report, -3)
    workflow.advance(public, "correct", reviewer, "数字有误", revision=public.revision_id)
    mine = home(reporter)
    assert "更正：数字有误" in mine
    assert "补报" in mine
    assert "逾期" not in mine


def test_a_taken_down_report_is_not_called_published(
    report: Report, reporter: User, reviewer: User, office: User
) -> None:
    public = published(report, reporter, reviewer)
    workflow.advance(public, "take_down", office, "有误", revision=public.revision_id)
    assert "已撤下 1" in home(office)


def test_what_is_late_can_be_looked_up(
    report: Report, education: Agency, reporter: User, office: User
) -> None:
    in_time = begun(education)
    move_due(report, -3)
    move_due(in_time, 3)
    late = home(office, "?status=逾期")
    assert "逾期 1" in late
    assert report.duty.legal_name in late
    assert education.name not in late


def test_a_published_report_is_never_late(
    report: Report, reporter: User, reviewer: User, office: User
) -> None:
    published(report, reporter, reviewer)
    move_due(report, -3)
    assert "逾期" not in home(office)


def test_an_earlier_year_can_be_chosen(finance: Agency, county: Agency, office: User) -> None:
    begun(finance)
    roster.assign(roster.open_campaign(county, 2023), county)
    assert finance.name in home(office)
    assert finance.name not in home(office, "?year=2023")
    assert finance.name in home(office, "?year=nonsense")


def test_another_district_is_out_of_sight(report: Report, elsewhere: Agency, office: User) -> None:
    stranger = make_user("stranger", {Role.OFFICE: elsewhere})
    assert report.duty.legal_name in home(office)
    assert report.duty.legal_name not in home(stranger)


def test_administrators_are_shown_the_way_to_people(
    sysadmin: User, secadmin: User, auditor: User
) -> None:
    assert "您不办理报告" in home(sysadmin)
    assert 'class="btn btn-primary" href="/accounts/people/"' in home(secadmin)
    assert 'class="btn btn-primary" href="/accounts/log/"' in home(auditor)


def test_a_system_administrator_finds_what_is_public(
    report: Report, reporter: User, reviewer: User, sysadmin: User
) -> None:
    assert report.title not in home(sysadmin)
    published(report, reporter, reviewer)
    assert report.title in home(sysadmin)


def test_who_has_no_role_is_told_whom_to_ask(db: None) -> None:
    assert "您还没有角色" in home(make_user("newcomer"))


def test_a_corrected_report_is_among_what_was_dealt_with(
    report: Report, reporter: User, reviewer: User
) -> None:
    corrected(published(report, reporter, reviewer), reporter, reviewer, "数字有误")
    assert report.duty.legal_name in home(reviewer).partition("已办")[2]


@pytest.mark.parametrize("year", ["", "abc", "９", "9" * 5000])
def test_a_year_that_is_none_shows_the_last_one(year: str, report: Report, office: User) -> None:
    assert report.duty.agency.name in home(office, f"?year={year}")


@pytest.mark.parametrize("who", ["reviewer", "office"])
def test_lists_read_nothing_of_what_reports_say(
    who: str, report: Report, reporter: User, reviewer: User, request: pytest.FixtureRequest
) -> None:
    published(report, reporter, reviewer)
    with CaptureQueriesContext(connection) as asked:
        assert report.duty.agency.name in home(request.getfixturevalue(who))
    assert not [one for one in asked if "content_json" in one["sql"] or '"prose"' in one["sql"]]
