"""What an open filling page hears of the others: who and where, never by anybody but 填报人."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from agencies.models import Agency, Role, User
from agencies.roles import revoke
from agencies.sessions import SEEN
from reports import drafting
from reports.drafting.presence import STALE
from reports.models import Prefill, Presence, Report
from tests.drafting.openings import CLOSING, NATURAL, left_over
from tests.filing import YEAR, begun, published, submitted

ISSUED = "documents.rules.issued"


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def pulse(report: Report, user: User, **told: Any) -> tuple[int, dict[str, Any]]:
    client = Client()
    client.force_login(user)
    body = {"client": f"page-{user.pk}", "place": "", "version": report.version, **told}
    headers = {"Accept": "application/json", "X-Background": "1"}
    url = f"/reports/{report.pk}/pulse/"
    answer = client.post(url, body, "application/json", headers=headers)
    return answer.status_code, answer.json() if "json" in answer["Content-Type"] else {}


def others(report: Report, user: User) -> list[dict[str, str]]:
    found: list[dict[str, str]] = pulse(report, user)[1]["others"]
    return found


def test_two_clerks_hear_of_each_other_and_where(
    report: Report, reporter: User, colleague: User
) -> None:
    status, told = pulse(report, colleague, place=ISSUED)
    assert (status, told.pop("mark")) == (200, drafting.mark(report))
    assert told == {"version": 0, "others": [], "comments": 0, "last_mark": "-"}
    assert others(report, reporter) == [{"name": "钱同事", "place": ISSUED}]
    assert others(report, colleague) == [{"name": "王填报", "place": ""}]


def test_two_pages_of_one_person_are_one_where_he_was_last(
    report: Report, reporter: User, colleague: User
) -> None:
    pulse(report, colleague, client="one", place=ISSUED)
    pulse(report, colleague, client="two", place="prose.5")
    assert others(report, reporter) == [{"name": "钱同事", "place": "prose.5"}]
    assert others(report, colleague) == [{"name": "王填报", "place": ""}]


def test_a_place_that_no_page_has_is_not_passed_on(
    report: Report, reporter: User, colleague: User
) -> None:
    pulse(report, colleague, place="<b>" * 40)
    assert others(report, reporter) == [{"name": "钱同事", "place": ""}]


def test_a_page_that_says_good_bye_is_gone_at_once(
    report: Report, reporter: User, colleague: User
) -> None:
    pulse(report, colleague)
    pulse(report, reporter, client=f"page-{colleague.pk}", gone=True)
    assert len(others(report, reporter)) == 1
    assert pulse(report, colleague, gone=True) == (200, {})
    assert others(report, reporter) == []


def test_a_page_not_heard_of_is_not_shown_and_swept(
    report: Report, reporter: User, colleague: User
) -> None:
    pulse(report, colleague)
    pulse(report, reporter)
    Presence.objects.filter(user=colleague).update(at=timezone.now() - STALE - timedelta(seconds=1))
    assert others(report, reporter) == []
    call_command("sweep", once=True)
    assert [row.user for row in Presence.objects.all()] == [reporter]


def test_whoever_lost_the_role_is_told_of_no_longer(
    report: Report, reporter: User, colleague: User, finance: Agency
) -> None:
    pulse(report, colleague)
    revoke(colleague, Role.REPORTER, finance, by=None)
    assert others(report, reporter) == []
    assert pulse(report, colleague)[0] == 404


def test_the_values_come_only_to_a_page_that_has_older_ones(
    report: Report, reporter: User, colleague: User
) -> None:
    drafting.save(report.pk, colleague, "c", 1, {ISSUED: {"was": None, "now": 4}})
    told = pulse(report, reporter, version=0)[1]
    assert (told["version"], told["values"][ISSUED]) == (1, "4")
    assert any(finding["code"] == "blank" for finding in told["findings"])
    assert "values" not in pulse(report, reporter, version=1)[1]


@pytest.mark.parametrize(
    ("who", "status"),
    [("reviewer", 403), ("outsider", 404), ("office", 404), ("sysadmin", 404), ("auditor", 404)],
)
def test_nobody_above_may_ask(
    report: Report, who: str, status: int, request: pytest.FixtureRequest
) -> None:
    assert pulse(report, request.getfixturevalue(who))[0] == status
    assert not Presence.objects.exists()


def test_a_page_still_open_after_sending_is_told_so(report: Report, reporter: User) -> None:
    submitted(report, reporter)
    status, told = pulse(report, reporter)
    assert status == 409
    assert "审签中" in told["message"]


@pytest.mark.parametrize(
    "wrong",
    [{"client": ""}, {"client": "x" * 41}, {"client": "\x00"}, {"place": 3}, {"version": "1"}],
)
def test_a_pulse_that_makes_no_sense_is_told_so(
    report: Report, reporter: User, wrong: dict[str, Any]
) -> None:
    assert pulse(report, reporter, **wrong)[0] == 400
    assert not Presence.objects.exists()


def test_it_never_lengthens_the_session(report: Report, reporter: User) -> None:
    client = Client()
    client.force_login(reporter)
    client.get("/")
    session = client.session
    session[SEEN] -= settings.SESSION_IDLE_SECONDS - 5
    session.save()
    body = {"client": "page", "place": "", "version": 0}
    headers = {"Accept": "application/json", "X-Background": "1"}
    url = f"/reports/{report.pk}/pulse/"
    assert client.post(url, body, "application/json", headers=headers).status_code == 200
    assert client.session[SEEN] == session[SEEN]


def test_a_save_tells_which_version_it_met(report: Report, reporter: User, colleague: User) -> None:
    mine = {ISSUED: {"was": None, "now": 4}}
    assert drafting.save(report.pk, colleague, "c", 1, mine)["before"] == 0
    late = drafting.save(report.pk, reporter, "r", 1, {ISSUED: {"was": None, "now": 5}})
    assert late["keys"][ISSUED]["state"] == "conflict"
    assert (late["before"], late["version"]) == (1, 1)


def test_what_a_colleague_unlocks_or_declines_is_heard_without_a_new_version(
    report: Report, reporter: User, colleague: User
) -> None:
    key = "applications.brought_forward.natural_person"
    made = Prefill.objects.create(report=report, key=key, value=4, source="carried", by=reporter)
    known = pulse(report, reporter)[1]["mark"]
    assert "prefills" not in pulse(report, reporter, mark=known)[1]
    drafting.decline(report.pk, colleague, [made.pk])
    told = pulse(report, reporter, mark=known)[1]
    assert (told["prefills"], told["version"]) == ({}, report.version)
    assert "prefills" not in pulse(report, reporter, mark=told["mark"])[1]


def test_last_years_report_is_told_once_it_is_published_with_what_it_carries_over(
    report: Report, finance: Agency, reporter: User, reviewer: User
) -> None:
    seen = pulse(report, reporter)[1]["last_mark"]
    assert "last" not in pulse(report, reporter, last_mark=seen)[1]
    published(left_over(begun(finance, year=YEAR - 1), reporter, 12, 3), reporter, reviewer)
    told = pulse(report, reporter, last_mark=seen)[1]
    assert told["last"]["last_year"][CLOSING.format("natural_person")] == 12
    assert told["prefills"][NATURAL]["value"] == 12
    assert told["mark"] == drafting.mark(report)
    assert "last" not in pulse(report, reporter, last_mark=told["last_mark"])[1]
