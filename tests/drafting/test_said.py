"""What texts that are not saved yet say of the draft, by their places in those very texts."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from agencies.models import Agency, Succession, User
from reports import drafting
from reports.models import Report, Setting, SettingKind
from tests.drafting.openings import left_over
from tests.filing import YEAR, begun, published

NEW = "applications.received.natural_person"


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


def received(report: Report, by: User, number: int) -> Report:
    drafting.save(report.pk, by, "page", 1, {NEW: {"was": "", "now": str(number)}})
    drafting.fill_zeros(report.pk, by)
    report.refresh_from_db()
    return report


def told(report: Report, text: str, part: str = "1") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = drafting.said(report, {part: text})["said"][part]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "收到公开申请95件",
        "\u3000\u3000平稳。\n\n  收到公开\u200b申请 95\t件。",
        "𠮷县。\r\n收到公开申请\u00a095件",
        "（一）公开申请\n收到95件",
    ],
)
def test_a_claim_has_its_place_in_the_text_as_it_stands_in_its_box(
    report: Report, text: str
) -> None:
    (one,) = told(report, text)
    units = text.encode("utf-16-le")
    assert units[2 * one["start"] : 2 * one["end"]].decode("utf-16-le") == "95"


def test_nothing_that_was_asked_about_is_saved(report: Report) -> None:
    assert told(report, "收到公开申请95件", "6")
    report.refresh_from_db()
    assert (report.version, report.content.text("6")) == (0, "")


def test_the_number_is_told_as_the_tables_would_have_it(report: Report, reporter: User) -> None:
    received(report, reporter, 12)
    (one,) = told(report, "收到公开申请九十五件")
    assert (one["text"], one["instead"]) == ("九十五", "十二")


def test_a_change_is_told_against_the_report_of_the_year_before(
    finance: Agency, report: Report, reporter: User, reviewer: User
) -> None:
    _, alone = told(report, "收到公开申请95件，同比增长25%")
    published(left_over(begun(finance, year=YEAR - 1), reporter, 76), reporter, reviewer)
    _, change = told(report, "收到公开申请95件，同比增长25%")
    assert alone["last"][0] is None
    assert change["last"][0] == 76


def test_after_a_merger_nothing_is_told_against_last_year(
    education: Agency, report: Report, reporter: User, reviewer: User
) -> None:
    finance = report.duty.agency
    published(left_over(begun(finance, year=YEAR - 1), reporter, 76), reporter, reviewer)
    Succession.objects.create(
        from_agency=education, to_agency=finance, on=f"{YEAR}-03-01", kind="merge"
    )
    _, change = told(report, "收到公开申请95件，同比增长25%")
    assert change["last"][0] is None


def test_last_year_is_looked_up_only_where_it_is_spoken_of(
    report: Report, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assert report.duty.agency
    with django_assert_num_queries(1):  # what the district decided
        assert told(report, "收到公开申请95件")
    with django_assert_num_queries(0):
        assert told(report, "总体平稳") == []


def test_a_sum_that_is_spoken_of_twice_is_described_once(report: Report) -> None:
    answer = drafting.said(report, {"1": "收到公开申请95件", "5": "新收公开申请95件"})
    (first,), (second,) = answer["said"]["1"], answer["said"]["5"]
    assert (first["ways"], second["ways"]) == ([0, 1], [0])
    assert [len(one["cells"]) for one in answer["sums"]] == [1, 2]


@pytest.mark.parametrize(
    ("severity", "nouns"), [("off", ["granted"]), ("note", ["new", "granted"])]
)
def test_what_the_district_has_turned_off_is_not_told(
    county: Agency, report: Report, severity: str, nouns: list[str]
) -> None:
    key = "said_balance"
    Setting.objects.create(agency=county, kind=SettingKind.SEVERITY, key=key, value=severity)
    found = told(report, "新收公开申请95件，同意公开3件")
    assert [one["noun"] for one in found] == nouns
