"""修改记录 of one field, as a page or for the filling page; and 恢复 of any value it had."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from agencies.requests import SignedInRequest, wants_json
from reports import drafting
from reports.drafting.past import values_of
from reports.drafting.restoring import computed, restore_key
from reports.models import Report

from .drafts import own_draft, why_not_open
from .key_past import key_past
from .numbers import whole_number
from .past import of_staff
from .seen import name_of


@login_required
@require_http_methods(["GET", "POST"])
def past_key(request: SignedInRequest, pk: int, key: str) -> HttpResponse:
    """Its values; posted {version, seen} the field gets back the value it had at that version.

    With {paragraph} it is that one paragraph of the text, counted from 0.
    `seen` is the version of the draft that lay before the person.
    """
    report = of_staff(request, pk)
    if key not in values_of(report.content):
        raise Http404
    if request.method == "POST":
        return _posted(request, report, key)
    before = whole_number(request.GET.get("before"))
    found = key_past(report, key, before)
    refusal = _refusal(request, report, key)
    if wants_json(request):
        entries = [entry.to_json() for entry in found.entries]
        told = {"version": report.version, "before": found.before, "refusal": refusal}
        compact = {"ensure_ascii": False, "separators": (",", ":")}
        return JsonResponse({**told, "entries": entries}, json_dumps_params=compact)
    context = {
        "report": report,
        "key": key,
        "label": name_of(report.format, key),
        "past": found,
        "further": before is not None,
        "refusal": refusal,
    }
    return render(request, "reports/past/key.html", context)


def _refusal(request: SignedInRequest, report: Report, key: str) -> str:
    """Why nothing can be restored here; empty where it can."""
    if key in computed(report):
        return "合计由系统计算，不单独恢复。"
    return why_not_open(request.user, report)


def _posted(request: SignedInRequest, report: Report, key: str) -> HttpResponse:
    own_draft(request, report.pk)
    status, answer = _restored(request, report, key)
    if wants_json(request):
        return JsonResponse(answer, status=status)
    if status == 200:
        messages.success(request, f"已恢复“{name_of(report.format, key)}”。")
    else:
        messages.error(request, answer["message"])
    return redirect("reports:past_key", report.pk, key)


def _restored(request: SignedInRequest, report: Report, key: str) -> tuple[int, dict[str, Any]]:
    version, seen = (whole_number(request.POST.get(name)) for name in ("version", "seen"))
    paragraph = whole_number(request.POST.get("paragraph"))
    if version is None or seen is None:
        return 400, {"error": "malformed", "message": "请求的格式不对，请刷新页面。"}
    try:
        return 200, restore_key(report.pk, request.user, key, version, seen, paragraph)
    except drafting.NotOpenError as refusal:
        return 409, {"error": "not_open", "message": str(refusal)}
    except drafting.RefusedError as refusal:
        return 422, {"error": "refused", "message": str(refusal)}
