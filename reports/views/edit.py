"""The filling page: the paper with boxes in it.

Scripts save while one types; without them the whole form comes back here and does the same round
trip.
"""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from agencies.requests import SignedInRequest
from reports import dividing, drafting
from reports.checks import Finding, Severity
from reports.forms import DraftForm
from reports.local.reading import local_for
from reports.models import Event, Report, frozen
from reports.workflow import TRANSITIONS

from .access import visible
from .commented import card
from .counted import register_facts
from .drafts import why_not_open
from .facts import facts
from .found import judged_by_part
from .posted import Outcome, take
from .prefills import beside
from .rail import rail, tally, waits
from .typed import TOO_LATE, given_back, shown_if_signed_out

NO_FINDING = Finding("", Severity.ERROR, "")
"""What the page's template of a finding is drawn with."""


@shown_if_signed_out
@login_required
@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page itself; whoever cannot fill the report in now is sent to read it."""
    report = visible(request, pk)
    if refusal := why_not_open(request.user, report):
        return _too_late(request, pk, refusal)
    if request.method == "POST":
        return _posted(request, report)
    return _page(request, report, Outcome())


def _posted(request: SignedInRequest, report: Report) -> HttpResponse:
    act = request.POST.get("act", "keep")
    try:
        outcome = take(report, request.user, request.POST)
        if act == "fill-zeros":
            _warn_of_kept(request, drafting.fill_zeros(report.pk, request.user)["kept"])
    except drafting.NotOpenError as refusal:
        return _too_late(request, report.pk, f"{refusal}。")
    if outcome.problems or act == "zero-report":
        report = visible(request, report.pk)
        return _page(request, report, outcome, ask_zero=act == "zero-report")
    messages.success(request, "已保存。")
    return redirect(reverse("reports:edit", args=[report.pk]) + _place(act))


def _too_late(request: SignedInRequest, pk: int, refusal: str) -> HttpResponse:
    """Back to what was typed, or where nothing was, to the report."""
    if page := given_back(request, f"{refusal}{TOO_LATE}", 409):
        return page
    messages.info(request, refusal)
    return redirect("reports:read", pk)


def _warn_of_kept(request: SignedInRequest, kept: list[str]) -> None:
    """What waits is left alone, and what goes on from last year's figures that are not 0."""
    if kept:
        words = f"有{len(kept)}格待确认或接续上年，没有补0，请核对后确认或填写。"
        messages.warning(request, words)


def _place(act: str) -> str:
    return "#findings" if act == "check" else ""


def _page(
    request: SignedInRequest, report: Report, outcome: Outcome, *, ask_zero: bool = False
) -> HttpResponse:
    judged = shown = drafting.judged(report)
    if outcome.problems:
        shown = drafting.judged(report, outcome.problems)
        messages.error(
            request, f"有{len(outcome.problems)}处没有保存，原因见“没有保存”；其余已保存。"
        )
    content, aside = report.content, beside(report, request.user)
    shares = dividing.shares(report)
    context = {
        **_told(report, judged, shown),
        "report": report,
        "duty": report.duty,
        "form": DraftForm(content, outcome.typed, outcome.problems),
        "client": secrets.token_hex(12),
        "phrases": local_for(report.duty.agency).phrases,
        "problems": outcome.problems,
        "no_finding": NO_FINDING,
        "shares": shares,
        "total_codes": _total_codes(report),
        "above_zero": any([*content.figures.values(), *content.fees.values()]),
        "returned": _returned(report),
        "overtaken": drafting.overtaken(report, None),
        "commented": card(report, request.user, "edit"),
        "ask_zero": ask_zero,
        "aside": aside,
        "facts": facts(report, request.user, judged)
        | aside.facts
        | _owed(shares)
        | register_facts(report),
    }
    return render(request, "reports/edit.html", context)


def _told(
    report: Report, judged: list[drafting.Judged], shown: list[drafting.Judged]
) -> dict[str, Any]:
    """What was found in the draft; `shown` counts nothing as blank that could not be saved."""
    return {
        "found": judged_by_part(report.format, shown),
        "doubts": sum(one.finding.severity == Severity.WARNING for one in shown),
        "tally": tally(shown),
        "rail": rail(report, judged),
        "waits": waits(judged),
    }


def _owed(shares: list[dividing.Share]) -> dict[str, Any]:
    """What each division supplies, for the page to tell what is still owed while one fills in."""
    return {"shares": {share.division.pk: share.keys for share in shares}}


def _total_codes(report: Report) -> set[str]:
    return {equation.code for equation in report.format.equations if equation.computes}


def _returned(report: Report) -> dict[str, Any] | None:
    """Why the report came back to be changed: the last note, and what asked for it."""
    events = Event.objects.filter(report=report).select_related("by", "revision")
    last = events.defer(*frozen("revision")).last()
    if last is None or last.after != report.state or not last.note:
        return None
    transition = TRANSITIONS.get(last.action)
    note, act = (transition.note, transition.label) if transition else ("", "")
    return {"event": last, "label": note, "act": act}
