"""Last year's report is corrected while this year's is being written: nobody is overruled."""

from __future__ import annotations

import pytest

from agencies.models import Agency, Succession, User
from reports import drafting, workflow
from reports.models import Report
from tests.drafting.openings import BUSINESS, CLOSING, COLUMNS, NATURAL, left_over, waiting
from tests.drafting.saves import figure, fresh, put, save
from tests.filing import YEAR, begun, explained, filled, published, submitted

LEFT = CLOSING.format("natural_person")


@pytest.fixture
def last_year(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(left_over(begun(finance, year=YEAR - 1), reporter, 12, 3), reporter, reviewer)


@pytest.fixture
def carried(report: Report, last_year: Report, reporter: User) -> Report:
    drafting.carry(report, reporter)
    drafting.confirm(report.pk, reporter, [one.pk for one in waiting(report).values()])
    return fresh(report)


def correct(last_year: Report, reporter: User, reviewer: User, was: int, now: int) -> None:
    before = fresh(last_year)
    again = workflow.advance(before, "correct", reviewer, "多计一件", revision=before.revision_id)
    keys = LEFT, "applications.received.natural_person"
    save(again, reporter, dict.fromkeys(keys, (was, now)))
    published(fresh(again), reporter, reviewer)


@pytest.fixture
def overtaken(carried: Report, last_year: Report, reporter: User, reviewer: User) -> Report:
    """12 was confirmed and is locked; last year says 13 by now."""
    correct(last_year, reporter, reviewer, 12, 13)
    drafting.carry(carried, reporter)
    return fresh(carried)


def told(report: Report, key: str = NATURAL) -> dict[str, object]:
    return drafting.prefilled(fresh(report))[key]


def test_the_corrected_value_waits_beside_the_locked_one(overtaken: Report, reporter: User) -> None:
    shown = told(overtaken)
    assert (shown["state"], shown["locked"], shown["value"], shown["now"]) == (
        "waiting",
        True,
        13,
        12,
    )
    assert shown["words"] == "上年报告改动后的结转数"
    assert list(waiting(overtaken)) == [NATURAL]
    assert put(overtaken, reporter, NATURAL, 12, 13)["state"] == "refused"
    assert figure(overtaken, NATURAL) == 12


def test_confirming_it_replaces_the_locked_one_and_locks_again(
    overtaken: Report, reporter: User
) -> None:
    drafting.confirm(overtaken.pk, reporter, [waiting(overtaken)[NATURAL].pk])
    assert figure(overtaken, NATURAL) == 13
    assert (told(overtaken)["state"], told(overtaken)["value"]) == ("locked", 13)
    assert drafting.origin(overtaken, NATURAL)["label"].endswith("王填报确认（原值 12）")
    assert drafting.departures(fresh(overtaken)) == []


def test_what_is_not_taken_leaves_the_old_one_locked_and_tells_the_reviewer(
    overtaken: Report, reporter: User
) -> None:
    drafting.decline(overtaken.pk, reporter, [waiting(overtaken)[NATURAL].pk])
    drafting.carry(fresh(overtaken), reporter)
    assert (told(overtaken)["state"], figure(overtaken, NATURAL)) == ("locked", 12)
    shown = drafting.departures(fresh(overtaken))
    assert [(one["word"], one["carried"], one["now"]) for one in shown] == [("未采用", 13, 12)]


def test_what_nobody_decided_on_is_frozen_for_the_reviewer(
    carried: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    save(
        carried,
        reporter,
        {CLOSING.format(column): (None, n) for column, n in zip(COLUMNS, (12, 3), strict=False)},
    )
    whole = filled(fresh(carried), reporter)
    correct(last_year, reporter, reviewer, 12, 13)
    sent = submitted(explained(fresh(whole), reporter), reporter)
    assert sent.revision is not None
    shown = sent.revision.submission["departures"]
    assert [(one["word"], one["carried"], one["now"]) for one in shown] == [("待确认", 13, 12)]
    assert "上年报告后来有改动" in shown[0]["reason"]


def test_a_correction_taken_back_ends_the_proposal(
    overtaken: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    correct(last_year, reporter, reviewer, 13, 12)
    drafting.carry(overtaken, reporter)
    assert waiting(overtaken) == {}
    assert (told(overtaken)["state"], told(overtaken)["value"]) == ("locked", 12)


def test_a_second_correction_is_proposed_after_the_first_was_confirmed(
    overtaken: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    drafting.confirm(overtaken.pk, reporter, [waiting(overtaken)[NATURAL].pk])
    correct(last_year, reporter, reviewer, 13, 12)
    drafting.carry(fresh(overtaken), reporter)
    assert (told(overtaken)["value"], told(overtaken)["now"]) == (12, 13)


def test_a_value_that_stands_already_is_confirmed_and_locked(
    carried: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    drafting.unlock(carried.pk, reporter, NATURAL, "上年少计一件")
    put(carried, reporter, NATURAL, 12, 13)
    correct(last_year, reporter, reviewer, 12, 13)
    drafting.carry(fresh(carried), reporter)
    drafting.confirm(carried.pk, reporter, [waiting(carried)[NATURAL].pk])
    assert waiting(carried) == {}
    assert told(carried)["state"] == "locked"
    assert drafting.departures(fresh(carried)) == []


def test_an_unlocked_value_is_typed_over_beside_what_waits(
    overtaken: Report, reporter: User
) -> None:
    drafting.unlock(overtaken.pk, reporter, NATURAL, "台账为14")
    assert (told(overtaken)["state"], told(overtaken)["locked"]) == ("waiting", False)
    put(overtaken, reporter, NATURAL, 12, 14)
    assert NATURAL not in waiting(overtaken)
    shown = {one["word"]: one for one in drafting.departures(fresh(overtaken))}
    assert {word: (one["carried"], one["now"]) for word, one in shown.items()} == {
        "已解锁": (12, 14),
        "未采用": (13, 14),
    }
    assert shown["已解锁"]["reason"] == "台账为14"


def test_other_cells_stay_as_they_were_confirmed(overtaken: Report) -> None:
    assert (told(overtaken, BUSINESS)["state"], figure(overtaken, BUSINESS)) == ("locked", 3)


def test_what_is_typed_over_or_emptied_tells_the_page_what_waits_by_now(
    overtaken: Report, reporter: User
) -> None:
    drafting.unlock(overtaken.pk, reporter, NATURAL, "台账为14")
    assert "prefills" not in save(overtaken, reporter, {"documents.rules.issued": (None, 1)})
    assert NATURAL not in save(overtaken, reporter, {NATURAL: (12, 14)})["prefills"]
    assert save(overtaken, reporter, {NATURAL: (14, None)})["prefills"][NATURAL]["value"] == 13


def test_a_proposal_that_a_merger_ended_is_refused_as_such(
    report: Report, last_year: Report, reporter: User, education: Agency
) -> None:
    drafting.carry(report, reporter)
    seen = [waiting(report)[NATURAL].pk]
    Succession.objects.create(
        from_agency=education, to_agency=report.duty.agency, on=f"{YEAR}-03-01", kind="merge"
    )
    answer = drafting.confirm(report.pk, reporter, seen)["keys"][NATURAL]
    assert answer["state"] == "refused"
    assert "已不再适用，请按台账录入" in answer["message"]
    assert figure(report, NATURAL) is None


@pytest.mark.parametrize(
    ("reason", "why"), [("　\n\u200b", "请填写"), ("因" * 10_000, "有10000字，不能超过200字")]
)
def test_a_reason_that_is_none_or_too_long_opens_nothing(
    carried: Report, reporter: User, reason: str, why: str
) -> None:
    with pytest.raises(drafting.RefusedError, match=why):
        drafting.unlock(carried.pk, reporter, NATURAL, reason)
    assert put(carried, reporter, NATURAL, 12, 11)["state"] == "refused"


def test_a_reason_given_before_the_correction_does_not_serve_after_it(
    carried: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    drafting.unlock(carried.pk, reporter, NATURAL, "台账为11")
    put(carried, reporter, NATURAL, 12, 11)
    correct(last_year, reporter, reviewer, 12, 13)
    doubts = [one for one in drafting.judged(fresh(carried)) if one.finding.rule == "R30"]
    assert [one.blocks for one in doubts] == [True]
