"""其余补0 and 零报告: every blank but what goes on from last year's figures above 0."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Agency, User
from reports import drafting
from reports.models import Report
from tests.drafting.saves import figure, fresh, put, save, text
from tests.filing import approved, begun, filled, submitted

ISSUED = "documents.normative.issued"
IN_FORCE = "documents.normative.in_force"
FROM_LAST_YEAR = "applications.brought_forward.business"
LEFT_OVER = "applications.carried_over.business"


@pytest.fixture
def last_year(finance: Agency, reporter: User, reviewer: User) -> Report:
    """Signed: four rules in force, two applications of business carried over."""
    before = filled(begun(finance, year=2023), reporter)
    pairs = {IN_FORCE: (0, 4), LEFT_OVER: (0, 2), "applications.received.business": (0, 2)}
    save(before, reporter, pairs)
    return approved(fresh(before), reporter, reviewer)


def test_every_blank_becomes_zero_and_nothing_else(report: Report, reporter: User) -> None:
    put(report, reporter, ISSUED, None, 7)
    answer = drafting.fill_zeros(report.pk, reporter)
    figures = fresh(report).content.figures
    assert figures.pop(ISSUED) == 7
    assert set(figures.values()) == {0}
    assert set(fresh(report).content.fees.values()) == {0}
    assert answer["kept"] == []
    assert answer["blank"] == {"1": 1, "2": 0, "3": 0, "4": 0, "5": 1, "6": 0}


def test_money_becomes_zero_money(report: Report, reporter: User) -> None:
    drafting.fill_zeros(report.pk, reporter)
    assert isinstance(figure(report, "charges.fees.amount"), Decimal)
    assert isinstance(fresh(report).content.fees["billed"], Decimal)


def test_zeros_are_told_apart_from_what_was_typed(report: Report, reporter: User) -> None:
    drafting.fill_zeros(report.pk, reporter)
    assert report.changes.get(key=ISSUED).source == "zeroed"
    assert report.changes.get(key="applications.received.total").source == "computed"
    assert set(report.changes.values_list("version", flat=True)) == {1}


def test_what_goes_on_from_last_year_is_left_to_a_person(
    report: Report, last_year: Report, reporter: User
) -> None:
    answer = drafting.fill_zeros(report.pk, reporter)
    assert set(answer["kept"]) == {IN_FORCE, FROM_LAST_YEAR}
    assert figure(report, IN_FORCE) is None
    assert figure(report, FROM_LAST_YEAR) is None
    assert figure(report, "documents.rules.in_force") == 0
    assert figure(report, "applications.brought_forward.other") == 0


def test_a_total_over_what_is_left_blank_stays_blank(
    report: Report, last_year: Report, reporter: User
) -> None:
    drafting.fill_zeros(report.pk, reporter)
    assert figure(report, "applications.brought_forward.total") is None
    assert figure(report, "applications.received.total") == 0


def test_a_draft_of_last_year_is_no_basis(finance: Agency, report: Report, reporter: User) -> None:
    before = filled(begun(finance, year=2023), reporter)
    put(before, reporter, IN_FORCE, 0, 4)
    submitted(fresh(before), reporter)
    assert drafting.fill_zeros(report.pk, reporter)["kept"] == []


def test_another_agency_is_no_basis(education: Agency, last_year: Report, outsider: User) -> None:
    other = begun(education)
    assert drafting.fill_zeros(other.pk, outsider)["kept"] == []


def test_a_zero_report_says_so_and_proposes_the_words(report: Report, reporter: User) -> None:
    drafting.zero_report(report.pk, reporter)
    assert fresh(report).zero_report
    assert text(report, "6") == report.format.zero_sentences[6]
    assert set(fresh(report).content.figures.values()) == {0}
    assert report.changes.get(key=ISSUED).source == "zero_report"


def test_a_zero_report_keeps_words_that_are_there(report: Report, reporter: User) -> None:
    put(report, reporter, "prose.6", "", "另有一事。")
    drafting.zero_report(report.pk, reporter)
    assert text(report, "6") == "另有一事。"


@pytest.mark.parametrize("key", [ISSUED, "charges.fees.amount", "fees.notices"])
def test_nothing_above_zero_is_a_zero_report(report: Report, reporter: User, key: str) -> None:
    put(report, reporter, key, None, "1")
    with pytest.raises(drafting.RefusedError, match="大于0"):
        drafting.zero_report(report.pk, reporter)
    assert fresh(report).version == 1


def test_a_figure_above_zero_ends_the_zero_report(report: Report, reporter: User) -> None:
    drafting.zero_report(report.pk, reporter)
    put(report, reporter, ISSUED, 0, 1)
    assert not fresh(report).zero_report


@pytest.mark.parametrize("bulk", [drafting.fill_zeros, drafting.zero_report])
def test_both_need_a_draft_and_its_reporter(
    report: Report, reporter: User, reviewer: User, bulk: object
) -> None:
    assert callable(bulk)
    with pytest.raises(PermissionDenied):
        bulk(report.pk, reviewer)
    submitted(report, reporter)
    with pytest.raises(drafting.NotOpenError):
        bulk(report.pk, reporter)


def test_what_is_zero_already_is_not_changed_again(report: Report, reporter: User) -> None:
    drafting.fill_zeros(report.pk, reporter)
    changes = report.changes.count()
    assert drafting.fill_zeros(report.pk, reporter)["version"] == 1
    assert report.changes.count() == changes
