"""The demo district: what the project promises of it, and that a second run changes nothing.

Loading it draws documents and takes seconds: one test loads it once, and each claim is told of
by itself.
"""

import io
from collections.abc import Callable
from typing import Any

import pdfplumber
import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone

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
    PortalCheck,
    PortalRecord,
    Prefill,
    Publication,
    Register,
    Report,
    SealedScan,
    State,
)

LAST_COMPLETED = timezone.localdate().year - 1


def load() -> str:
    said = io.StringIO()
    call_command("loaddemo", stdout=said)
    return said.getvalue()


CLAIMS: list[Callable[[], None]] = []


def claim(told: Callable[[], None]) -> Callable[[], None]:
    """One of what the test below looks at, each on the district as it was loaded."""
    CLAIMS.append(told)
    return told


def report_of(slug: str, year: int = LAST_COMPLETED) -> Report:
    return Report.objects.with_duty().get(duty__agency__slug=slug, duty__year=year)


ACCOUNTS = [
    ("tianbao", Role.REPORTER, "caizheng-ju"),
    ("shenhe", Role.REVIEWER, "caizheng-ju"),
    ("zhuguan", Role.OFFICE, "moumou"),
    ("admin", Role.SYSADMIN, "moumou"),
    ("pangren", Role.REPORTER, "jiaoyu-ju"),
    ("anquan", Role.SECADMIN, "moumou"),
    ("shenji", Role.AUDITOR, "moumou"),
]


@claim
def the_promised_accounts_sign_in_at_once() -> None:
    for username, role, slug in ACCOUNTS:
        person = User.objects.get(username=username)
        assert can(person, role, Agency.objects.get(slug=slug))
        told = {"username": username, "password": "nianbao-demo"}
        answer = Client().post("/accounts/login/", told)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/")


@claim
def the_outsider_sees_nothing_of_the_finance_bureau() -> None:
    seen = Report.objects.visible_to(User.objects.get(username="pangren"))
    assert seen.filter(duty__agency__slug="jiaoyu-ju").exists()
    assert not seen.filter(duty__agency__slug="caizheng-ju").exists()


@claim
def every_agency_has_its_duty_of_the_last_completed_year() -> None:
    assert Duty.objects.filter(year=LAST_COMPLETED).count() == len(DISTRICT["agencies"])
    late = Duty.objects.filter(year=LAST_COMPLETED, due_at__lte=timezone.now())
    assert not late.exists()


@claim
def one_report_is_of_the_size_of_a_large_district() -> None:
    report = report_of("moumou")
    assert report.state == State.PUBLISHED
    assert report.content.figures["applications.received.total"] == 3206
    assert not [found for found in check(report.content) if found.severity is Severity.ERROR]


@claim
def one_report_is_all_zeros() -> None:
    report = report_of("tongji-ju")
    assert report.zero_report
    assert set(report.content.figures.values()) == {0}


@claim
def the_finance_bureau_has_a_draft_in_the_middle_of_the_work() -> None:
    report = report_of("caizheng-ju")
    figures = report.content.figures.values()
    assert report.state == State.DRAFT
    assert None in figures
    assert any(figures)
    assert "balance" in {found.code for found in check(report.content)}


@claim
def the_finance_bureau_published_the_year_before() -> None:
    report = report_of("caizheng-ju", LAST_COMPLETED - 1)
    assert report.publication is not None
    kept = Document.objects.filter(revision=report.publication.revision)
    assert {one.kind for one in kept} == {"docx", "pdf", "xlsx", "csv", "json", "archive"}


@claim
def the_finance_bureau_has_a_scan_that_says_it_is_none() -> None:
    report = report_of("caizheng-ju", LAST_COMPLETED - 1)
    kept = SealedScan.objects.get(revision=report.signed)
    assert kept.pages > 1
    with kept.file.open() as file, pdfplumber.open(io.BytesIO(file.read())) as scan:
        assert all("演示用" in (page.extract_text() or "") for page in scan.pages)


@claim
def the_reports_stand_everywhere_on_their_way() -> None:
    states = set(Report.objects.values_list("state", flat=True))
    assert states >= {State.DRAFT, State.SUBMITTED, State.APPROVED, State.PUBLISHED}
    assert Publication.objects.exclude(correction="").exists()
    assert Publication.objects.filter(taken_down=True).exists()


