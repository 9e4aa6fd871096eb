"""Which steps an agency's reports are signed in: changed as a whole, never under a report."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction

from agencies.models import Agency, Membership, User
from agencies.roles import Role, can
from reports.models import Report, SignoffStep, State

from .refusal import RefusedError

MOST_STEPS = 5
LONGEST_POST = 40


@transaction.atomic
def plan_steps(agency: Agency, steps: Sequence[tuple[str, User | None]], by: User) -> None:
    """Sets the ordered steps, one to five: the post, and who signs it (None: any 审核人).

    Raises PermissionDenied, and RefusedError while a report of the agency is being signed.
    """
    if not can(by, Role.REVIEWER, agency):
        raise PermissionDenied("只有本机关的审核人可以设置审签步骤")
    if not 1 <= len(steps) <= MOST_STEPS:
        raise RefusedError(f"审签步骤为1至{MOST_STEPS}步")
    _require_posts([post for post, _ in steps])
    _require_signers(agency, [signer for _, signer in steps if signer])
    if State.SUBMITTED in _states(agency):
        raise RefusedError("本机关有报告正在审签，审签结束或撤回、退回后才能修改步骤")
    SignoffStep.objects.filter(agency=agency).delete()
    SignoffStep.objects.bulk_create(
        SignoffStep(agency=agency, number=number, post=post, signer=signer)
        for number, (post, signer) in enumerate(steps, 1)
    )


def _require_posts(posts: Sequence[str]) -> None:
    if not all(post.strip() and len(post) <= LONGEST_POST for post in posts):
        raise RefusedError(f"每一步都要填写职务，不超过{LONGEST_POST}字")


def _require_signers(agency: Agency, signers: Sequence[User]) -> None:
    """Each can sign, and none in two steps: the second of them nobody could ever sign."""
    reviewers = Membership.objects.filter(agency=agency, role=Role.REVIEWER, user__is_active=True)
    if not {signer.pk for signer in signers} <= set(reviewers.values_list("user", flat=True)):
        raise RefusedError("审签人须是本机关的审核人")
    if len(set(signers)) < len(signers):
        raise RefusedError("同一个人不能审签两步")


def _states(agency: Agency) -> set[str]:
    """Where the agency's reports stand, their rows locked until the steps are changed."""
    reports = Report.objects.select_for_update(of=("self",)).filter(duty__agency=agency)
    return set(reports.order_by("pk").values_list("state", flat=True))
