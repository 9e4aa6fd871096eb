"""待确认: what last year carries over waits, is confirmed or passed over, and is locked."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Prefill, Report
from tests.drafting.openings import (
    BUSINESS,
    CLOSING,
    COLUMNS,
    NATURAL,
    OPENING,
    left_over,
    waiting,
)
from tests.drafting.saves import figure, fresh, put, save
from tests.filing import YEAR, begun, filled, published, submitted

TOTAL = OPENING.format("total")
LICENCES = "licensing.licences.decisions"


@pytest.fixture
def last_year(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(left_over(begun(finance, year=YEAR - 1), reporter, 12, 3), reporter, reviewer)


@pytest.fixture
def carried(report: Report, last_year: Report, reporter: User) -> Report:
    drafting.carry(report, reporter)
    return report


def confirm(report: Report, by: User, *keys: str) -> dict[str, dict[str, object]]:
    seen = [waiting(report)[key].pk for key in keys]
    told: dict[str, dict[str, object]] = drafting.confirm(report.pk, by, seen)["keys"]
    return told


def test_the_opening_row_waits_column_by_column_and_counts_as_blank(carried: Report) -> None:
    proposed = {key: one.value for key, one in waiting(carried).items()}
    none = {OPENING.format(column): 0 for column in COLUMNS}
    assert proposed == {**none, NATURAL: 12, BUSINESS: 3}
    assert figure(carried, NATURAL) is None
    assert fresh(carried).version == 0
    assert "blank" in {one.finding.code for one in drafting.judged(carried)}


def test_what_waits_is_not_carried_twice(carried: Report, reporter: User) -> None:
    drafting.carry(fresh(carried), reporter)
    assert carried.prefills.count() == 6


def test_a_stock_that_the_year_has_moved_is_not_carried(carried: Report) -> None:
    assert not [key for key in waiting(carried) if key.startswith("documents")]


def test_a_filled_cell_gets_no_proposal(report: Report, last_year: Report, reporter: User) -> None:
    put(report, reporter, NATURAL, None, 11)
    drafting.carry(fresh(report), reporter)
    assert NATURAL not in waiting(report)
    assert BUSINESS in waiting(report)


def test_confirming_moves_values_totals_and_their_origin_in(
    carried: Report, reporter: User
) -> None:
    told = confirm(carried, reporter, *waiting(carried))
    assert told[NATURAL] == {"state": "saved", "value": 12}
    assert (figure(carried, NATURAL), figure(carried, TOTAL)) == (12, 15)
    change = carried.changes.get(key=NATURAL)
    assert change.source == "carried"
    assert change.prefill == carried.prefills.get(key=NATURAL)
    assert "上年结转带入" in drafting.origin(carried, NATURAL)["label"]
    assert "王填报确认" in drafting.origin(carried, NATURAL)["label"]


def test_confirming_twice_does_it_once(carried: Report, reporter: User) -> None:
    seen = [waiting(carried)[NATURAL].pk]
    first = drafting.confirm(carried.pk, reporter, seen)["keys"]
    assert drafting.confirm(carried.pk, reporter, seen)["keys"] == first
    assert fresh(carried).version == 1


def test_a_confirmed_carry_over_is_locked(carried: Report, reporter: User) -> None:
    confirm(carried, reporter, NATURAL)
    told = put(carried, reporter, NATURAL, 12, 13)
    assert told["state"] == "refused"
    assert told["message"].endswith("系上年结转带入并已确认；如确需修改，请先解锁并说明原因")
    assert put(carried, reporter, NATURAL, 12, 12)["state"] == "saved"
    assert figure(carried, NATURAL) == 12


def test_unlocking_needs_a_reason_and_opens_that_cell_alone(
    carried: Report, reporter: User
) -> None:
    confirm(carried, reporter, NATURAL, BUSINESS)
    with pytest.raises(drafting.RefusedError, match="解锁原因"):
        drafting.unlock(carried.pk, reporter, NATURAL, " ")
    drafting.unlock(carried.pk, reporter, NATURAL, "上年多计一件")
    assert put(carried, reporter, NATURAL, 12, 11)["state"] == "saved"
    assert put(carried, reporter, BUSINESS, 3, 2)["state"] == "refused"
    assert "王填报已解锁：上年多计一件" in drafting.origin(carried, NATURAL)["label"]


def test_the_reviewer_gets_the_reason_with_both_values(carried: Report, reporter: User) -> None:
    confirm(carried, reporter, NATURAL)
    drafting.unlock(carried.pk, reporter, NATURAL, "上年多计一件")
    put(carried, reporter, NATURAL, 12, 11)
    put(carried, reporter, BUSINESS, None, 4)
    told = drafting.departures(fresh(carried))
    shown = [(one["key"], one["word"], one["carried"], one["now"]) for one in told]
    assert shown == [(NATURAL, "已解锁", 12, 11), (BUSINESS, "未采用", 3, 4)]
    assert (told[0]["reason"], told[0]["by"]) == ("上年多计一件", "王填报")


def test_what_departed_is_frozen_with_the_revision(carried: Report, reporter: User) -> None:
    confirm(carried, reporter, *waiting(carried))
    drafting.unlock(carried.pk, reporter, NATURAL, "上年多计一件")
    put(carried, reporter, NATURAL, 12, 0)
    drafting.unlock(carried.pk, reporter, BUSINESS, "上年误计")
    put(carried, reporter, BUSINESS, 3, 0)
    sent = submitted(filled(fresh(carried), reporter), reporter)
    assert sent.revision is not None
    assert [one["now"] for one in sent.revision.submission["departures"]] == [0, 0]


def test_typing_another_value_passes_the_proposal_over(carried: Report, reporter: User) -> None:
    assert put(carried, reporter, NATURAL, None, 11)["state"] == "saved"
    prefill = carried.prefills.get(key=NATURAL)
    assert (prefill.state, prefill.decided_by) == ("declined", reporter)
    drafting.carry(fresh(carried), reporter)
    assert NATURAL not in waiting(carried)


def test_a_cell_emptied_again_gets_its_proposal_back(carried: Report, reporter: User) -> None:
    put(carried, reporter, NATURAL, None, 11)
    put(carried, reporter, NATURAL, 11, None)
    assert waiting(carried)[NATURAL].value == 12


def test_what_is_declined_stays_blank_and_is_not_proposed_again(
    carried: Report, reporter: User
) -> None:
    drafting.decline(carried.pk, reporter, [waiting(carried)[NATURAL].pk])
    drafting.carry(fresh(carried), reporter)
    assert NATURAL not in waiting(carried)
    assert figure(carried, NATURAL) is None


def test_a_cell_filled_meanwhile_is_told_and_not_overwritten(
    carried: Report, reporter: User, colleague: User
) -> None:
    seen = [waiting(carried)[NATURAL].pk]
    put(carried, colleague, NATURAL, None, 15)
    told = drafting.confirm(carried.pk, reporter, seen)["keys"][NATURAL]
    assert (told["state"], told["value"], told["mine"]) == ("conflict", 15, 12)
    assert "已由钱同事填为15" in told["message"]
    assert figure(carried, NATURAL) == 15


def correct_last_year(last_year: Report, reporter: User, reviewer: User, natural: int) -> None:
    read = last_year.revision_id
    again = workflow.advance(last_year, "correct", reviewer, "多计一件", revision=read)
    pairs: dict[str, tuple[object, object]] = {
        CLOSING.format("natural_person"): (12, natural),
        "applications.received.natural_person": (12, natural),
    }
    save(again, reporter, pairs)
    published(fresh(again), reporter, reviewer)


def test_what_waits_follows_a_correction_of_last_year(
    carried: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    correct_last_year(last_year, reporter, reviewer, 13)
    drafting.carry(fresh(carried), reporter)
    assert waiting(carried)[NATURAL].value == 13
    assert carried.prefills.get(key=NATURAL, value=12).state == "replaced"


def test_nobody_confirms_a_value_that_he_has_not_seen(
    carried: Report, last_year: Report, reporter: User, reviewer: User
) -> None:
    seen = [waiting(carried)[NATURAL].pk]
    correct_last_year(last_year, reporter, reviewer, 13)
    answer = drafting.confirm(carried.pk, reporter, seen)
    assert answer["keys"][NATURAL]["state"] == "refused"
    assert answer["prefills"][NATURAL]["value"] == 13
    assert figure(carried, NATURAL) is None


def test_zeros_are_not_filled_into_what_waits(carried: Report, reporter: User) -> None:
    kept = drafting.fill_zeros(carried.pk, reporter)["kept"]
    assert set(kept) == {OPENING.format(column) for column in COLUMNS}
    assert figure(carried, NATURAL) is None
    assert figure(carried, "applications.received.natural_person") == 0


def test_a_zero_report_confirms_the_zeros_that_wait(
    finance: Agency, report: Report, reporter: User, reviewer: User
) -> None:
    published(begun(finance, year=YEAR - 1), reporter, reviewer)
    drafting.carry(report, reporter)
    assert drafting.zero_report(report.pk, reporter)["kept"] == []
    assert set(fresh(report).content.figures.values()) == {0}
    assert set(report.prefills.values_list("state", flat=True)) == {"confirmed"}


def test_only_a_reporter_of_an_open_draft_decides(
    carried: Report, reporter: User, reviewer: User
) -> None:
    seen = [one.pk for one in waiting(carried).values()]
    with pytest.raises(PermissionDenied):
        drafting.confirm(carried.pk, reviewer, seen)
    with pytest.raises(PermissionDenied):
        drafting.unlock(carried.pk, reviewer, NATURAL, "原因")
    drafting.confirm(carried.pk, reporter, seen)
    with pytest.raises(ValueError, match="another report"):
        drafting.confirm(carried.pk, reporter, [0])
    Report.objects.filter(pk=carried.pk).update(state="submitted")
    with pytest.raises(drafting.NotOpenError):
        drafting.unlock(carried.pk, reporter, NATURAL, "原因")


def test_a_division_supplies_what_replaces_a_figure_that_stood_there(
    report: Report, reporter: User
) -> None:
    put(report, reporter, LICENCES, None, 5)
    make = Prefill.objects.create
    one = make(report=report, key=LICENCES, value=7, source="division", by=reporter)
    told = drafting.confirm(report.pk, reporter, [one.pk])["keys"]
    assert told[LICENCES] == {"state": "saved", "value": 7}
    assert put(report, reporter, LICENCES, 7, 8)["state"] == "saved"


def test_words_of_a_division_go_in_behind_those_that_are_there(
    report: Report, reporter: User
) -> None:
    put(report, reporter, "prose.1", "", "总体平稳。")
    make = Prefill.objects.create
    one = make(report=report, key="prose.1", value="办理5件。", source="division", by=reporter)
    put(report, reporter, "prose.1", "总体平稳。", "总体良好。")
    drafting.confirm(report.pk, reporter, [one.pk])
    assert fresh(report).content.text("1") == "总体良好。\n办理5件。"
