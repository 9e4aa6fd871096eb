"""What the filling page asks while someone types: saves, bulk acts, explanations; all JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from agencies.requests import SignedInRequest, wants_json
from reports import drafting
from reports.drafting.merging import changes_of
from reports.forms import boxes
from reports.models import Change, Report

from .drafts import own_draft, why_not_open

Answer = Mapping[str, Any]

LONGEST_CLIENT = 40
REFUSALS: tuple[type[Exception], ...] = (PermissionDenied, Report.DoesNotExist)
REFUSALS += (drafting.RefusedError, RequestDataTooBig, ValueError, RecursionError)
SOURCES = frozenset({Change.Source.TYPED, Change.Source.PASTED})
"""What a page may say of where its values come from."""


def answers(
    act: Callable[[SignedInRequest, int], Answer],
) -> Callable[[SignedInRequest, int], HttpResponse]:
    """The act as a view for 填报人: its answer as JSON, its refusals as a status and a sentence.

    A form posted without scripts is sent back to the page with the sentence instead.
    """

    @wraps(act)
    def view(request: SignedInRequest, pk: int) -> HttpResponse:
        status, answer = 200, {}
        try:
            answer = dict(_allowed(act, request, pk))
        except drafting.NotOpenError as refusal:
            status, answer = 409, {"error": "not_open", "message": str(refusal)}
        except drafting.RefusedError as refusal:
            status, answer = 422, {"error": "refused", "message": str(refusal)}
        except PermissionDenied as refusal:
            status, answer = 403, {"error": "forbidden", "message": str(refusal)}
        except RequestDataTooBig:
            status, answer = 413, {"error": "too_large", "message": "内容太多，没有保存，请精简。"}
        except (ValueError, RecursionError):
            status, answer = 400, {"error": "malformed", "message": "请求的格式不对，请刷新页面。"}
        if request.method == "GET" or wants_json(request):
            plain = {"ensure_ascii": False}  # a third the size: answers are not compressed
            return JsonResponse(answer, status=status, json_dumps_params=plain)
        return _sent_back(request, pk, status, answer)

    return view


def _allowed(
    act: Callable[[SignedInRequest, int], Answer], request: SignedInRequest, pk: int
) -> Answer:
    """Every act asks by itself, under the report's lock, who may do it; nothing is asked twice.

    Only where it refuses, for whatever reason, is asked whether the person may know of the report.
    """
    try:
        return act(request, pk)
    except REFUSALS:
        own_draft(request, pk)
        raise


def _sent_back(request: SignedInRequest, pk: int, status: int, answer: Answer) -> HttpResponse:
    if status == 403:
        raise PermissionDenied(answer["message"])
    if status != 200:
        messages.error(request, str(answer["message"]))
    return redirect("reports:edit", pk)


@login_required
@require_POST
@answers
def save(request: SignedInRequest, pk: int) -> Answer:
    """{client, seq, changes: {key: {was, now}}, source?} → what became of each key."""
    data = json.loads(request.body)
    match data:
        case {"client": str(client), "seq": int(seq), "changes": dict(raw)}:
            source = str(data.get("source", Change.Source.TYPED))
        case _:
            raise ValueError("save")
    if not 0 < len(client) <= LONGEST_CLIENT or not 0 < seq < 2**31 or source not in SOURCES:
        raise ValueError("save")
    return drafting.save(pk, request.user, client, seq, changes_of(raw), source)


@login_required
@require_GET
@answers
def values(request: SignedInRequest, pk: int) -> Answer:
    """All values as they stand, for a page that learns that someone else has changed some."""
    report = own_draft(request, pk)
    if refusal := why_not_open(request.user, report):
        raise drafting.NotOpenError(refusal)
    findings = [one.to_json() for one in drafting.judged(report)]
    return {
        "version": report.version,
        "values": boxes(report.content),
        "findings": findings,
        "prefills": drafting.prefilled(report),
    }


@login_required
@require_POST
@answers
def fill_zeros(request: SignedInRequest, pk: int) -> Answer:
    """其余补0."""
    return drafting.fill_zeros(pk, request.user)


@login_required
@require_POST
@answers
def zero_report(request: SignedInRequest, pk: int) -> Answer:
    """零报告, after it was confirmed."""
    return drafting.zero_report(pk, request.user)


@login_required
@require_POST
@answers
def retotal(request: SignedInRequest, pk: int) -> Answer:
    """按合计更新 of the totals among the cells named."""
    return drafting.retotal(pk, request.user, request.POST.getlist("cells"))


@login_required
@require_POST
@answers
def explain(request: SignedInRequest, pk: int) -> Answer:
    """情况说明 of one 疑点, or the same of all that are ticked; a 常用说明 may be picked."""
    told = request.POST
    text = drafting.worded(told.get("phrase", ""), told.get("text", ""))
    drafting.explain(pk, request.user, told.getlist("fingerprint"), text)
    report = own_draft(request, pk)
    return {
        "version": report.version,
        "findings": [one.to_json() for one in drafting.judged(report)],
    }
