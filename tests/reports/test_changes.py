"""改动单: what differs between two revisions, who changed it, who asked for it and why."""

import re
from typing import Any

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Change, Report
from tests.filing import ALL_SAID, approved, begun, filled, published, submitted

CELL = "applications.received.natural_person"
ISSUED = "licensing.licences.decisions"
WORDS = "问题：（删去：更新不够快）（加上：少）。改进：逐月检查。"


def paper(user: User, report: Report, query: str = "", status: int = 200) -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/reports/{report.pk}/changes/{query}")
    assert answer.status_code == status
    return answer.content.decode()


def plain(html: str) -> str:
    """The page without its tags: what a screen reader says."""
    return re.sub("<[^>]*>", "", html)


@pytest.fixture
def unlocked(finance: Agency, reporter: User, reviewer: User) -> Report:
    """A signed report that was opened again and changed in two places."""
    signed = approved(begun(finance), reporter, reviewer)
    workflow.advance(signed, "unlock", reviewer, "数字与台账不符", revision=signed.revision_id)
    signed.refresh_from_db()
    _change(
        signed,
        reporter,
        {"prose.5": ("问题：更新不够快。改进：逐月检查。", "问题：少。改进：逐月检查。")},
    )
    return signed


@pytest.fixture
def returned(unlocked: Report, reporter: User, reviewer: User) -> Report:
    """The same, sent as the second revision and sent back without a signature."""
    second = submitted(unlocked, reporter)
    workflow.advance(second, "return", reviewer, "再改一处", revision=second.revision_id)
    second.refresh_from_db()
    return second


def _change(report: Report, by: User, changes: dict[str, tuple[str, str]]) -> None:
    told = {key: {"was": was, "now": now} for key, (was, now) in changes.items()}
    drafting.save(report.pk, by, f"test-{report.version}", report.version, told)
    report.refresh_from_db()


def test_old_and_new_stand_side_by_side_with_who_changed_it(
    unlocked: Report, reviewer: User
) -> None:
    told = paper(reviewer, unlocked)
    assert plain(told).count(WORDS) == 1
    assert '<td class="change-who">王填报　录入' in told


def test_who_asked_and_why_is_told_with_the_signatures_lost(
    unlocked: Report, reviewer: User
) -> None:
    told = paper(reviewer, unlocked)
    assert "解锁修改" in told
    assert "数字与台账不符" in told
    assert "随之作废的审签" in told


def test_both_revisions_carry_number_and_check_code(
    unlocked: Report, reporter: User, reviewer: User
) -> None:
    again = submitted(unlocked, reporter)
    told = paper(reviewer, again)
    for revision in again.revisions.all():
        assert f"{revision}" in told
        assert revision.check_code in told


def test_computed_totals_are_told_too(unlocked: Report, reporter: User) -> None:
    total = "applications.received.total"
    assert CELL in unlocked.format.cells
    assert total in unlocked.format.cells
    _change(unlocked, reporter, {CELL: ("0", "7")})
    told = paper(reporter, unlocked)
    assert unlocked.format.cells[CELL].label in told
    assert unlocked.format.cells[total].label in told


def test_what_was_changed_and_changed_back_is_no_difference(
    unlocked: Report, reporter: User
) -> None:
    _change(
        unlocked,
        reporter,
        {"prose.5": ("问题：少。改进：逐月检查。", "问题：更新不够快。改进：逐月检查。")},
    )
    assert "两稿内容相同" in paper(reporter, unlocked)


def test_an_earlier_revision_can_be_compared_with(
    returned: Report, reporter: User, reviewer: User
) -> None:
    third = submitted(returned, reporter)
    assert "两稿内容相同" in paper(reviewer, third, "?since=2")
    assert WORDS in plain(paper(reviewer, third, "?since=1"))
    assert "再改一处" in paper(reviewer, third, "?since=1")
    paper(reviewer, third, "?since=9", 404)


