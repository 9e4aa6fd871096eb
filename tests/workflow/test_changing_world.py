"""Agencies move and are renamed, people come and go, years pass: reports keep to what they were."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Agency, Role, User
from agencies.models.agency import AgencyKind
from agencies.roles import grant, revoke
from agencies.tree import move, rename
from reports import drafting, workflow
from reports.formats import NoFormatError
from reports.models import Duty, Report, State
from tests.filing import YEAR, begun, filled
from tests.make import make_agency, make_user
from tests.workflow.acts import act, drawn, outcome


@pytest.fixture
def published(report: Report, reporter: User, reviewer: User) -> Report:
    return act(drawn(act(act(report, "submit", reporter), "sign", reviewer)), "publish", reviewer)


def test_a_renamed_agency_reports_under_the_name_of_that_year(
    report: Report, reporter: User, reviewer: User
) -> None:
    before = report.title
    rename(report.duty.agency, "某某县财政和国资局", on=date(YEAR + 1, 6, 1))
    sent = act(report, "submit", reporter)
    assert sent.revision
    assert sent.revision.content.title == before == Report.objects.get(pk=report.pk).title
    assert act(drawn(act(sent, "sign", reviewer)), "publish", reviewer).state == State.PUBLISHED


def test_an_agency_that_moves_answers_to_the_office_of_its_new_district(
    published: Report, office: User
) -> None:
    city = make_agency("moushi", "某某市人民政府", kind=AgencyKind.GOVERNMENT)
    new = make_user("new-office", {Role.OFFICE: city})
    assert outcome(published, "take_down", new) == "denied"
    move(published.duty.agency, city)
    assert outcome(published, "take_down", office) == "denied"
    assert outcome(published, "take_down", new) == "done"


def test_a_person_who_moves_to_another_bureau_acts_there_alone(
    report: Report, reporter: User, reviewer: User, finance: Agency, education: Agency
) -> None:
    sent = act(report, "submit", reporter)
    revoke(reviewer, Role.REVIEWER, finance, by=None)
    grant(reviewer, Role.REVIEWER, education, by=None)
    for action in ("sign", "return"):
        assert outcome(sent, action, reviewer) == "denied"


def test_who_sent_it_and_left_leaves_it_to_the_reviewers(
    report: Report, reporter: User, reviewer: User, finance: Agency
) -> None:
    sent = act(report, "submit", reporter)
    revoke(reporter, Role.REPORTER, finance, by=None)
    with pytest.raises(PermissionDenied):
        act(sent, "withdraw", reporter)
    assert act(sent, "return", reviewer).state == State.DRAFT


def test_two_years_of_one_agency_do_not_touch_each_other(
    report: Report, finance: Agency, reporter: User, reviewer: User, published: Report
) -> None:
    earlier = filled(begun(finance, year=YEAR - 1), reporter)
    sent = act(earlier, "submit", reporter)
    with pytest.raises(workflow.RefusedError, match="不是当前这一稿"):
        act(sent, "sign", reviewer, revision=published.revision_id)
    act(published, "correct", reviewer)
    assert Report.objects.get(pk=sent.pk).state == State.SUBMITTED


def test_a_change_in_one_years_report_bars_nobody_from_the_other(
    finance: Agency, reporter: User, allrounder: User, report: Report
) -> None:
    drafting.fill_zeros(begun(finance, year=YEAR - 1).pk, allrounder)
    assert act(act(report, "submit", reporter), "sign", allrounder).state == State.APPROVED


def test_a_duty_without_a_form_is_never_sent(finance: Agency, reporter: User) -> None:
    blank = begun(finance)
    Duty.objects.update(edition="2099")
    for deed in (
        lambda: drafting.fill_zeros(blank.pk, reporter),
        lambda: act(blank, "submit", reporter),
    ):
        with pytest.raises(NoFormatError, match="2099"):
            deed()
    assert not blank.revisions.exists()
