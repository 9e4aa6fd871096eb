"""Doing what the workflow offers: a page with the paper and the reason asked for, and the act."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from agencies.requests import SignedInRequest
from reports import workflow
from reports.models import Report, Revision
from reports.rendering import html

from .access import Reading, reading, visible
from .acted import after, is_open, not_open, revision_read
from .acting_forms import NoteForm
from .buttons import CONSEQUENCES
from .commented import card
from .signing import sign

ELSEWHERE = ("submit", "archive")
"""Acts with pages of their own."""

_DONE = {
    "withdraw": "已撤回，报告回到草稿。修改请按“填报”。",
    "return": "已退回修改。",
    "file": "已报备，等待备案审核。",
    "send_back": "已备案退回。",
    "clear": "已同意发布，由填报机关发布。",
    "publish": "已发布。",
    "correct": "已开始更正。更正后的报告发布之前，原报告仍对外公开。",
    "stand": "已记录，报告不变。",
    "take_down": "已撤下。公开页面只保留撤下原因。",
    "unlock": "已解锁，原有审签作废。",
}


@login_required
@require_http_methods(["GET", "POST"])
def do(request: SignedInRequest, pk: int, action: str) -> HttpResponse:
    """GET shows the paper and asks; POST does it, and names the revision that was on the page."""
    transition = workflow.TRANSITIONS.get(action)
    if transition is None or action in ELSEWHERE:
        raise Http404
    report = visible(request, pk)
    if request.method == "GET" and not is_open(request, report, transition):
        return not_open(request, report, transition)
    if action == "sign":
        return sign(request, report, transition)
    form = NoteForm(transition, request.POST if request.method == "POST" else None)
    if request.method == "GET" or (not form.is_valid() and is_open(request, report, transition)):
        return _page(request, report, transition, form)
    return _act(request, report, transition, form)


def _act(
    request: SignedInRequest, report: Report, transition: workflow.Transition, form: NoteForm
) -> HttpResponse:
    note, read = form.cleaned_data.get("note", ""), revision_read(request)
    reopen = request.POST.getlist("reopen") if _may_reopen(transition) else []
    try:
        workflow.advance(
            report, transition.action, request.user, note, revision=read, reopen=reopen
        )
    except workflow.RefusedError as refusal:
        messages.error(request, str(refusal))
        return _page(request, visible(request, report.pk), transition, form, status=409)
    messages.success(request, _DONE[transition.action])
    return after(request, report)


def _page(
    request: SignedInRequest,
    report: Report,
    transition: workflow.Transition,
    form: NoteForm,
    status: int = 200,
) -> HttpResponse:
    shown = reading(request.user, report)
    named = _named(shown, transition)
    context = {
        "report": report,
        "transition": transition,
        "consequence": CONSEQUENCES[transition.action],
        "is_open": is_open(request, report, transition),
        "revision": named,
        "body": html.body(named.content if named else shown.content),
        "form": form,
        "explained": _explained(named) if _may_reopen(transition) else [],
        "reopened": request.POST.getlist("reopen"),
        "commented": card(report, request.user, "return")
        if transition.action == "return"
        else None,
    }
    return render(request, "reports/act.html", context, status=status)


def _may_reopen(transition: workflow.Transition) -> bool:
    """Whoever returns a report with a reason may ask for explanations to be given anew."""
    return transition.returns and bool(transition.note)


def _explained(revision: Revision | None) -> list[dict[str, Any]]:
    """What was found in the revision and explained."""
    return [one for one in revision.findings if one.get("explanation")] if revision else []


def _named(shown: Reading, transition: workflow.Transition) -> Revision | None:
    """The revision that the act is about: what is public where that is to be taken down."""
    if transition.action == "take_down" and shown.report.publication:
        return shown.report.publication.revision
    return shown.revision