def test_without_a_choice_all_that_changed_since_the_last_signature_is_told(
    returned: Report, reporter: User, reviewer: User
) -> None:
    _change(returned, reporter, {ISSUED: ("0", "5")})
    told = paper(reviewer, submitted(returned, reporter))
    assert WORDS in plain(told)
    assert "行政许可" in told
    assert all(why in told for why in ("数字与台账不符", "再改一处", "随之作废的审签"))


def test_without_an_earlier_revision_there_is_no_such_paper(
    finance: Agency, reporter: User
) -> None:
    paper(reporter, filled(begun(finance), reporter), status=404)


def test_the_office_compares_signed_revisions_alone(
    unlocked: Report, reporter: User, reviewer: User, office: User
) -> None:
    second = submitted(unlocked, reporter)
    workflow.advance(second, "return", reviewer, "内部意见", revision=second.revision_id)
    second.refresh_from_db()
    third = published(second, reporter, reviewer)
    told = paper(office, third)
    assert "第1稿" in told
    assert "第2稿" not in told
    assert "内部意见" not in told


@pytest.fixture
def third(unlocked: Report, reporter: User, reviewer: User) -> Report:
    """A third revision: sent, returned, changed in one figure, sent again."""
    second = submitted(unlocked, reporter)
    workflow.advance(second, "return", reviewer, "再改一处", revision=second.revision_id)
    second.refresh_from_db()
    _change(second, reporter, {ISSUED: ("0", "7")})
    return submitted(second, reporter)


@pytest.mark.parametrize(
    ("query", "words", "figure"),
    [
        ("?since=1&until=2", True, False),
        ("?since=2&until=1", True, False),
        ("?since=2&until=3", False, True),
        ("?since=3&until=1", True, True),
        ("?since=1", True, True),
        ("?since=3", False, False),
        ("?since=2&until=2", False, False),
    ],
)
def test_any_two_revisions_can_be_compared(
    third: Report, reviewer: User, query: str, words: bool, figure: bool
) -> None:
    told = paper(reviewer, third, query)
    assert (WORDS in plain(told)) == words
    assert ("<ins>7</ins>" in told) == figure


def test_the_revision_last_returned_is_named_among_those_to_choose(
    third: Report, reviewer: User
) -> None:
    told = paper(reviewer, third)
    assert ">第2稿（上次退回时）</option>" in told
    assert "第1稿（上次退回时）" not in told
    assert "现在的草稿" not in told


def test_the_draft_can_be_chosen_by_staff_alone(
    unlocked: Report, reporter: User, reviewer: User, office: User
) -> None:
    second = published(unlocked, reporter, reviewer)
    correcting = workflow.advance(second, "correct", reviewer, "补", revision=second.revision_id)
    _change(correcting, reporter, {ISSUED: ("0", "7")})
    assert "现在的草稿" in paper(reviewer, correcting)
    assert "<ins>7</ins>" in paper(reviewer, correcting)
    told = paper(office, correcting, "?since=1&until=3", 404) + paper(office, correcting)
    assert "第2稿" in told
    assert "现在的草稿" not in told
    assert "<ins>7</ins>" not in told


def test_the_whole_paper_shows_the_changes_in_their_places(third: Report, reviewer: User) -> None:
    told = paper(reviewer, third, "?since=1&until=3&view=paper")
    assert ALL_SAID in told
    assert WORDS in plain(told)
    assert re.search(f'data-cell="{ISSUED}" class="paper-changed"><del>.*>0<.*<ins>.*>7<', told)


def test_many_changes_do_not_make_many_queries(
    third: Report, reporter: User, reviewer: User, django_assert_max_num_queries: Any
) -> None:
    rows = [
        Change(
            report=third,
            version=third.version,
            key="prose.5",
            before="",
            after="长" * 999,
            by=reporter,
        )
        for _ in range(1000)
    ]
    Change.objects.bulk_create(rows)
    with django_assert_max_num_queries(50):
        paper(reviewer, third)
