"""The first page: what waits for the person, what the person has dealt with, how the year goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Min, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agencies.models import Agency, User
from agencies.requests import SignedInRequest
from agencies.roles import STAFF, Role, agencies_where, roles_of
from reports import commenting, drafting, workflow
from reports.models import Publication, Report, State
from reports.models.upload import RECEIVING

from .asked import questions
from .buttons import ON_PAPER
from .district import district
from .due import Due
from .history import Entry, came_back
from .local import kept_by

A_PAGE = 20
_NEXT = {
    State.DRAFT: "填报",
    State.SUBMITTED: "审签",
    State.APPROVED: "发布",
    State.FILED: "备案审核",
    State.CLEARED: "发布",
}


@dataclass(frozen=True)
class Line:
    """One report that waits: what is to be done, where that begins, and why it came back.

    `comments` counts the open threads, for the agency's own.
    """

    report: Report
    label: str
    due: Due
    back: Entry | None
    comments: int = 0

    @property
    def url(self) -> str:
        """The filling page of a draft; everything else begins with reading."""
        name = "edit" if self.report.state == State.DRAFT else "read"
        return reverse(f"reports:{name}", args=[self.report.pk])


@login_required
@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    """待办 and 已办; for 政务公开办 also the duties of its subtree."""
    user, roles = request.user, roles_of(request.user)
    waiting = workflow.waiting_for(user)
    done = workflow.done_by(user, waiting).in_list()
    lines = list(_lines(list(waiting.in_list()), user))
    context = {
        "waiting": lines,
        "todo_count": len(lines),
        "overtaken": drafting.overtaken_for(user),
        "questions": questions(user),
        "page": Paginator(done, A_PAGE).get_page(request.GET.get("page")),
        "district": district(user, request.GET.get("year", ""), request.GET.get("status", "")),
        "compared": Agency.objects.filter(
            memberships__in=user.memberships.filter(role=Role.OFFICE)
        ),
        "works_on_reports": bool(roles & {*STAFF, Role.OFFICE}),
        "fills_in": Role.REPORTER in roles,
        "imports": not roles.isdisjoint(RECEIVING),
        "public": Report.objects.visible_to(user).in_list() if Role.SYSADMIN in roles else [],
        "with_settings": kept_by(user),
        "with_steps": agencies_where(user, Role.REVIEWER),
    }
    return render(request, "reports/home.html", context)


def _lines(reports: list[Report], user: User) -> Iterator[Line]:
    """The nearest last day first."""
    back = came_back(reports)
    ids = [one.pk for one in reports]
    comments = commenting.open_by_report(ids, user)
    out = _first_out(ids)
    for report in sorted(reports, key=lambda one: (one.duty.due_at, one.duty.agency.path)):
        label = _NEXT[State(report.state)]
        if report.state == State.APPROVED and report.duty.campaign.files_first:
            label = "报备"
        if report.state == State.SUBMITTED and not workflow.may_sign(report, user):
            label = ON_PAPER
        due = Due(report.duty, report.pk in out, out.get(report.pk))
        yield Line(report, label, due, back.get(report.pk), comments.get(report.pk, 0))


def _first_out(ids: list[int]) -> dict[int, datetime]:
    """Since when each that is public has been so: of what is being corrected nothing is overdue."""
    of_each = Publication.objects.filter(report__in=ids).order_by().values("report_id")
    standing = Count("pk", filter=Q(ended_at=None))
    found = of_each.annotate(standing=standing, first=Min("published_at")).filter(standing__gt=0)
    return dict(found.values_list("report_id", "first"))
