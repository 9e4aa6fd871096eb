"""The demo district: what the project promises of it, and that a second run changes nothing."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from agencies.models import Agency, Division, Role, User
from agencies.roles import can
from reports import dividing
from reports.checks import Severity, check
from reports.demo import DISTRICT
from reports.models import (
    Assignment,
    Document,
    Duty,
    Event,
    Prefill,
    Publication,
    Report,
    State,
)

LAST_COMPLETED = timezone.localdate().year - 1


def load() -> str:
    said = io.StringIO()
    call_command("loaddemo", stdout=said)
    return said.getvalue()


@pytest.fixture(scope="module")
def district(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Loaded once for the module, because drawing takes seconds; taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def db(district: None) -> Iterator[None]:
    """In place of a transaction of its own each test has a savepoint in the module's."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def report_of(slug: str, year: int = LAST_COMPLETED) -> Report:
    return Report.objects.with_duty().get(duty__agency__slug=slug, duty__year=year)


@pytest.mark.parametrize(
    ("username", "role", "slug"),
    [
        ("tianbao", Role.REPORTER, "caizheng-ju"),
        ("shenhe", Role.REVIEWER, "caizheng-ju"),
        ("zhuguan", Role.OFFICE, "moumou"),
        ("admin", Role.SYSADMIN, "moumou"),
        ("pangren", Role.REPORTER, "jiaoyu-ju"),
        ("anquan", Role.SECADMIN, "moumou"),
        ("shenji", Role.AUDITOR, "moumou"),
    ],
)
def test_a_promised_account_signs_in_at_once(
    db: None, client: Client, username: str, role: str, slug: str
) -> None:
    person = User.objects.get(username=username)
    assert can(person, role, Agency.objects.get(slug=slug))
    told = {"username": username, "password": "nianbao-demo"}
    answer = client.post("/accounts/login/", told)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_the_outsider_sees_nothing_of_the_finance_bureau(db: None) -> None:
    seen = Report.objects.visible_to(User.objects.get(username="pangren"))
    assert seen.filter(duty__agency__slug="jiaoyu-ju").exists()
    assert not seen.filter(duty__agency__slug="caizheng-ju").exists()


def test_every_agency_has_its_duty_of_the_last_completed_year(db: None) -> None:
    assert Duty.objects.filter(year=LAST_COMPLETED).count() == len(DISTRICT["agencies"])
    late = Duty.objects.filter(year=LAST_COMPLETED, due_at__lte=timezone.now())
    assert not late.exists()


def test_one_report_is_of_the_size_of_a_large_district(db: None) -> None:
    report = report_of("moumou")
    assert report.state == State.PUBLISHED
    assert report.content.figures["applications.received.total"] == 3206
    assert not [found for found in check(report.content) if found.severity is Severity.ERROR]


def test_one_report_is_all_zeros(db: None) -> None:
    report = report_of("tongji-ju")
    assert report.zero_report
    assert set(report.content.figures.values()) == {0}


def test_the_finance_bureau_has_a_draft_in_the_middle_of_the_work(db: None) -> None:
    report = report_of("caizheng-ju")
    figures = report.content.figures.values()
    assert report.state == State.DRAFT
    assert None in figures
    assert any(figures)
    assert "balance" in {found.code for found in check(report.content)}


def test_the_finance_bureau_published_the_year_before(db: None) -> None:
    report = report_of("caizheng-ju", LAST_COMPLETED - 1)
    assert report.publication is not None
    kept = Document.objects.filter(revision=report.publication.revision)
    assert {one.kind for one in kept} == {"docx", "pdf", "xlsx", "csv", "json"}


def test_the_reports_stand_everywhere_on_their_way(db: None) -> None:
    states = set(Report.objects.values_list("state", flat=True))
    assert states >= {State.DRAFT, State.SUBMITTED, State.APPROVED, State.PUBLISHED}
    assert Publication.objects.exclude(correction="").exists()
    assert Publication.objects.filter(taken_down=True).exists()


def test_this_year_begins_where_last_year_ended(db: None) -> None:
    now, before = (report_of("moumou", year).content.figures for year in years())
    for column in ("natural_person", "business", "other", "total"):
        ended = before[f"applications.carried_over.{column}"]
        assert now[f"applications.brought_forward.{column}"] == ended


def years() -> tuple[int, int]:
    return LAST_COMPLETED, LAST_COMPLETED - 1


EVERYTHING = (Agency, User, Division, Assignment, Report, Prefill, Event, Document)


def everything() -> list[Any]:
    rows: list[Any] = [list(m.objects.values()) for m in EVERYTHING]
    return rows


def test_a_second_run_changes_nothing(db: None) -> None:
    before = everything()
    assert load() == ""
    assert everything() == before


def test_what_somebody_did_in_the_demo_stays(db: None) -> None:
    Report.objects.filter(duty__agency__slug="xincheng-jiedao").update(version=1)
    Report.objects.filter(duty__agency__slug="caizheng-ju").update(zero_report=True)
    load()
    assert report_of("caizheng-ju").zero_report


def test_last_years_carry_over_waits_for_the_finance_bureau(db: None, client: Client) -> None:
    report = report_of("caizheng-ju")
    client.force_login(User.objects.get(username="tianbao"))
    client.get(f"/reports/{report.pk}/edit/")
    waiting = {one.key: one.value for one in report.prefills.filter(state="waiting")}
    assert waiting["applications.brought_forward.business"] == 1
    assert "applications.brought_forward.natural_person" not in waiting


def test_the_reviewer_of_the_finance_bureau_has_asked_about_a_figure(db: None) -> None:
    (thread,) = report_of("caizheng-ju").threads.all()
    assert thread.quote == "1"
    assert thread.comments.get().mentions.get().username == "tianbao"


def test_the_finance_bureaus_divisions_owe_some_of_it_and_one_has_sent_a_figure(db: None) -> None:
    report = report_of("caizheng-ju")
    shares = dividing.shares(report)
    assert [share.division.name for share in shares] == ["法规税政科", "政务公开科", "办公室"]
    assert all(share.owed for share in shares)
    (waiting,) = report.prefills.filter(state="waiting", source="division")
    assert waiting.key in shares[0].waiting
    assert (waiting.provided_by, bool(waiting.basis)) == ("陈法", True)


def test_divisions_that_somebody_ended_in_the_demo_stay_ended(db: None) -> None:
    for share in dividing.shares(report_of("caizheng-ju")):
        dividing.end(share.division, User.objects.get(username="tianbao"))
    load()
    assert not dividing.shares(report_of("caizheng-ju"))
