"""Who may change a draft, checked under the lock under which it is changed."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from agencies.models import User
from agencies.roles import Role, can
from reports.models import Report, State


class RefusedError(Exception):
    """An act on a draft that cannot be done; the message says why, in Chinese."""


class NotOpenError(RefusedError):
    """The report is not a draft at the moment."""


def locked(report_id: int) -> Report:
    """The report with its row locked; call inside a transaction. Raises Report.DoesNotExist."""
    reports = Report.objects.select_for_update(of=("self",)).select_related("duty__agency")
    return reports.get(pk=report_id)


def require_reporter(report: Report, by: User) -> None:
    """Raises PermissionDenied unless `by` is a 填报人 of the report's agency."""
    if not can(by, Role.REPORTER, report.duty.agency):
        raise PermissionDenied("只有本机关的填报人可以修改报告")


def require_open(report: Report) -> None:
    """Raises NotOpenError unless the report is a draft."""
    if report.state != State.DRAFT:
        raise NotOpenError(
            f"报告现在是“{report.get_state_display()}”状态，不能修改；需要修改请先撤回或退回"
        )
