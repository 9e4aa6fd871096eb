"""Who may comment, on what, and what of it is kept."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Role, User
from reports import commenting, drafting
from reports.models import Comment, Report, Thread
from tests.filing import approved, published, submitted
from tests.make import make_user

CELL = "documents.rules.issued"


def said(draft: Report, by: User, anchor: str = CELL, text: str = "请核对台账。") -> Thread:
    return commenting.start(draft.pk, anchor, text, by)


@pytest.mark.parametrize("kind", ["cell", "fee", "part", "section"])
def test_every_kind_of_place_can_be_commented_on(draft: Report, reviewer: User, kind: str) -> None:
    fee = draft.format.fees[0].key
    anchors = {"cell": CELL, "fee": fee, "part": "prose.1", "section": "section.2"}
    said(draft, reviewer, anchors[kind])
    assert commenting.counts(draft) == {anchors[kind]: 1}


def test_a_section_written_in_words_goes_by_its_text(draft: Report, reviewer: User) -> None:
    assert said(draft, reviewer, "section.1").anchor == "prose.1"


@pytest.mark.parametrize(
    "anchor", ["", "section.9", "prose.2", "prose.1#gone", "fees.x", f"{CELL}.x", "'><script>"]
)
def test_what_is_no_place_of_the_report_is_refused(
    draft: Report, reviewer: User, anchor: str
) -> None:
    with pytest.raises(commenting.RefusedError, match="位置"):
        said(draft, reviewer, anchor)
    assert not Thread.objects.exists()


@pytest.mark.parametrize(("text", "why"), [(" \n ", "请填写"), ("长" * 1001, "现在有1001字")])
def test_a_remark_says_something_in_a_thousand_characters(
    draft: Report, reviewer: User, text: str, why: str
) -> None:
    with pytest.raises(commenting.RefusedError, match=why):
        said(draft, reviewer, text=text)
    assert said(draft, reviewer, text="长" * 1000).comments.count() == 1


@pytest.mark.parametrize("name", ["outsider", "office", "sysadmin"])
def test_nobody_outside_the_agency_says_anything(
    draft: Report, reporter: User, name: str, request: pytest.FixtureRequest
) -> None:
    stranger = request.getfixturevalue(name)
    thread = said(draft, reporter)
    with pytest.raises(PermissionDenied):
        said(draft, stranger)
    with pytest.raises(PermissionDenied):
        commenting.reply(thread.pk, "看看", stranger)
    with pytest.raises(PermissionDenied):
        commenting.resolve(thread.pk, "", stranger)
    assert Comment.objects.count() == 1


def test_a_remark_on_what_was_sent_knows_its_revision(
    draft: Report, reporter: User, reviewer: User
) -> None:
    assert said(draft, reporter).revision is None
    sent = submitted(draft, reporter)
    assert said(sent, reviewer, "section.2").revision == sent.revision
    assert said(sent, reporter, "prose.1").comments.get().by == reporter


def test_a_signed_report_can_be_commented_on_until_it_is_out(
    draft: Report, reporter: User, reviewer: User
) -> None:
    signed = approved(draft, reporter, reviewer)
    assert said(signed, reviewer).revision == signed.revision
    assert commenting.is_open(signed)


def test_nothing_is_said_of_a_published_report(
    draft: Report, reporter: User, reviewer: User
) -> None:
    thread = said(draft, reviewer)
    out = published(draft, reporter, reviewer)
    with pytest.raises(commenting.RefusedError, match="已发布"):
        said(out, reviewer, "section.2")
    with pytest.raises(commenting.RefusedError, match="已发布"):
        commenting.resolve(thread.pk, "", reporter)
    assert [talk.thread for talk in commenting.open_threads(out)] == [thread]


def test_the_same_sent_twice_is_said_once(draft: Report, reviewer: User, reporter: User) -> None:
    first, again = said(draft, reviewer), said(draft, reviewer)
    assert first == again
    for _ in range(2):
        commenting.reply(first.pk, "已核对。", reporter)
    assert first.comments.count() == 2
    assert said(draft, reviewer, text="另一件事。") != first


def test_settling_keeps_who_and_when_and_opening_again_keeps_that_too(
    draft: Report, reviewer: User, reporter: User
) -> None:
    thread = commenting.resolve(said(draft, reviewer).pk, "与台账一致。", reporter)
    assert (thread.resolved_by, commenting.counts(draft)) == (reporter, {})
    assert thread.resolved_at is not None
    commenting.resolve(thread.pk, "", reviewer)
    again = commenting.reopen(thread.pk, "台账又改了。", reviewer)
    assert (again.resolved_by, again.resolved_at) == (None, None)
    spoke = list(thread.comments.values_list("by__name", "text"))
    assert spoke[1:] == [("王填报", "与台账一致。"), ("李审核", "台账又改了。")]


def test_comments_change_neither_the_draft_nor_what_is_printed(
    draft: Report, reviewer: User
) -> None:
    before = draft.version, draft.content.digest, draft.changes.count()
    said(draft, reviewer)
    draft.refresh_from_db()
    assert before == (draft.version, draft.content.digest, draft.changes.count())
    assert drafting.judged(draft) == []


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("请@钱同事核对", {"钱同事"}),
        ("请＠钱同事核对", {"钱同事"}),
        ("请@钱同事二核对", {"钱同事二"}),
        ("@钱同事二 @钱同事 请核对", {"钱同事", "钱同事二"}),
        ("@李审核 自己", set()),
        ("钱同事@", set()),
    ],
)
def test_the_longest_name_behind_an_at_is_called(
    draft: Report, reviewer: User, colleague: User, text: str, called: set[str]
) -> None:
    make_user("qian2", {Role.REPORTER: draft.duty.agency}, name="钱同事二")
    make_user("nameless", {Role.REPORTER: draft.duty.agency}, name="")
    said(draft, reviewer, text=text)
    assert {one.name for one in Comment.objects.get().mentions.all()} == called


def test_an_answer_to_what_was_settled_meanwhile_opens_it_again(
    draft: Report, reviewer: User, reporter: User
) -> None:
    thread = said(draft, reviewer)
    commenting.resolve(thread.pk, "", reviewer)
    for _ in range(2):
        assert commenting.reply(thread.pk, "还差一件。", reporter).resolved_at is None
    assert commenting.counts(draft) == {CELL: 1}
    assert [one.text for one in thread.comments.all()][-1] == "还差一件。"
    assert thread.comments.count() == 3


def test_what_is_written_on_settling_or_opening_is_said_though_another_was_faster(
    draft: Report, reviewer: User, reporter: User
) -> None:
    thread = said(draft, reviewer)
    commenting.resolve(thread.pk, "", reviewer)
    assert commenting.resolve(thread.pk, "台账一致。", reporter).resolved_by == reviewer
    commenting.reopen(thread.pk, "", reviewer)
    commenting.reopen(thread.pk, "也请我看一遍。", reporter)
    texts = [one.text for one in thread.comments.all()]
    assert texts[2:] == ["台账一致。", "重新打开。", "也请我看一遍。"]