@claim
def this_year_begins_where_last_year_ended() -> None:
    now, before = (report_of("moumou", year).content.figures for year in years())
    for column in ("natural_person", "business", "other", "total"):
        ended = before[f"applications.carried_over.{column}"]
        assert now[f"applications.brought_forward.{column}"] == ended


def years() -> tuple[int, int]:
    return LAST_COMPLETED, LAST_COMPLETED - 1


EVERYTHING = (
    Agency,
    User,
    Division,
    Assignment,
    Report,
    Prefill,
    Event,
    Document,
    Register,
    PortalRecord,
    PortalCheck,
)


def everything() -> list[Any]:
    rows: list[Any] = [list(m.objects.values()) for m in EVERYTHING]
    return rows


@claim
def a_second_run_changes_nothing() -> None:
    before = everything()
    assert load() == ""
    assert everything() == before


@claim
def what_somebody_did_in_the_demo_stays() -> None:
    Report.objects.filter(duty__agency__slug="xincheng-jiedao").update(version=1)
    Report.objects.filter(duty__agency__slug="caizheng-ju").update(zero_report=True)
    load()
    assert report_of("caizheng-ju").zero_report


@claim
def last_years_carry_over_waits_for_the_finance_bureau() -> None:
    report = report_of("caizheng-ju")
    client = Client()
    client.force_login(User.objects.get(username="tianbao"))
    client.get(f"/reports/{report.pk}/edit/")
    waiting = {one.key: one.value for one in report.prefills.filter(state="waiting")}
    assert waiting["applications.brought_forward.business"] == 1
    assert "applications.brought_forward.natural_person" not in waiting


@claim
def the_reviewer_of_the_finance_bureau_has_asked_about_a_figure() -> None:
    (thread,) = report_of("caizheng-ju").threads.all()
    assert thread.quote == "1"
    assert thread.comments.get().mentions.get().username == "tianbao"


@claim
def the_finance_bureaus_divisions_owe_some_of_it_and_one_has_sent_a_figure() -> None:
    report = report_of("caizheng-ju")
    shares = dividing.shares(report)
    assert [share.division.name for share in shares] == ["法规税政科", "政务公开科", "办公室"]
    assert all(share.owed for share in shares)
    (waiting,) = report.prefills.filter(state="waiting", source="division")
    assert waiting.key in shares[0].waiting
    assert (waiting.provided_by, bool(waiting.basis)) == ("陈法", True)


@claim
def divisions_that_somebody_ended_in_the_demo_stay_ended() -> None:
    for share in dividing.shares(report_of("caizheng-ju")):
        dividing.end(share.division, User.objects.get(username="tianbao"))
    load()
    assert not dividing.shares(report_of("caizheng-ju"))


@claim
def the_education_bureau_has_a_counted_register_with_rows_that_fit_no_cell() -> None:
    report = report_of("jiaoyu-ju")
    register = Register.objects.get(report=report)
    assert (register.state, register.sifted) == ("counted", {})
    assert [str(one["case"])[5:] for one in register.doubtful] == ["038", "039"]
    waiting = {one.key: one for one in report.prefills.filter(state="waiting")}
    received = waiting["applications.received.natural_person"]
    assert (received.value, received.source) == (33, "register")


@claim
def the_finance_bureaus_last_report_has_a_portal_page_with_one_difference() -> None:
    publication = report_of("caizheng-ju", LAST_COMPLETED - 1).publication
    check = PortalCheck.objects.get(publication=publication)
    assert PortalRecord.objects.get(publication=publication).url.endswith(".html")
    assert (check.words, check.counts["doubt"]) == ("1处不同", 0)
    assert (check.found[0]["signed"], check.found[0]["page"]) == ("26", "62")


@pytest.mark.django_db
def test_the_demo_district_is_what_the_project_promises(subtests: pytest.Subtests) -> None:
    load()
    for told in CLAIMS:
        with subtests.test(told.__name__), transaction.atomic():
            told()
            transaction.set_rollback(True)
