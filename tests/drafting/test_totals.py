"""Totals follow their addends; a pasted one stands until an addend or a person changes it."""

from __future__ import annotations

from agencies.models import User
from reports import drafting
from reports.figures import LARGEST
from reports.models import Change, Report
from tests.drafting.saves import figure, fresh, put, save

ROW = "applications.granted"
COLUMNS = ("natural_person", "business", "research", "welfare", "legal_service", "other")
TOTAL = f"{ROW}.total"
PASTED = Change.Source.PASTED


def fill_row(report: Report, by: User) -> dict[str, object]:
    """1 to 6 in the row; the totals that came of it."""
    typed = {f"{ROW}.{column}": (None, n) for n, column in enumerate(COLUMNS, 1)}
    computed: dict[str, object] = save(report, by, typed)["computed"]
    return computed


def test_a_total_appears_with_its_last_addend(report: Report, reporter: User) -> None:
    put(report, reporter, f"{ROW}.business", None, 2)
    assert figure(report, TOTAL) is None
    assert fill_row(report, reporter)[TOTAL] == 21
    assert figure(report, TOTAL) == 21
    assert report.changes.get(key=TOTAL).source == Change.Source.COMPUTED


def test_a_total_goes_when_an_addend_is_emptied(report: Report, reporter: User) -> None:
    fill_row(report, reporter)
    answer = save(report, reporter, {f"{ROW}.other": (6, "")})
    assert answer["computed"][TOTAL] is None
    assert figure(report, TOTAL) is None


def test_a_pasted_total_stands_and_is_shown_as_a_difference(report: Report, reporter: User) -> None:
    typed = {f"{ROW}.{column}": (None, 1) for column in COLUMNS}
    answer = save(report, reporter, {**typed, TOTAL: (None, 9)}, PASTED)
    assert TOTAL not in answer["computed"]
    assert figure(report, TOTAL) == 9
    found = [one for one in answer["findings"] if one["code"] == "row-total"]
    assert TOTAL in found[0]["cells"]


def test_a_pasted_total_goes_when_an_addend_changes(report: Report, reporter: User) -> None:
    typed = {f"{ROW}.{column}": (None, 1) for column in COLUMNS}
    save(report, reporter, {**typed, TOTAL: (None, 9)}, PASTED)
    put(report, reporter, f"{ROW}.other", 1, 2)
    assert figure(report, TOTAL) == 7


def test_totals_are_brought_up_to_date_when_someone_asks_for_it(
    report: Report, reporter: User
) -> None:
    typed = {f"{ROW}.{column}": (None, 1) for column in COLUMNS}
    save(report, reporter, {**typed, TOTAL: (None, 9)}, PASTED)
    other = "disputes.review.total"
    save(report, reporter, {other: (None, 5)}, PASTED)
    drafting.retotal(report.pk, reporter, [TOTAL, "documents.rules.issued"])
    assert (figure(report, TOTAL), figure(report, other)) == (6, 5)
    assert figure(report, "documents.rules.issued") is None


def test_carried_over_is_typed_and_never_computed(report: Report, reporter: User) -> None:
    drafting.fill_zeros(report.pk, reporter)
    put(report, reporter, "applications.received.business", 0, 2)
    assert figure(report, "applications.carried_over.business") == 0
    assert put(report, reporter, "applications.carried_over.business", 0, 2)["state"] == "saved"
    codes = {one.finding.code for one in drafting.judged(fresh(report))}
    assert "balance" not in codes


def test_a_total_brought_up_to_more_than_a_cell_may_hold_is_left_blank(
    report: Report, reporter: User
) -> None:
    typed = {f"{ROW}.{column}": (None, LARGEST) for column in COLUMNS}
    save(report, reporter, {**typed, TOTAL: (None, 9)}, PASTED)
    drafting.retotal(report.pk, reporter, [TOTAL])
    assert figure(report, TOTAL) is None
    assert figure(report, f"{ROW}.other") == LARGEST
