"""What goes on from last year rests on what was signed then, also in a 零报告."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Report
from tests.drafting.saves import fresh, put
from tests.filing import YEAR, begun, filled, published

IN_FORCE = "documents.normative.in_force"


@pytest.fixture
def last_year(finance: Agency, reporter: User, reviewer: User) -> Report:
    """Published: three rules in force."""
    report = filled(begun(finance, year=YEAR - 1), reporter)
    put(report, reporter, IN_FORCE, 0, 3)
    return published(fresh(report), reporter, reviewer)


def test_the_basis_is_what_was_signed_not_what_is_being_rewritten(
    last_year: Report, report: Report, reporter: User, reviewer: User
) -> None:
    read = last_year.revision_id
    workflow.advance(last_year, "correct", reviewer, "更正", revision=read)
    put(last_year, reporter, IN_FORCE, 3, 0)
    assert drafting.fill_zeros(report.pk, reporter)["kept"] == [IN_FORCE]


def test_a_zero_report_leaves_last_years_stock_to_a_person(
    last_year: Report, report: Report, reporter: User
) -> None:
    assert drafting.zero_report(report.pk, reporter)["kept"] == [IN_FORCE]
    assert fresh(report).zero_report
    put(report, reporter, IN_FORCE, None, 3)
    assert not fresh(report).zero_report


def test_words_alone_do_not_end_a_zero_report(report: Report, reporter: User) -> None:
    drafting.zero_report(report.pk, reporter)
    put(report, reporter, "prose.1", "", "平稳。")
    assert fresh(report).zero_report


def test_zeros_already_there_do_not_stand_in_its_way(report: Report, reporter: User) -> None:
    drafting.fill_zeros(report.pk, reporter)
    put(report, reporter, "prose.6", "", "无。")
    drafting.zero_report(report.pk, reporter)
    assert fresh(report).zero_report
