"""Who scans a document hears whether its content is what is public now."""

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Agency, User
from reports import workflow
from reports.models import Campaign, Report
from reports.rendering import verifying
from tests.filing import approved, begun, corrected, published

SAME, GONE, OLD, UNKNOWN = "校验值相符", "已经撤下", "已经更正，不再是", "没有查到"


@pytest.fixture
def story(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(begun(finance), reporter, reviewer)


def digest(report: Report) -> str:
    assert report.revision is not None
    return report.revision.digest


def asked(code: str) -> str:
    answer = Client().get(verifying.PATH, {"code": code})
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_address_on_paper_is_that_of_the_page() -> None:
    assert reverse("reports:open_verify") == verifying.PATH


def test_what_is_public_is_said_to_be_so(story: Report) -> None:
    page = asked(digest(story))
    assert SAME in page
    assert story.title in page
    assert 'href="/open/caizheng/2024/"' in page


@pytest.mark.parametrize("change", [str.upper, "校验值：{}".format, " {} ".format])
def test_it_is_understood_as_people_type_it(story: Report, change: object) -> None:
    assert callable(change)
    assert SAME in asked(change(digest(story)))
    spaced = " ".join(digest(story)[n : n + 8] for n in range(0, 64, 8))
    assert SAME in asked(spaced)


def test_the_short_code_of_printed_copies_will_do(story: Report) -> None:
    assert story.revision is not None
    assert SAME in asked(story.revision.check_code)
    assert SAME in asked(story.revision.check_code.replace("-", "－").lower())


def test_what_was_corrected_is_no_longer_it(story: Report, reporter: User, reviewer: User) -> None:
    before = digest(story)
    after = digest(corrected(story, reporter, reviewer, "漏写一项"))
    page = asked(before)
    assert OLD in page
    assert "漏写一项" in page
    assert SAME not in page
    assert SAME in asked(after)


def test_while_a_correction_is_written_the_old_one_stands(story: Report, reviewer: User) -> None:
    before = digest(story)
    workflow.advance(story, "correct", reviewer, "数字有误", revision=story.revision_id)
    assert SAME in asked(before)


def test_what_was_taken_down_is_told_with_its_reason(story: Report, office: User) -> None:
    workflow.advance(story, "take_down", office, "内容须核对", revision=story.revision_id)
    page = asked(digest(story))
    assert GONE in page
    assert "内容须核对" in page


def test_what_is_signed_and_not_published_is_not_told(
    finance: Agency, reporter: User, reviewer: User
) -> None:
    signed = approved(begun(finance), reporter, reviewer)
    page = asked(digest(signed))
    assert UNKNOWN in page
    assert "财政局" not in page


def test_nor_is_what_a_district_keeps_closed(story: Report) -> None:
    Campaign.objects.update(is_public=False)
    page = asked(digest(story))
    assert UNKNOWN in page
    assert "财政局" not in page


@pytest.mark.parametrize("changed", range(0, 64, 9))
def test_one_wrong_digit_is_another_content(story: Report, changed: int) -> None:
    right = digest(story)
    other = "0" if right[changed] != "0" else "1"
    assert UNKNOWN in asked(right[:changed] + other + right[changed + 1 :])


@pytest.mark.parametrize("code", ["1A2B", "g" * 64, "a" * 63, "<b>", "%", "1" * 5000])
def test_what_can_be_none_is_said_to_be_incomplete(story: Report, code: str) -> None:
    page = asked(code)
    assert "不是完整的校验值" in page
    assert "<b>" not in page


def test_nothing_asked_is_answered_by_the_question_alone(story: Report) -> None:
    page = asked("")
    assert not any(word in page for word in (SAME, GONE, OLD, UNKNOWN, "不是完整"))
    assert 'name="code"' in page
