"""What must be so before any action: the state, the person, the reason, the revision read."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import PermissionDenied

from agencies.models import User
from agencies.roles import can_any
from reports.drafting import overtaken
from reports.models import Report, State

from .refusal import RefusedError
from .steps import may_record
from .table import Transition


def require_state(report: Report, transition: Transition) -> None:
    """Also what tells the second of two clicks that someone was faster."""
    if report.state not in transition.sources or not suits_district(report, transition):
        raise RefusedError(
            f"报告现在是“{report.get_state_display()}”状态，不能“{transition.label}”。"
            "可能已有人办理，请刷新页面查看"
        )


def suits_district(report: Report, transition: Transition) -> bool:
    """先备案后公布: 报备 comes before 发布 there, and does not exist elsewhere.

    What was cleared may be published even where the district has given up filing meanwhile.
    """
    files_first = report.duty.campaign.files_first
    if transition.action == "file":
        return files_first
    if transition.action == "publish":
        return report.state == State.CLEARED or not files_first
    return True


def require_role(report: Report, transition: Transition, by: User) -> None:
    """Raises PermissionDenied unless the person holds one of the action's roles there."""
    if not has_role(report, transition, by):
        raise PermissionDenied(f"您没有“{transition.label}”的权限")


def has_role(report: Report, transition: Transition, by: User) -> bool:
    """Whether the person holds one of the action's roles for the report's agency."""
    return can_any(by, transition.roles, report.duty.agency)


def require_note(transition: Transition, note: str) -> None:
    """A reason is given where the action asks for one."""
    if transition.note and not note:
        raise RefusedError(f"请填写{transition.note.partition('（')[0]}")


def require_revision(report: Report, transition: Transition, revision: int | None) -> None:
    """The revision that was read is the one that stands, or the public one that is taken down."""
    if not transition.names_revision:
        return
    standing = report.revision_id
    if transition.action == "take_down":
        publication = report.publication
        if publication is None:
            raise RefusedError("这份报告现在没有对外发布，可能已被撤下，请刷新页面查看")
        standing = publication.revision_id
    if revision is None or revision != standing:
        raise RefusedError("您看到的不是当前这一稿，请刷新页面，看过后再办理")


def is_open(report: Report, transition: Transition, user: User) -> bool:
    """Whether the person can do the action now, as far as a button must know."""
    if report.state not in transition.sources or not suits_district(report, transition):
        return False
    if not has_role(report, transition, user):
        return False
    also = _ALSO.get(transition.action)
    return also is None or also(report, user)


_ALSO: dict[str, Callable[[Report, User], bool]] = {
    "sign": may_record,  # as may whoever signs
    "withdraw": lambda report, user: report.submitted_by_id == user.pk and report.step <= 1,
    "stand": lambda report, _: overtaken(report, report.revision) is not None,
    "take_down": lambda report, _: report.publication is not None,
    "archive": lambda *_: False,
}
"""What must be so besides, by action; 归档 is offered on its own page."""
