"""Asking what a text says: for 填报人 of an open draft, in texts of that report alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports.drafting.merging import LONGEST_PROSE
from reports.models import Report
from tests.filing import begun, submitted

LONG = "长" * (LONGEST_PROSE + 1)
TEXT = "全年收到政府信息公开申请12件。"


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def asked(report: Report, user: User, body: object) -> tuple[int, dict[str, Any]]:
    client = Client()
    client.force_login(user)
    headers = {"Accept": "application/json", "X-Background": "1"}
    answer = client.post(f"/reports/{report.pk}/said/", body, "application/json", headers=headers)
    return answer.status_code, answer.json()


def test_the_claims_of_each_text_come_under_its_part(report: Report, reporter: User) -> None:
    status, told = asked(report, reporter, {"texts": {"1": TEXT, "6": "无。"}})
    assert (status, told["said"]["6"]) == (200, [])
    (one,) = told["said"]["1"]
    assert (one["kind"], one["start"], one["end"]) == ("count", 12, 14)
    assert told["sums"][one["ways"][0]]["cells"] == ["applications.received.total"]


@pytest.mark.parametrize(
    "body",
    [{}, [], {"texts": []}, {"texts": {"2": TEXT}}, {"texts": {"1": 1}}, {"texts": {"1": LONG}}],
    ids=lambda body: str(body)[:40],
)
def test_what_no_page_asks_is_refused(report: Report, reporter: User, body: object) -> None:
    status, told = asked(report, reporter, body)
    assert (status, told["error"]) == (400, "malformed")


def test_of_a_report_that_was_sent_nothing_is_told(report: Report, reporter: User) -> None:
    submitted(report, reporter)
    status, told = asked(report, reporter, {"texts": {"1": TEXT}})
    assert (status, told["error"]) == (409, "not_open")
