"""Whatever JSON can hold is answered with a refusal or a 400, never with a crash or a bad value."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agencies.models import User
from reports import drafting
from reports.models import Report
from tests.drafting.saves import fresh, put

ISSUED, MONEY = "documents.rules.issued", "charges.fees.amount"
KEYS = (ISSUED, MONEY, "fees.notices", "fees.billed", "prose.1")
ODD = [
    [],
    [1],
    {},
    {"now": 1},
    True,
    False,
    1.0,
    float("nan"),
    float("inf"),
    -1,
    10**9,
    10**400,
    "1e3",
    "NaN",
    "①",
    "²",
    "٣",
    "1" * 5000,
    "\x00",
    "\ud800",
    "1\x002",
]


@pytest.mark.parametrize("value", ODD, ids=lambda value: ascii(value)[:20])
@pytest.mark.parametrize("key", KEYS[:4])
def test_what_is_no_number_is_refused(
    report: Report, reporter: User, key: str, value: object
) -> None:
    assert put(report, reporter, key, None, value)["state"] == "refused"
    assert not report.changes.exists()


@pytest.mark.parametrize("was", ["abc", "-", 1.5, [], {}, True, 10**400])
def test_what_no_page_can_have_seen_overwrites_nothing(
    report: Report, reporter: User, colleague: User, was: object
) -> None:
    put(report, colleague, ISSUED, None, 7)
    assert put(report, reporter, ISSUED, was, 4)["state"] == "conflict"
    assert fresh(report).content.figures[ISSUED] == 7


@pytest.mark.parametrize("value", [None, 1, [], {}, True, ["甲"], {"text": "甲"}])
def test_what_is_no_text_is_refused(report: Report, reporter: User, value: object) -> None:
    assert put(report, reporter, "prose.1", "", value)["message"] == "内容应为文字"
    assert put(report, reporter, "prose.1", 5, "甲")["message"] == "内容应为文字"


def posted(report: Report, by: User, body: str) -> int:
    client = Client(raise_request_exception=True)
    client.force_login(by)
    address, wanted = f"/reports/{report.pk}/save/", {"Accept": "application/json"}
    answer = client.post(address, body, "application/json", headers=wanted)
    return answer.status_code


@pytest.mark.parametrize("value", ODD, ids=lambda value: ascii(value)[:20])
def test_the_page_gets_an_answer_to_anything(report: Report, reporter: User, value: object) -> None:
    changes = {key: {"was": value, "now": value} for key in KEYS}
    body = json.dumps({"client": "c", "seq": 1, "changes": changes})
    assert posted(report, reporter, body) in {200, 400}


@pytest.mark.parametrize("source", [[], {}, 3, None, "computed", "zeroed", "imported"])
def test_a_page_cannot_claim_another_source(report: Report, reporter: User, source: object) -> None:
    changes = {"applications.received.total": {"was": None, "now": 1}}
    body = {"client": "c", "seq": 1, "changes": changes, "source": source}
    assert posted(report, reporter, json.dumps(body)) == 400


def test_more_keys_than_any_form_has_are_malformed(report: Report, reporter: User) -> None:
    changes = {f"key{number}": {"was": None, "now": 1} for number in range(1001)}
    body = {"client": "c", "seq": 1, "changes": changes}
    assert posted(report, reporter, json.dumps(body)) == 400
    assert not report.saves.exists()


def test_more_than_the_server_reads_is_refused_as_too_much(report: Report, reporter: User) -> None:
    changes = {"prose.1": {"was": "", "now": "字" * 2_000_000}}
    body = json.dumps({"client": "c", "seq": 1, "changes": changes}, ensure_ascii=False)
    assert posted(report, reporter, body) == 413


def test_numbers_and_nesting_without_end_are_malformed(report: Report, reporter: User) -> None:
    for now in ("9" * 5000, "[" * 100_000 + "]" * 100_000):
        body = f'{{"client": "c", "seq": 1, "changes": {{"{ISSUED}": {{"now": {now}}}}}}}'
        assert posted(report, reporter, body) == 400


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
names = st.sampled_from(KEYS) | st.text(max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(values=st.dictionaries(names, st.tuples(anything, anything), max_size=4))
def test_no_save_leaves_a_draft_that_cannot_be_read(
    report: Report, reporter: User, values: dict[str, tuple[Any, Any]]
) -> None:
    changes = {key: {"was": was, "now": now} for key, (was, now) in values.items()}
    seq = report.saves.count() + 1
    try:
        answer = drafting.save(report.pk, reporter, "c", seq, changes)
    except ValueError:
        return
    now = Report.objects.get(pk=report.pk).content
    assert now.digest
    assert set(answer["keys"]) == set(values)
    for key in set(values) & {ISSUED, MONEY}:
        figure = now.figures[key]
        assert figure is None or 0 <= figure <= 999_999_999
