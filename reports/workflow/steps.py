"""The ordered sign-off steps of an agency, and who may give the next signature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from agencies.models import Agency, User
from agencies.roles import STAFF, Role, can, can_any
from reports.models import Report, Signoff, SignoffStep, State

DEFAULT_POST = "主要负责人"


@dataclass(frozen=True)
class Step:
    """One step for one report; `signoff` is the standing signature on the revision being read."""

    number: int
    post: str
    signer: User | None
    signoff: Signoff | None


def steps_of(report: Report) -> list[Step]:
    """The steps in order: of what was sent as they were then, of a draft as they are now."""
    sent = report.revision.submission.get("steps") if report.revision else None
    plan = plan_of(report.duty.agency) if sent is None else sent
    signers = User.objects.in_bulk({one["signer"] for one in plan if one["signer"]})
    given = {one.step: one for one in standing(report)}
    return [
        Step(number, one["post"], signers.get(one["signer"]), given.get(number))
        for number, one in enumerate(plan, 1)
    ]


def plan_of(agency: Agency) -> list[dict[str, Any]]:
    """Posts and signers' ids as planned now; an agency without a plan has one step, for anyone."""
    planned = SignoffStep.objects.filter(agency=agency)
    steps = [{"post": one.post, "signer": one.signer_id} for one in planned]
    return steps or [{"post": DEFAULT_POST, "signer": None}]


def standing(report: Report) -> list[Signoff]:
    """The signatures that hold on the revision being read."""
    if report.revision_id is None:
        return []
    signed = Signoff.objects.filter(revision=report.revision_id, voided_at=None)
    return list(signed.select_related("by"))


def next_step(report: Report) -> Step | None:
    """The step whose signature is awaited."""
    if report.state != State.SUBMITTED:
        return None
    return next((step for step in steps_of(report) if step.signoff is None), None)


def may_sign(report: Report, user: User) -> bool:
    """Whether the person is the one to sign the next step online."""
    return why_not_sign(report, user) is None


def may_record(report: Report, user: User) -> bool:
    """Whether the person may record a signature given on paper: 线下审签（代录）."""
    return next_step(report) is not None and can_any(user, STAFF, report.duty.agency)


def why_not_sign(report: Report, user: User) -> str | None:
    """What keeps the person from signing the next step online; None if nothing does."""
    step = next_step(report)
    if step is None:
        return "现在没有等待审签的步骤"
    if not can(user, Role.REVIEWER, report.duty.agency):
        return "只有本机关的审核人可以审签"
    if step.signer is not None and step.signer != user:
        return f"这一步由{step.signer.name}审签"
    return _involved(report, user)


def _involved(report: Report, user: User) -> str | None:
    """Nobody signs what he sent, or wrote any of since the last approval, or has signed already."""
    if report.submitted_by_id == user.pk:
        return "送审的人不能审签自己送审的报告"
    approved = report.signed.version if report.signed else 0
    if report.changes.filter(by=user, version__gt=approved).exists():
        return "您修改过这份报告，不能再审签"
    if any(one.by_id == user.pk and not one.offline for one in standing(report)):
        return "您已经签过前面的步骤，下一步须由另一人审签"
    return None
