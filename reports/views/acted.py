"""Around an act: the revision that the posting page showed, who may not, and where it leads."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect

from agencies.requests import SignedInRequest
from reports.models import Report
from reports.workflow import Transition, guards

from .numbers import whole_number


def revision_read(request: SignedInRequest) -> int | None:
    """The pk of the revision that stood on the posting page."""
    return whole_number(request.POST.get("revision"))


def is_open(request: SignedInRequest, report: Report, transition: Transition) -> bool:
    """Whether the person can do it now."""
    return guards.is_open(report, transition, request.user)


def not_open(request: SignedInRequest, report: Report, transition: Transition) -> HttpResponse:
    """Who may never do it gets 403; who came too late is told how the report stands."""
    if not guards.has_role(report, transition, request.user):
        raise PermissionDenied(f"您没有“{transition.label}”的权限")
    state = report.get_state_display()
    messages.info(request, f"报告现在是“{state}”状态，您现在不能“{transition.label}”。")
    return redirect("reports:read", report.pk)


def after(request: SignedInRequest, report: Report) -> HttpResponse:
    """Back to the report, or home where the act took it out of the person's sight."""
    if Report.objects.visible_to(request.user).filter(pk=report.pk).exists():
        return redirect("reports:read", report.pk)
    return redirect("reports:home")
