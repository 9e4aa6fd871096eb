"""A second chance for files of a signed revision that could not be drawn."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from agencies.models import User
from agencies.roles import Role, can
from reports.jobs import enqueue
from reports.models import Job, Report


@transaction.atomic
def redraw(report: Report, by: User) -> int:
    """Queues the failed drawings of the signed revision once more; how many there were.

    Raises PermissionDenied for others than the agency's own.
    """
    agency = report.duty.agency
    if not (can(by, Role.REPORTER, agency) or can(by, Role.REVIEWER, agency)):
        raise PermissionDenied("只有本机关人员可以重新生成文件")
    drawings = Job.objects.filter(key__startswith=f"document:{report.signed_id}:")
    failed = list(drawings.filter(state=Job.State.FAILED))
    for job in failed:
        enqueue(job.kind, job.key, job.args)
    return len(failed)
