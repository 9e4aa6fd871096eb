"""修改记录: the past of a whole draft, for the agency's own staff; and 恢复 to any point of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods, require_safe

from agencies.requests import SignedInRequest
from reports import drafting
from reports.differences import Difference, differences, together
from reports.drafting.past import content_at
from reports.drafting.restoring import ChangedSinceError, computed, restore_whole
from reports.drafting.standing import Standing
from reports.models import Report
from reports.rendering import html
from reports.templatetags.redlined import redlined

from .access import is_staff, visible
from .changed import by_section
from .drafts import own_draft, why_not_open
from .numbers import whole_number
from .seen import changes_since, name_of
from .sittings import past as sittings


def of_staff(request: SignedInRequest, pk: int) -> Report:
    """The report, for staff of its agency; to all others its past does not exist."""
    report = visible(request, pk)
    if not is_staff(request.user, report):
        raise Http404
    return report


@login_required
@require_safe
def past(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who changed what and when; `?before=` a change goes further back."""
    report = of_staff(request, pk)
    before = whole_number(request.GET.get("before"))
    context = {
        "report": report,
        "past": sittings(report, before),
        "further": before is not None,
        "refusal": why_not_open(request.user, report),
    }
    return render(request, "reports/past.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def past_version(request: SignedInRequest, pk: int, version: int) -> HttpResponse:
    """The report as it stood at a version, to look at; posted {seen} it is that way again."""
    report = of_staff(request, pk)
    if version > report.version:
        raise Http404
    if request.method == "POST":
        own_draft(request, pk)
        seen = whole_number(request.POST.get("seen")) or 0
        return _whole_restored(request, report, version, seen)
    return _then(request, report, version)


def _whole_restored(
    request: SignedInRequest, report: Report, version: int, seen: int
) -> HttpResponse:
    try:
        answer = restore_whole(report.pk, request.user, version, seen)
    except ChangedSinceError as refusal:
        report.refresh_from_db()
        return _then(request, report, version, seen=seen, problem=str(refusal))
    except drafting.RefusedError as refusal:
        messages.error(request, str(refusal))
        return redirect("reports:past", report.pk)
    changed = set(answer["keys"]) - computed(report) - set(answer["refused"])
    if changed or not answer["refused"]:
        messages.success(
            request, f"已恢复，改动{len(changed)}处；需要撤销的，可在修改记录中再恢复回来。"
        )
    for key, why in answer["refused"].items():
        messages.warning(request, f"“{name_of(report.format, key)}”没有恢复：{why}")
    return redirect("reports:edit", report.pk)


def _then(
    request: SignedInRequest,
    report: Report,
    version: int,
    *,
    seen: int | None = None,
    problem: str = "",
) -> HttpResponse:
    """What would change, and the question; `seen` is the version somebody asked about before."""
    now, then = report.content, content_at(report, version)
    found = differences(now, then)
    inside = {one.key: redlined(one.pieces) for one in found if one.before != one.after}
    last = report.changes.filter(version__lte=version).select_related("by").last()
    context = {
        **_changing(report, found),
        "report": report,
        "version": version,
        "when": date_format(timezone.localtime(last.at), "n月j日 H:i") if last else "开始填写前",
        "last": last,
        "paper": html.body(together(now, then), dict.fromkeys(inside, "paper-changed"), inside),
        "refusal": why_not_open(request.user, report),
        "problem": problem,
        "later": changes_since(report, seen),
    }
    return render(request, "reports/past/version.html", context, status=409 if problem else 200)


def _changing(report: Report, found: Sequence[Difference]) -> dict[str, Any]:
    """What 恢复 would change: typed values part by part, those that are locked, and totals."""
    totals = computed(report)
    typed = [one for one in found if one.key not in totals]
    locked = Standing.of(report).locked.keys() & {one.key for one in typed}
    totals_differ = len(found) - len(typed)
    return {
        "found": typed,
        "changing": len(typed) - len(locked),
        "free_totals": 0 if locked else totals_differ,
        "locked": locked,
        "parts": [{"heading": h, "differences": of} for h, of in by_section(report.format, typed)],
        "totals": totals_differ,
    }
