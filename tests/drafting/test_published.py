"""A draft is compared with what other agencies of its district have published, not with drafts."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Report
from tests.alike import published_by, staff, worded
from tests.checks.likeness.texts import SENTENCES
from tests.filing import approved, begun, submitted


@pytest.fixture
def draft(report: Report, reporter: User) -> Report:
    return worded(report, reporter)


def found(report: Report) -> list[str]:
    judged = drafting.judged(Report.objects.get(pk=report.pk))
    return [one.finding.message for one in judged if one.finding.rule == "R36"]


def test_what_a_sister_has_published_is_told(draft: Report, education: Agency) -> None:
    assert found(draft) == []
    published_by(education)
    (message,) = found(draft)
    assert "与“某某县教育局”已发布的2024年报告雷同，参加比对的10句中有10句" in message


@pytest.mark.parametrize("bring", [worded, submitted, approved])
def test_what_a_sister_has_not_published_is_never_told(
    draft: Report, education: Agency, bring: object
) -> None:
    by, signer = staff(education)
    theirs = worded(begun(education), by)
    if bring is submitted:
        submitted(theirs, by)
    if bring is approved:
        approved(theirs, by, signer)
    assert found(draft) == []


def test_what_was_taken_down_is_no_longer_compared(
    draft: Report, education: Agency, office: User
) -> None:
    theirs = published_by(education)
    assert found(draft)
    workflow.advance(theirs, "take_down", office, "有误", revision=theirs.revision_id)
    assert found(draft) == []


def test_another_year_and_another_district_are_not_compared(
    draft: Report, education: Agency, elsewhere: Agency
) -> None:
    published_by(education, year=2023)
    published_by(elsewhere)
    assert found(draft) == []


def test_a_correction_is_not_compared_with_what_it_corrects(finance: Agency) -> None:
    theirs = published_by(finance)
    signer = theirs.events.get(action="publish").by
    again = workflow.advance(theirs, "correct", signer, "数字有误", revision=theirs.revision_id)
    assert again.publication is not None
    assert found(again) == []


def test_changed_words_are_judged_anew(draft: Report, education: Agency, reporter: User) -> None:
    published_by(education)
    assert found(draft)
    worded(draft, reporter, SENTENCES[:3])
    assert found(draft)
    worded(draft, reporter, ["本机关自己写的一句话，别处从来没有过。", *SENTENCES[:3]])
    assert found(draft) == []


def test_a_figure_that_is_saved_costs_no_second_comparison(
    draft: Report, education: Agency, django_assert_num_queries: object
) -> None:
    published_by(education)
    drafting.published_beside(draft)
    with django_assert_num_queries(1):  # type: ignore[operator]
        again = drafting.published_beside(draft)
    assert again[0] is drafting.published_beside(draft)[0]
