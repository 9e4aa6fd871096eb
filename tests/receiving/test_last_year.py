"""Once last year's page is archived, this year's draft goes on from it, also while it is open."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports import drafting, receiving
from reports.checks import Finding
from reports.models import Batch, Prefill, Report
from tests.filing import begun
from tests.importing.layouts import spans

from .files import given, page, printed

OPENING, CLOSING = "applications.brought_forward.{}", "applications.carried_over.{}"
STOCK = "documents.normative.in_force"


@pytest.fixture
def draft(finance: Agency) -> Report:
    return begun(finance, year=2024)


def archive(batch: Batch, by: User, data: bytes, year: int = 2023) -> Report:
    upload = given(batch, data)
    return receiving.archive(upload.pk, by, published_on=date(year + 1, 1, 22))


def waiting(report: Report, by: User) -> dict[str, object]:
    drafting.carry(report, by)
    told = report.prefills.filter(state=Prefill.State.WAITING)
    return {one.key: one.value for one in told}


def test_the_carry_over_waits_in_the_draft_once_that_is_opened(
    draft: Report, own: Batch, reporter: User
) -> None:
    archive(own, reporter, page())
    closing = printed().figures[CLOSING.format("natural_person")]
    assert closing
    assert waiting(draft, reporter)[OPENING.format("natural_person")] == closing
    assert len(waiting(draft, reporter)) == 6


def test_all_values_and_the_stock_stand_beside(draft: Report, own: Batch, reporter: User) -> None:
    archive(own, reporter, page())
    before = drafting.last_year(draft)
    assert (before.state, before.year) == ("published", 2023)
    assert before.values[STOCK] == printed().figures[STOCK]


def test_the_older_form_goes_on_too(own: Batch, reporter: User, finance: Agency) -> None:
    draft = begun(finance, year=2021)
    old = printed(year=2020, of="shanghai-office-2019")
    taken = archive(own, reporter, spans(old), 2020)
    assert taken.duty.edition == "2019"
    closing = old.figures[CLOSING.format("natural_person")]
    assert closing is not None
    assert waiting(draft, reporter)[OPENING.format("natural_person")] == closing
    assert STOCK not in drafting.last_year(draft).values


def test_what_does_not_go_on_from_it_is_found(draft: Report, own: Batch, reporter: User) -> None:
    archive(own, reporter, page())
    drafting.save(draft.pk, reporter, "page", 1, {STOCK: {"was": None, "now": 99999}})
    draft.refresh_from_db()
    found: list[Finding] = [one.finding for one in drafting.judged(draft)]
    assert [one for one in found if STOCK in one.cells]


def pulse(client: Client, draft: Report, body: dict[str, Any]) -> dict[str, Any]:
    told = client.post(
        f"/reports/{draft.pk}/pulse/",
        json.dumps(body),
        "application/json",
        headers={"Accept": "application/json"},
    )
    answer: dict[str, Any] = told.json()
    return answer


def test_a_page_that_is_open_hears_of_it(draft: Report, own: Batch, reporter: User) -> None:
    client = Client()
    client.force_login(reporter)
    body = {"client": "a", "place": "", "version": 0}
    told = pulse(client, draft, body)
    archive(own, reporter, page())
    news = pulse(client, draft, body | {"last_mark": told["last_mark"]})
    assert news["prefills"][OPENING.format("natural_person")]["state"] == "waiting"
    assert news["last"]["last_year"][STOCK] == printed().figures[STOCK]
    assert "2023年度报告（已发布）" in news["last"]["basis"]
