"""Nobody signs what he sent, wrote or has signed already; a named step waits for its signer."""

from __future__ import annotations

import pytest

from agencies.models import Agency, Role, User
from agencies.roles import grant, revoke
from reports import drafting, workflow
from reports.models import Report, SignoffStep, State
from tests.filing import ALL_SAID, begun, filled
from tests.make import make_user
from tests.workflow.acts import act, drawn, on_paper
from tests.workflow.test_submitting import typed

WORDS = {"prose.1": {"was": ALL_SAID, "now": f"总的看，{ALL_SAID}"}}


def refused(report: Report, by: User, words: str, action: str = "sign") -> None:
    with pytest.raises(workflow.RefusedError, match=words):
        act(report, action, by)
    assert "sign" not in {
        one.action for one in workflow.open_to(report, by)
    } or workflow.may_record(report, by)
    assert not workflow.may_sign(report, by)


def two_steps(agency: Agency, by: User, *signers: User | None) -> None:
    posts = ("股长", "局长")
    workflow.plan_steps(agency, list(zip(posts, signers or (None, None), strict=True)), by)


def test_who_sent_it_does_not_sign_it(report: Report, allrounder: User) -> None:
    refused(act(report, "submit", allrounder), allrounder, "送审的人不能审签")


def test_who_wrote_any_of_it_does_not_sign_it(
    report: Report, reporter: User, allrounder: User
) -> None:
    drafting.save(report.pk, allrounder, "other", 1, WORDS)
    refused(act(report, "submit", reporter), allrounder, "您修改过这份报告")


def test_filling_in_zeros_is_writing(finance: Agency, reporter: User, allrounder: User) -> None:
    report = begun(finance)
    drafting.fill_zeros(report.pk, allrounder)
    sent = act(filled(report, reporter), "submit", reporter)
    refused(sent, allrounder, "您修改过这份报告")


def test_unlocking_does_not_let_the_writer_sign(
    report: Report, reporter: User, reviewer: User, allrounder: User
) -> None:
    drafting.save(report.pk, allrounder, "other", 1, WORDS)
    act(act(report, "submit", reporter), "sign", reviewer)
    act(report, "unlock", reviewer)
    refused(act(report, "submit", reporter), allrounder, "您修改过这份报告")


def test_what_others_approved_and_published_counts_no_more(
    report: Report, reporter: User, reviewer: User, allrounder: User
) -> None:
    drafting.save(report.pk, allrounder, "other", 1, WORDS)
    act(drawn(act(act(report, "submit", reporter), "sign", reviewer)), "publish", reviewer)
    act(report, "correct", reviewer)
    signed = act(act(report, "submit", reporter), "sign", allrounder)
    assert signed.state == State.APPROVED


def test_a_change_taken_back_is_still_a_change(
    report: Report, reporter: User, allrounder: User
) -> None:
    key = "documents.rules.issued"
    typed(typed(report, allrounder, **{key: 5}), allrounder, **{key: 0})
    refused(act(report, "submit", reporter), allrounder, "您修改过这份报告")


def test_nobody_signs_two_steps(
    report: Report, reporter: User, reviewer: User, deputy: User
) -> None:
    two_steps(report.duty.agency, reviewer)
    first = act(act(report, "submit", reporter), "sign", reviewer)
    assert (first.state, first.step) == (State.SUBMITTED, 2)
    refused(first, reviewer, "您已经签过")
    assert act(first, "sign", deputy).state == State.APPROVED


def test_a_named_step_waits_for_its_signer(
    report: Report, reporter: User, reviewer: User, deputy: User
) -> None:
    two_steps(report.duty.agency, reviewer, deputy, None)
    sent = act(report, "submit", reporter)
    refused(sent, reviewer, "这一步由何副局长审签")
    assert act(act(sent, "sign", deputy), "sign", reviewer).state == State.APPROVED


def test_a_named_signer_who_wrote_it_cannot_sign_either(
    report: Report, reporter: User, allrounder: User
) -> None:
    drafting.save(report.pk, allrounder, "other", 1, WORDS)
    workflow.plan_steps(report.duty.agency, [("局长", allrounder)], allrounder)
    refused(act(report, "submit", reporter), allrounder, "您修改过")


def test_who_lost_the_role_signs_no_more(
    report: Report, reporter: User, reviewer: User, finance: Agency
) -> None:
    workflow.plan_steps(finance, [("局长", reviewer)], reviewer)
    sent = act(report, "submit", reporter)
    revoke(reviewer, Role.REVIEWER, finance, by=None)
    grant(reviewer, Role.REPORTER, finance, by=None)
    refused(sent, reviewer, "只有本机关的审核人")


def test_a_reporter_signs_nothing_online(report: Report, reporter: User, colleague: User) -> None:
    refused(act(report, "submit", reporter), colleague, "只有本机关的审核人")


@pytest.mark.parametrize("read", [None, 0, 10**9])
def test_who_has_not_read_it_does_not_sign_it(
    report: Report, reporter: User, reviewer: User, read: int | None
) -> None:
    sent = act(report, "submit", reporter)
    with pytest.raises(workflow.RefusedError, match="不是当前这一稿"):
        act(sent, "sign", reviewer, revision=read)


def test_having_read_an_earlier_one_is_not_having_read_it(
    report: Report, reporter: User, reviewer: User
) -> None:
    first = act(report, "submit", reporter).revision_id
    act(report, "withdraw", reporter)
    sent = act(report, "submit", reporter)
    with pytest.raises(workflow.RefusedError, match="不是当前这一稿"):
        act(sent, "sign", reviewer, revision=first)


def test_a_signature_says_what_it_is_worth(report: Report, reporter: User, reviewer: User) -> None:
    sent = act(report, "submit", reporter)
    with pytest.raises(workflow.RefusedError, match="请填写审签意见"):
        act(sent, "sign", reviewer, opinion=" ")
    act(sent, "sign", reviewer, opinion="同意发布。")
    given = sent.signoffs.get()
    assert (given.name, given.post, given.opinion) == ("李审核", "主要负责人", "同意发布。")
    assert given.revision_id == sent.revision_id


@pytest.mark.parametrize("left", [1, 3])
def test_steps_changed_behind_the_door_change_nothing_under_way(
    report: Report, reporter: User, reviewer: User, deputy: User, left: int
) -> None:
    two_steps(report.duty.agency, reviewer)
    first = act(act(report, "submit", reporter), "sign", reviewer)
    SignoffStep.objects.all().delete()
    for number in range(1, left + 1):
        SignoffStep.objects.create(agency=report.duty.agency, number=number, post="甲")
    assert [step.post for step in workflow.steps_of(first)] == ["股长", "局长"]
    assert act(first, "sign", deputy).state == State.APPROVED


def test_paper_carries_a_step_whose_signer_is_gone(
    report: Report, reporter: User, reviewer: User, finance: Agency
) -> None:
    chief = make_user("chief", {Role.REVIEWER: finance}, name="陈局长")
    workflow.plan_steps(finance, [("局长", chief)], reviewer)
    sent = act(report, "submit", reporter)
    User.objects.filter(pk=chief.pk).update(is_active=False)
    assert on_paper(sent, reporter).state == State.APPROVED
