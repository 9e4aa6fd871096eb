"""Every answer to a save says how the draft stands against last year's published report."""

from __future__ import annotations

from typing import Any

import pytest

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Report
from tests.drafting.openings import BUSINESS, CLOSING, NATURAL, left_over, waiting
from tests.drafting.saves import fresh, put, save
from tests.filing import YEAR, begun, explained, filled, published, submitted

ISSUED, REPEALED, STANDS = (
    f"documents.normative.{one}" for one in ("issued", "repealed", "in_force")
)


@pytest.fixture
def last_year(finance: Agency, reporter: User, reviewer: User) -> Report:
    draft = left_over(begun(finance, year=YEAR - 1), reporter, 12, 3)
    save(draft, reporter, {STANDS: (0, 9)})
    return published(fresh(draft), reporter, reviewer)


@pytest.fixture
def carried(report: Report, last_year: Report, reporter: User) -> Report:
    drafting.carry(report, reporter)
    drafting.confirm(report.pk, reporter, [one.pk for one in waiting(report).values()])
    return fresh(report)


def rules(report: Report) -> dict[str, drafting.Judged]:
    return {one.finding.rule: one for one in drafting.judged(fresh(report))}


def test_a_save_is_answered_with_what_differs_from_last_year(
    report: Report, reporter: User, last_year: Report
) -> None:
    answer = save(report, reporter, {ISSUED: (None, 1), REPEALED: (None, 11), STANDS: (None, 8)})
    told = {one["rule"]: one["message"] for one in answer["findings"]}
    assert "多于上年有效9件" in told["R16"]
    assert "R31" not in told
    answer = save(report, reporter, {REPEALED: (11, 3)})
    told = {one["rule"]: one["message"] for one in answer["findings"]}
    assert f"按上年推算为7（{YEAR - 1}年9＋制发1－废止3）" in told["R31"]
    answer = save(report, reporter, {REPEALED: (3, 2)})
    assert not {"R16", "R31"} & {one["rule"] for one in answer["findings"]}


def test_an_opening_of_ones_own_is_doubted(
    report: Report, reporter: User, last_year: Report
) -> None:
    put(report, reporter, NATURAL, None, 11)
    assert "“自然人”本年11、上年12" in rules(report)["R30"].finding.message
    put(report, reporter, NATURAL, 11, 12)
    assert "R30" not in rules(report)


def test_nothing_is_sent_before_the_difference_is_explained(
    carried: Report, reporter: User
) -> None:
    filled(carried, reporter)
    put(fresh(carried), reporter, STANDS, None, 7)
    whole = balanced(carried, reporter)
    with pytest.raises(workflow.RefusedError, match="1处疑点"):
        submitted(whole, reporter)
    sent = submitted(explained(whole, reporter, "清理失效2件。"), reporter)
    assert sent.revision is not None
    told = {one["rule"]: one["explanation"] for one in sent.revision.findings}
    assert told["R31"] == "清理失效2件。"


def balanced(report: Report, by: User) -> Report:
    """The draft with as many applications going on as came over."""
    now = fresh(report).figures
    pairs = {
        key: (now[key], now[key.replace("carried_over", "brought_forward")])
        for key in (CLOSING.format("natural_person"), CLOSING.format("business"))
    }
    save(report, by, pairs)
    return fresh(report)


def test_the_reason_for_unlocking_explains_the_difference(carried: Report, reporter: User) -> None:
    drafting.unlock(carried.pk, reporter, NATURAL, "台账为11")
    put(carried, reporter, NATURAL, 12, 11)
    doubt = rules(carried)["R30"]
    assert not doubt.blocks
    assert doubt.to_json()["explanation"] == "解锁时说明：台账为11"
    assert doubt.explanation is not None
    assert doubt.explanation.by == reporter


def test_the_reason_is_frozen_for_who_signs(carried: Report, reporter: User) -> None:
    drafting.unlock(carried.pk, reporter, NATURAL, "台账为11")
    put(carried, reporter, NATURAL, 12, 11)
    filled(fresh(carried), reporter)
    save(fresh(carried), reporter, {STANDS: (None, 9)})
    sent = submitted(balanced(carried, reporter), reporter)
    assert sent.revision is not None
    told = {one["rule"]: one["explanation"] for one in sent.revision.findings}
    assert told == {"R30": "解锁时说明：台账为11"}


def test_reasons_for_two_columns_are_both_told(carried: Report, reporter: User) -> None:
    for key, was, why in ((NATURAL, 12, "台账为11"), (BUSINESS, 3, "台账为2")):
        drafting.unlock(carried.pk, reporter, key, why)
        put(carried, reporter, key, was, was - 1)
    assert rules(carried)["R30"].to_json()["explanation"] == "解锁时说明：台账为11；台账为2"


def test_a_reason_for_one_column_explains_no_other(
    report: Report, reporter: User, last_year: Report
) -> None:
    drafting.carry(report, reporter)
    kept = waiting(report)
    drafting.decline(report.pk, reporter, [kept[BUSINESS].pk])
    drafting.confirm(report.pk, reporter, [kept[NATURAL].pk])
    drafting.unlock(report.pk, reporter, NATURAL, "台账为11")
    save(report, reporter, {NATURAL: (12, 11), BUSINESS: (None, 2)})
    assert rules(report)["R30"].blocks


def test_an_own_explanation_stands_over_the_reason(carried: Report, reporter: User) -> None:
    drafting.unlock(carried.pk, reporter, NATURAL, "台账为11")
    put(carried, reporter, NATURAL, 12, 11)
    drafting.explain(
        carried.pk, reporter, rules(carried)["R30"].finding.fingerprint, "上年多计一件。"
    )
    assert rules(carried)["R30"].to_json()["explanation"] == "上年多计一件。"


def test_a_save_takes_few_queries(
    carried: Report, reporter: User, django_assert_max_num_queries: Any
) -> None:
    save(carried, reporter, {ISSUED: (None, 1)})
    # Five of them for what is known besides: last year, successions, names, what the district has
    # decided, what others have published.
    with django_assert_max_num_queries(15):
        save(carried, reporter, {ISSUED: (1, 2)})
