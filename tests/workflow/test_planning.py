"""审签步骤 are one to five that can all be signed, and stand still while a report is signed."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Agency, Role, User
from reports import workflow
from reports.models import Report
from reports.workflow import plan_steps, steps_of
from tests.filing import begun
from tests.make import make_user
from tests.workflow.acts import act


def test_an_agency_without_a_plan_has_one_step_for_any_reviewer(finance: Agency) -> None:
    (step,) = steps_of(begun(finance))
    assert (step.number, step.post, step.signer, step.signoff) == (1, "主要负责人", None, None)


def test_a_plan_is_replaced_as_a_whole(finance: Agency, reviewer: User, deputy: User) -> None:
    plan_steps(finance, [("股长", deputy), ("副局长", None), ("局长", reviewer)], reviewer)
    plan_steps(finance, [("局长", reviewer)], reviewer)
    assert [(step.post, step.signer) for step in steps_of(begun(finance))] == [("局长", reviewer)]


@pytest.mark.parametrize("count", [1, 5])
def test_as_many_steps_as_planned_are_signed(
    report: Report, reporter: User, reviewer: User, count: int
) -> None:
    agency = report.duty.agency
    plan_steps(agency, [(f"第{n}步", None) for n in range(count)], reviewer)
    sent = act(report, "submit", reporter)
    for _ in range(count):
        assert sent.state == "submitted"
        sent = act(sent, "sign", make_user(roles={Role.REVIEWER: agency}))
    assert sent.state == "approved"
    assert sent.signoffs.filter(voided_at=None).count() == count


@pytest.mark.parametrize("posts", [[], ["职"] * 6, ["局长", " "], ["长" * 41]])
def test_a_plan_that_cannot_be_is_refused(
    finance: Agency, reviewer: User, posts: list[str]
) -> None:
    with pytest.raises(workflow.RefusedError):
        plan_steps(finance, [(post, None) for post in posts], reviewer)
    assert not finance.signoff_steps.exists()


def test_a_signer_is_a_reviewer_of_the_agency_who_is_there(
    finance: Agency, reviewer: User, reporter: User, outsider: User
) -> None:
    left = make_user("left", {Role.REVIEWER: finance}, is_active=False)
    for signer in (reporter, outsider, left):
        with pytest.raises(workflow.RefusedError, match="审核人"):
            plan_steps(finance, [("局长", signer)], reviewer)


def test_nobody_is_planned_for_two_steps(finance: Agency, reviewer: User) -> None:
    with pytest.raises(workflow.RefusedError, match="不能审签两步"):
        plan_steps(finance, [("股长", reviewer), ("局长", reviewer)], reviewer)


@pytest.mark.parametrize("who", ["reporter", "outsider", "office", "sysadmin", "secadmin"])
def test_only_reviewers_of_the_agency_plan(
    finance: Agency, who: str, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        plan_steps(finance, [("局长", None)], request.getfixturevalue(who))


def test_nothing_is_planned_while_a_report_is_being_signed(
    report: Report, reporter: User, reviewer: User
) -> None:
    act(report, "submit", reporter)
    with pytest.raises(workflow.RefusedError, match="正在审签"):
        plan_steps(report.duty.agency, [("局长", None)], reviewer)
    act(report, "return", reviewer)
    plan_steps(report.duty.agency, [("局长", None)], reviewer)


def test_a_new_plan_does_not_touch_what_was_signed(
    report: Report, reporter: User, reviewer: User
) -> None:
    approved = act(act(report, "submit", reporter), "sign", reviewer)
    plan_steps(report.duty.agency, [("股长", None), ("局长", None)], reviewer)
    assert [step.post for step in steps_of(approved)] == ["主要负责人"]
    assert all(step.signoff for step in steps_of(approved))


def test_what_waits_for_a_named_signer_waits_for_nobody_else(
    report: Report, reporter: User, reviewer: User, deputy: User
) -> None:
    plan_steps(report.duty.agency, [("局长", deputy)], reviewer)
    sent = act(report, "submit", reporter)
    assert list(workflow.waiting_for(deputy)) == [sent]
    assert list(workflow.waiting_for(reviewer)) == []
    act(sent, "sign", deputy)
    assert list(workflow.waiting_for(reviewer)) == [sent]
