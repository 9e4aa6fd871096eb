"""Colleagues who are mentioned or answered are told until they have said something."""

from __future__ import annotations

from agencies.models import User
from reports import commenting
from reports.models import Report, Thread
from tests.filing import published

CELL = "documents.rules.issued"


def asked(user: User) -> list[str]:
    return [one.remark.text for one in commenting.asked_of(user)]


def said(draft: Report, by: User, text: str, *to: User) -> Thread:
    return commenting.start(draft.pk, CELL, text, by, [one.pk for one in to])


def test_who_is_chosen_or_named_is_asked_until_he_answers(
    draft: Report, reporter: User, reviewer: User, colleague: User
) -> None:
    thread = said(draft, reviewer, "请核对，@钱同事也看一下。", reporter)
    assert asked(reporter) == asked(colleague) == ["请核对，@钱同事也看一下。"]
    assert asked(reviewer) == []
    commenting.reply(thread.pk, "已核对台账。", reporter)
    assert (asked(reporter), asked(reviewer)) == ([], ["已核对台账。"])
    commenting.resolve(thread.pk, "", reviewer)
    assert asked(colleague) == asked(reviewer) == []


def test_who_has_answered_is_told_that_the_other_goes_on(
    draft: Report, reporter: User, reviewer: User, colleague: User
) -> None:
    thread = said(draft, reviewer, "请核对。", reporter)
    commenting.reply(thread.pk, "已改为12件。", reporter)
    commenting.reply(thread.pk, "台账是13件。", reviewer)
    assert (asked(reporter), asked(colleague)) == (["台账是13件。"], [])


def test_only_colleagues_can_be_mentioned(
    draft: Report, reviewer: User, outsider: User, office: User
) -> None:
    thread = said(draft, reviewer, "@赵旁人 @孙主管", outsider, office, reviewer)
    assert not thread.comments.get().mentions.exists()
    assert asked(outsider) == asked(office) == []


def test_who_left_the_agency_is_told_nothing(
    draft: Report, reviewer: User, colleague: User
) -> None:
    said(draft, reviewer, "请看。", colleague)
    assert asked(colleague) == ["请看。"]
    colleague.memberships.all().delete()
    assert asked(colleague) == []


def test_a_published_report_asks_nobody(
    draft: Report, reporter: User, reviewer: User, colleague: User
) -> None:
    said(draft, reviewer, "请看。", colleague)
    published(draft, reporter, reviewer)
    assert asked(colleague) == []


def test_open_threads_are_counted_for_the_agency_alone(
    draft: Report, reporter: User, reviewer: User, office: User
) -> None:
    said(draft, reviewer, "请看。")
    assert commenting.open_by_report([draft.pk], reporter) == {draft.pk: 1}
    assert commenting.open_by_report([draft.pk], office) == {}
