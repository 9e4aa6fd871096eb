"""What the filling page asks while someone types: the protocol, its refusals, and who may ask."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports import drafting
from reports.models import Report
from tests.filing import begun, submitted

ISSUED = "documents.rules.issued"
Changes = dict[str, dict[str, object]]
ACTS = ("fill-zeros", "zero-report", "retotal", "explain")


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def asked(user: User, address: str, body: object = None, **more: Any) -> tuple[int, Any]:
    """A POST as the page sends it: status and decoded answer."""
    client = Client()
    client.force_login(user)
    raw = body if isinstance(body, str) else json.dumps(body)
    answer = client.post(address, raw, "application/json", headers={"Accept": "application/json"})
    return answer.status_code, answer.json() if "json" in answer["Content-Type"] else None


def save(report: Report, user: User, changes: object, **more: object) -> tuple[int, Any]:
    body = {"client": "c", "seq": 1, "changes": changes, **more}
    return asked(user, f"/reports/{report.pk}/save/", body)


def test_figures_whose_total_no_cell_may_hold_are_saved_and_told(
    report: Report, reporter: User
) -> None:
    keys = "applications.granted.business", "applications.granted.research"
    changes: Changes = {key: {"was": None, "now": 500_000_000} for key in keys}
    changes |= {
        f"applications.granted.{column}": {"was": None, "now": 0}
        for column in ("natural_person", "welfare", "legal_service", "other")
    }
    status, told = save(report, reporter, changes)
    assert status == 200
    assert {one["state"] for one in told["keys"].values()} == {"saved"}
    assert told["computed"]["applications.granted.total"] is None
    [found] = [one for one in told["findings"] if one["code"] == "invalid"]
    assert "合计1000000000，超过了999999999" in found["message"]
    assert found["blocks"]
    report.refresh_from_db()
    assert report.figures[keys[0]] == 500_000_000
    page = Client()
    page.force_login(reporter)
    assert page.get(f"/reports/{report.pk}/edit/").status_code == 200


def test_a_save_answers_key_by_key(report: Report, reporter: User) -> None:
    changes = {
        ISSUED: {"was": None, "now": "１２"},
        "documents.rules.repealed": {"was": None, "now": "-1"},
        "applications.closed.total": {"was": None, "now": 3},
    }
    status, answer = save(report, reporter, changes)
    assert status == 200
    assert answer["keys"][ISSUED] == {"state": "saved", "value": 12}
    assert "不能是负数" in answer["keys"]["documents.rules.repealed"]["message"]
    assert answer["keys"]["applications.closed.total"]["state"] == "refused"
    assert answer["version"] == 1


def test_the_same_save_sent_twice_is_one_save(report: Report, reporter: User) -> None:
    changes = {ISSUED: {"was": None, "now": 1}}
    first = save(report, reporter, changes)
    again = save(report, reporter, changes)
    assert again == first
    assert report.changes.count() == 1


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{}",
        '{"client": 3, "seq": 1, "changes": {}}',
        '{"client": "", "seq": 1, "changes": {}}',
        '{"client": "c", "seq": 0, "changes": {}}',
        '{"client": "c", "seq": "1", "changes": {}}',
        '{"client": "c", "seq": 1, "changes": []}',
        '{"client": "c", "seq": 1, "changes": {"x": 1}}',
        '{"client": "c", "seq": 1, "changes": {}, "source": "computed"}',
    ],
)
def test_a_request_that_makes_no_sense_is_told_so(
    report: Report, reporter: User, body: str
) -> None:
    status, answer = asked(reporter, f"/reports/{report.pk}/save/", body)
    assert status == 400
    assert answer["error"] == "malformed"


def test_a_sent_report_takes_no_save(report: Report, reporter: User) -> None:
    submitted(report, reporter)
    status, answer = save(report, reporter, {ISSUED: {"was": 0, "now": 1}})
    assert status == 409
    assert "审签中" in answer["message"]


@pytest.mark.parametrize(("who", "status"), [("reviewer", 403), ("outsider", 404), ("office", 404)])
def test_nobody_else_saves_or_acts(
    report: Report, who: str, status: int, request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(who)
    assert save(report, user, {ISSUED: {"was": None, "now": 1}})[0] == status
    for act in ACTS:
        assert asked(user, f"/reports/{report.pk}/{act}/", {})[0] == status
    report.refresh_from_db()
    assert report.version == 0


def test_all_values_are_told_as_the_boxes_show_them(report: Report, reporter: User) -> None:
    changes: Changes = {
        ISSUED: {"was": None, "now": 4},
        "charges.fees.amount": {"was": None, "now": "1.50"},
    }
    drafting.save(report.pk, reporter, "c", 1, changes)
    client = Client()
    client.force_login(reporter)
    answer = client.get(f"/reports/{report.pk}/values/").json()
    assert answer["version"] == 1
    assert answer["values"][ISSUED] == "4"
    assert answer["values"]["charges.fees.amount"] == "1.50"
    assert answer["values"]["documents.rules.repealed"] == ""


def test_a_zero_report_with_something_above_zero_is_refused_in_words(
    report: Report, reporter: User
) -> None:
    save(report, reporter, {ISSUED: {"was": None, "now": 1}})
    status, answer = asked(reporter, f"/reports/{report.pk}/zero-report/", {})
    assert status == 422
    assert "零报告" in answer["message"]


def test_an_explanation_posted_without_scripts_returns_to_the_page(
    report: Report, reporter: User
) -> None:
    drafting.fill_zeros(report.pk, reporter)
    save(report, reporter, {"fees.notices": {"was": "0", "now": 2}})
    found = next(
        one for one in drafting.judged(report_of(report)) if one.finding.code == "fees-notices"
    )
    told = {"fingerprint": found.finding.fingerprint, "text": "已撤销"}
    client = Client()
    client.force_login(reporter)
    answer = client.post(f"/reports/{report.pk}/explain/", told)
    assert answer["Location"] == f"/reports/{report.pk}/edit/"
    assert report.explanations.get().text == "已撤销"


def report_of(report: Report) -> Report:
    return Report.objects.get(pk=report.pk)


def test_saves_need_the_token_of_the_page(report: Report, reporter: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(reporter)
    answer = client.post(f"/reports/{report.pk}/save/", "{}", "application/json")
    assert answer.status_code == 403
