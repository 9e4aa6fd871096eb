"""What this year's figures are read against: published or signed, renamed, merged."""

from __future__ import annotations

import pytest

from agencies.models import Agency, Succession, User
from reports import drafting, workflow
from reports.models import Report
from tests.drafting.openings import CLOSING, NATURAL, left_over
from tests.filing import YEAR, approved, begun, published
from tests.make import make_agency


@pytest.fixture
def last_year(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(left_over(begun(finance, year=YEAR - 1), reporter, 12, 3), reporter, reviewer)


def test_an_agency_that_was_renamed_goes_on(
    county: Agency, report: Report, reporter: User, reviewer: User, last_year: Report
) -> None:
    new = make_agency("caishui", "某某县财税局", parent=county)
    Succession.objects.create(
        from_agency=report.duty.agency, to_agency=new, on=f"{YEAR}-03-01", kind="rename"
    )
    before = drafting.last_year(begun(new))
    assert before.name == "某某县财政局"
    assert before.openings(begun(new))[NATURAL] == 12


def test_after_a_merger_nothing_is_guessed(
    education: Agency, report: Report, reporter: User, last_year: Report
) -> None:
    Succession.objects.create(
        from_agency=education, to_agency=report.duty.agency, on=f"{YEAR}-03-01", kind="merge"
    )
    drafting.carry(report, reporter)
    assert not report.prefills.exists()
    before = drafting.last_year(report)
    assert before.changed == ("3月1日某某县教育局合并，由某某县财政局承接",)
    assert before.values[CLOSING.format("natural_person")] == 12


def test_without_a_publication_what_was_signed_counts(
    finance: Agency, report: Report, reporter: User, reviewer: User
) -> None:
    sent = left_over(begun(finance, year=YEAR - 1), reporter, 2)
    approved(sent, reporter, reviewer)
    before = drafting.last_year(report)
    assert before.state == "signed"
    assert before.openings(report)[NATURAL] == 2


def test_a_report_that_was_taken_down_is_called_so(
    report: Report, reporter: User, sysadmin: User, last_year: Report
) -> None:
    drafting.carry(report, reporter)
    public = last_year.publication
    assert public is not None
    workflow.advance(last_year, "take_down", sysadmin, "误发", revision=public.revision_id)
    before = drafting.last_year(report)
    assert before.state == "taken_down"
    assert before.openings(report)[NATURAL] == 12


def test_a_report_that_was_only_begun_says_nothing(
    finance: Agency, report: Report, reporter: User
) -> None:
    left_over(begun(finance, year=YEAR - 1), reporter, 2)
    before = drafting.last_year(report)
    assert (before.state, before.values, before.openings(report)) == ("", {}, {})


def test_an_agency_made_of_two_has_neither_last_year(
    county: Agency, education: Agency, report: Report, reporter: User, last_year: Report
) -> None:
    new = make_agency("caijiao", "某某县财教局", parent=county)
    for old in (report.duty.agency, education):
        Succession.objects.create(from_agency=old, to_agency=new, on=f"{YEAR}-03-01", kind="merge")
    merged = begun(new)
    drafting.carry(merged, reporter)
    before = drafting.last_year(merged)
    assert (before.values, len(before.changed)) == ({}, 2)
    assert not merged.prefills.exists()
