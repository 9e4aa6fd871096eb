"""A register lands in the draft: its counts wait, its cases stay beside them, its rows are gone."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from agencies.models import Agency, User
from reports import drafting, registering
from reports.drafting import NotOpenError, RefusedError
from reports.importing import register as reading
from reports.management.commands import sweep
from reports.models import Prefill, Register, RegisterMapping, Report
from tests.drafting.saves import figure, save
from tests.filing import begun, submitted
from tests.importing.registers import HEADINGS, ROWS, SECRETS, USUAL, workbook

pytestmark = pytest.mark.django_db

NEW, OLD = "applications.received.natural_person", "applications.brought_forward.natural_person"
GRANTED, LEFT = "applications.granted.natural_person", "applications.carried_over.natural_person"
COUNTED = {
    NEW: ["2024-001", "2024-002", "2024-004"],
    OLD: ["2023-099"],
    GRANTED: ["2024-001", "2023-099"],
    LEFT: ["2024-004"],
    "applications.partly_granted.natural_person": ["2024-002"],
    "applications.received.business": ["2024-003"],
    "applications.refused_internal.business": ["2024-003"],
}


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def land(report: Report, by: User, data: bytes = USUAL) -> registering.Landed:
    kept = registering.keep(report.pk, by, reading.read("台账.xlsx", data))
    mapped = registering.mapped(kept)
    return registering.land(kept.pk, by, mapped.columns, mapped.meanings)


def cells(report: Report) -> dict[str, list[str]]:
    found = registering.counted_for(report)
    return {key: cases for key, cases in found.cells.items() if cases} if found else {}


def test_each_count_waits_and_has_its_cases(report: Report, reporter: User) -> None:
    landed = land(report, reporter)
    assert cells(report) == COUNTED
    assert len(landed.waiting) == 144
    waiting = {one.key: one.value for one in report.prefills.all() if one.value}
    assert waiting == {key: len(cases) for key, cases in COUNTED.items()}
    assert figure(report, NEW) is None


def test_a_confirmed_count_says_that_it_comes_from_the_register(
    report: Report, reporter: User
) -> None:
    land(report, reporter)
    told = drafting.prefilled(report)[NEW]
    assert told["words"] == "台账（共5件）"
    drafting.confirm(report.pk, reporter, [told["id"]])
    assert figure(report, NEW) == 3
    assert drafting.origin(report, NEW)["label"].startswith("台账（共5件），")


def test_nothing_about_applicants_is_left_anywhere(report: Report, reporter: User) -> None:
    land(report, reporter)
    everything = json.dumps(
        [list(model.objects.values()) for model in (Register, RegisterMapping, Prefill)],
        default=str,
        ensure_ascii=False,
    )
    assert "2024-001" in everything
    assert not [one for one in (*SECRETS, "2024-03-05") if one in everything]
    assert Register.objects.get().sifted == {}


def test_what_was_decided_once_is_asked_no_more(report: Report, reporter: User) -> None:
    rows = [(*row[:2], "公民", *row[3:]) for row in ROWS]
    sifted = reading.read("台账.xlsx", workbook([HEADINGS, *rows]))
    kept = registering.keep(report.pk, reporter, sifted)
    mapped = registering.mapped(kept)
    assert not mapped.is_settled
    registering.land(kept.pk, reporter, mapped.columns, mapped.meanings)
    assert registering.mapped(registering.keep(report.pk, reporter, sifted)).is_settled


def test_a_column_that_a_register_lacked_is_proposed_of_the_next(
    report: Report, reporter: User
) -> None:
    land(report, reporter)
    reasons = [(*HEADINGS, "不予公开理由"), *((*row, "国家秘密") for row in ROWS)]
    kept = registering.keep(report.pk, reporter, reading.read("台账.xlsx", workbook(reasons)))
    mapped = registering.mapped(kept)
    assert (mapped.columns["reason"], mapped.is_settled) == ("不予公开理由", False)
    registering.land(kept.pk, reporter, {**mapped.columns, "reason": ""}, mapped.meanings)
    again = registering.keep(report.pk, reporter, reading.read("台账.xlsx", workbook(reasons)))
    assert registering.mapped(again).columns["reason"] == ""


def test_a_value_without_a_meaning_is_not_remembered(report: Report, reporter: User) -> None:
    rows = [(*row[:7], "说不清") for row in ROWS]
    land(report, reporter, workbook([HEADINGS, *rows, *ROWS]))
    assert "说不清" not in RegisterMapping.objects.get().meanings["result"]
    found = registering.counted_for(report)
    assert found is not None
    assert {one["why"] for one in found.doubtful} >= {"“说不清”没有对应表中的项目"}


def test_what_could_not_be_counted_is_told_beside_every_count(
    report: Report, reporter: User
) -> None:
    land(report, reporter, workbook([HEADINGS, *ROWS, ("2024-9", "", "自然人")]))
    assert drafting.prefilled(report)[NEW]["words"] == "台账（共6件，另有1件没有计入）"


def test_a_new_count_takes_the_place_of_the_one_before(report: Report, reporter: User) -> None:
    land(report, reporter)
    land(report, reporter, workbook([HEADINGS, ROWS[0]]))
    assert cells(report) == {NEW: ["2024-001"], GRANTED: ["2024-001"]}
    assert report.prefills.get(key=NEW, state="waiting").value == 1
    assert Register.objects.count() == 1


def test_what_stands_in_the_draft_already_needs_no_confirmation(
    report: Report, reporter: User
) -> None:
    save(report, reporter, {NEW: ("", "3")})
    landed = land(report, reporter)
    assert landed.same == [NEW]
    assert "台账（共5件），与此相同" in drafting.origin(report, NEW)["label"]


def test_last_years_carry_over_stays_and_a_difference_is_told(
    report: Report, reporter: User
) -> None:
    row: dict[str, Any] = {"report": report, "source": "carried", "by": reporter}
    carried = [
        Prefill(key=OLD, value=4, **row),
        Prefill(key=OLD.replace("natural_person", "business"), value=0, **row),
    ]
    Prefill.objects.bulk_create(carried)
    landed = land(report, reporter)
    assert landed.apart == {OLD: (4, 1)}
    assert report.prefills.get(key=OLD, state="waiting").value == 4


def test_only_the_agencys_reporter_counts_and_only_a_draft(
    report: Report, reporter: User, reviewer: User, outsider: User
) -> None:
    sifted = reading.read("台账.xlsx", USUAL)
    for person in (reviewer, outsider):
        with pytest.raises(PermissionDenied):
            registering.keep(report.pk, person, sifted)
    kept = registering.keep(report.pk, reporter, sifted)
    submitted(report, reporter)
    with pytest.raises(NotOpenError):
        registering.land(kept.pk, reporter, {}, {})


def test_a_register_is_counted_once(report: Report, reporter: User) -> None:
    land(report, reporter)
    with pytest.raises(RefusedError, match="已经计数"):
        registering.land(Register.objects.get().pk, reporter, {}, {})


def test_what_nobody_went_on_with_is_swept_away(report: Report, reporter: User) -> None:
    land(report, reporter)
    kept = registering.keep(report.pk, reporter, reading.read("台账.xlsx", USUAL))
    assert registering.forget_uncounted() == 0
    Register.objects.filter(pk=kept.pk).update(at=timezone.now() - timedelta(hours=25))
    assert any(turn is registering.forget_uncounted for _, turn in sweep.TURNS)
    assert registering.forget_uncounted() == 1
    assert registering.counted_for(report) is not None
