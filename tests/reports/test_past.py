"""修改记录: who changed what and when, of a field or of the whole."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import Settings

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Report
from reports.views.key_past import key_past
from reports.views.sittings import past
from tests.clients import of
from tests.drafting.saves import put
from tests.filing import approved, begun, submitted
from tests.reports.pasts import ISSUED, aged, thrice_changed

REPEALED = "documents.rules.repealed"
ADDEND = "applications.received.natural_person"
TOTAL = "applications.received.total"
PROSE = "prose.1"
MARK = "INVALID VARIABLE"


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    return thrice_changed(finance, reporter)


def told(report: Report, user: User, key: str) -> dict[str, Any]:
    answer = of(user).get(
        f"/reports/{report.pk}/past/{key}/", headers={"accept": "application/json"}
    )
    assert answer.status_code == 200
    data: dict[str, Any] = answer.json()
    return data


def test_a_field_tells_its_values_with_who_and_how(report: Report, reporter: User) -> None:
    entries = told(report, reporter, ISSUED)["entries"]
    assert [one["value"] for one in entries] == [None, 5, 3, None]
    assert [one["by"] for one in entries] == ["王填报"] * 3 + [""]
    assert [one["source"] for one in entries] == ["录入"] * 3 + [""]
    assert [one["version"] for one in entries] == [3, 2, 1, 0]
    assert [one["is_now"] for one in entries] == [True, False, False, False]


def test_typing_without_a_pause_is_one_value(finance: Agency, reporter: User) -> None:
    report = begun(finance)
    for was, now in ((None, 1), (1, 12), (12, 128)):
        put(report, reporter, ISSUED, was, now)
    assert [one.value for one in key_past(report, ISSUED).entries] == [128, None]


def test_what_another_types_at_once_is_a_value_of_its_own(
    finance: Agency, reporter: User, colleague: User
) -> None:
    report = begun(finance)
    put(report, reporter, ISSUED, None, 1)
    put(report, colleague, ISSUED, 1, 2)
    assert [(one.value, one.by) for one in key_past(report, ISSUED).entries] == [
        (2, "钱同事"),
        (1, "王填报"),
        (None, ""),
    ]


def test_a_text_tells_what_was_rewritten(report: Report, reporter: User) -> None:
    put(report, reporter, PROSE, "", "收到12件。")
    put(report, reporter, PROSE, "收到12件。", "收到128件。")
    aged(report)
    first = told(report, reporter, PROSE)["entries"][0]
    assert first["pieces"] == [["same", "收到"], ["gone", "12"], ["new", "128"], ["same", "件。"]]


def test_where_a_value_came_from_is_told(report: Report, reporter: User) -> None:
    drafting.fill_zeros(report.pk, reporter)
    assert told(report, reporter, ISSUED)["entries"][0]["source"] == "其余补0"
    data = told(report, reporter, TOTAL)
    assert data["entries"][0]["source"] == "合计"
    assert data["refusal"] == "合计由系统计算，不单独恢复。"


def test_what_was_sent_is_told_apart_from_what_came_after(
    finance: Agency, reporter: User, reviewer: User
) -> None:
    sent = submitted(begun(finance), reporter)
    workflow.advance(sent, "return", reviewer, "请核对。", revision=sent.revision_id)
    put(sent, reporter, ISSUED, 0, 3)
    later, earlier = past(sent).sittings[:2]
    assert (later.sent, [spot.key for spot in later.spots]) == ("", [ISSUED])
    assert (earlier.sent, earlier.version) == ("第1稿", sent.revisions.get().version)


def test_the_whole_past_is_told_by_person_and_quarter(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, colleague, REPEALED, None, 2)
    aged(report, timedelta(seconds=1))
    sittings = past(report).sittings
    assert [(one.by, one.version, len(one.spots)) for one in sittings] == [
        ("钱同事", 4, 1),
        ("王填报", 3, 1),
    ]
    assert sittings[1].spots[0].is_back


def test_totals_are_counted_apart(report: Report, reporter: User) -> None:
    drafting.fill_zeros(report.pk, reporter)
    put(report, reporter, ADDEND, 0, 4)
    aged(report)
    latest = past(report).sittings[0]
    assert [(spot.key, spot.before, spot.after) for spot in latest.spots] == [(ADDEND, 0, 4)]
    assert latest.totals == report.changes.filter(version=5, source="computed").count() > 0


@pytest.mark.parametrize("path", ["", f"{ISSUED}/", f"{PROSE}/", "at/1/"])
def test_the_past_of_a_draft_is_for_its_own_staff(
    finance: Agency, reporter: User, reviewer: User, office: User, path: str
) -> None:
    signed = approved(begun(finance), reporter, reviewer)
    url = f"/reports/{signed.pk}/past/{path}"
    people = (reporter, reviewer, office)
    assert [of(one).get(url).status_code for one in people] == [200, 200, 404]
    assert of(office).get(f"/reports/{signed.pk}/").status_code == 200


@pytest.mark.parametrize("key", ["prose.9", "prose.x", "prose.2", "no.such", "fees.x"])
def test_an_unknown_field_has_no_past(report: Report, reporter: User, key: str) -> None:
    assert of(reporter).get(f"/reports/{report.pk}/past/{key}/").status_code == 404


@pytest.fixture
def strict(settings: Settings) -> None:
    """A name that a template does not know is printed as such."""
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = MARK
    settings.TEMPLATES = templates


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("path", ["", "?before=3", f"{ISSUED}/", f"{PROSE}/", "at/0/", "at/4/"])
def test_pages_of_the_past_name_only_what_is_there(
    report: Report, reporter: User, reviewer: User, path: str
) -> None:
    put(report, reporter, PROSE, "", "甲段。\n乙段。")
    put(report, reporter, PROSE, "甲段。\n乙段。", "甲段改。\n乙段改。")
    for person in (reporter, reviewer):
        page = of(person).get(f"/reports/{report.pk}/past/{path}").content.decode()
        assert "修改记录" in page
        assert MARK not in page
