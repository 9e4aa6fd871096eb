"""Finding the draft that a 填报人 asked for, and saying why it cannot be had."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from agencies.models import User
from agencies.requests import SignedInRequest
from agencies.roles import Role, can
from reports.models import Report, State

from .access import visible


def own_draft(request: SignedInRequest, pk: int) -> Report:
    """The report of the person's own agency. 404 for strangers, 403 for readers."""
    report = visible(request, pk)
    if not is_reporter(request.user, report):
        raise PermissionDenied(why_not_open(request.user, report))
    return report


def is_reporter(user: User, report: Report) -> bool:
    """Whether the person fills in this agency's reports."""
    return can(user, Role.REPORTER, report.duty.agency)


def why_not_open(user: User, report: Report) -> str:
    """Why the person cannot fill in the report now; empty where he can."""
    if not is_reporter(user, report):
        return "只有本机关的填报人可以修改报告，您可以查看。"
    if report.state != State.DRAFT:
        return f"报告现在是“{report.get_state_display()}”状态，不能修改。"
    return ""
