"""补报: what came out after the last day keeps its true date and is called so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agencies.models import Agency, User
from agencies.tree import rename
from reports import workflow
from reports.models import Duty, Publication, Report
from tests.filing import YEAR, begun, corrected, published
from tests.workflow.acts import act


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def due_in(report: Report, days: int) -> Report:
    Duty.objects.filter(report=report).update(due_at=timezone.now() + timedelta(days=days))
    return Report.objects.with_duty().get(pk=report.pk)


def page(client: Client, user: User, address: str) -> str:
    client.force_login(user)
    return client.get(address).content.decode()


@pytest.mark.parametrize(("days", "late"), [(-1, True), (1, False)])
def test_what_comes_out_after_the_last_day_is_called_late(
    days: int, late: bool, report: Report, reporter: User, reviewer: User, client: Client
) -> None:
    before = timezone.now()
    out = published(due_in(report, days), reporter, reviewer)
    public = Publication.objects.get(report=out)
    assert before <= public.published_at <= timezone.now()
    assert ("补报" in page(client, reporter, f"/reports/{out.pk}/")) is late


@pytest.mark.parametrize(("days", "late"), [(-1, True), (1, False)])
def test_the_office_finds_what_came_late(
    days: int, late: bool, report: Report, reporter: User, reviewer: User, office: User
) -> None:
    published(due_in(report, days), reporter, reviewer)
    client = Client()
    client.force_login(office)
    shown = client.get("/?status=补报").context["district"]
    assert len(shown.rows) == int(late)
    assert shown.tally.get("补报", 0) == int(late)


def test_a_late_correction_makes_no_report_late(
    report: Report, reporter: User, reviewer: User, client: Client
) -> None:
    out = published(due_in(report, 1), reporter, reviewer)
    due_in(report, 0)
    Publication.objects.update(published_at=timezone.now() - timedelta(days=3))
    again = corrected(out, reporter, reviewer, "有误")
    assert "补报" not in page(client, reporter, f"/reports/{again.pk}/")


def test_what_is_taken_in_keeps_the_date_it_was_published(
    report: Report, reporter: User, client: Client
) -> None:
    due_in(report, -30)
    when = timezone.now() - timedelta(days=60)
    taken = act(report, "archive", reporter, published_at=when)
    assert Publication.objects.get(report=taken).published_at == when
    assert "补报" not in page(client, reporter, f"/reports/{taken.pk}/")


def test_what_is_out_no_more_is_overdue_again(
    report: Report, reporter: User, reviewer: User, office: User
) -> None:
    out = published(due_in(report, -1), reporter, reviewer)
    workflow.advance(out, "take_down", office, "误发", revision=out.revision_id)
    client = Client()
    client.force_login(office)
    (row,) = client.get("/").context["district"].rows
    assert (row.late, row.due.was_late) == (True, False)


def test_a_report_keeps_the_name_it_was_filed_under(
    report: Report,
    finance: Agency,
    reporter: User,
    reviewer: User,
    office: User,
    client: Client,
) -> None:
    out = published(report, reporter, reviewer)
    rename(finance, "某某县财税局", on=date(YEAR + 1, 6, 1))
    assert out.revision is not None
    assert out.revision.content.agency == "某某县财政局"
    for address in (f"/reports/{out.pk}/", "/open/", f"/open/{finance.slug}/{YEAR}/"):
        told = page(client, office, address)
        assert "某某县财政局" in told
        assert "某某县财税局" not in told


def test_a_report_taken_up_after_a_new_name_bears_the_old_one(finance: Agency) -> None:
    rename(finance, "某某县财税局", on=date(YEAR + 1, 6, 1))
    assert begun(finance).content.agency == "某某县财政局"
    assert begun(finance, year=YEAR + 1).content.agency == "某某县财税局"
