"""送审: what is asked before a draft is sent, and what still stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from agencies.requests import SignedInRequest
from reports import commenting, drafting, workflow
from reports.local.reading import local_for
from reports.models import Report, State
from reports.rollup import rollup_findings

from .access import visible
from .acting_forms import ParticularsForm, particulars
from .drafts import is_reporter, why_not_open
from .numbers import whole_number
from .seen import changes_since

EXPLAIN = "explain-"
"""Names of the text areas for 情况说明 begin so; the finding's fingerprint follows."""


@login_required
@require_http_methods(["GET", "POST"])
def submit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks for what 送审 needs; a POST keeps the explanations and sends the version seen."""
    report = visible(request, pk)
    if not is_reporter(request.user, report):
        raise PermissionDenied("只有本机关的填报人可以送审")
    if report.state != State.DRAFT:
        messages.info(request, why_not_open(request.user, report))
        return redirect("reports:read", pk)
    if request.method == "GET":
        return _page(request, report, ParticularsForm(initial=particulars(report, request.user)))
    return _posted(request, report)


def _posted(request: SignedInRequest, report: Report) -> HttpResponse:
    form = ParticularsForm(request.POST)
    if not _explained(request, report):
        return _page(request, report, form, status=409)
    if "keep" in request.POST:
        messages.success(request, "情况说明已保存。")
        return _page(request, report, form)
    if not form.is_valid():
        return _page(request, report, form)
    seen = _version_seen(request)
    try:
        workflow.advance(report, "submit", request.user, version=seen, **form.cleaned_data)
    except workflow.RefusedError as refusal:
        messages.error(request, str(refusal))
        return _page(request, visible(request, report.pk), form, status=409)
    messages.success(request, "已送审，等待审签。")
    return redirect("reports:read", report.pk)


def _explained(request: SignedInRequest, report: Report) -> bool:
    """Keeps what was written beside the 疑点, and for several; says what could not be kept."""
    try:
        for marks, text in _explanations(request, report):
            drafting.explain(report.pk, request.user, marks, text)
    except drafting.RefusedError as refusal:
        messages.error(request, str(refusal))
        return False
    return True


def _explanations(
    request: SignedInRequest, report: Report
) -> Iterator[tuple[str | list[str], str]]:
    """What is new on the page: whose words stand unchanged has explained it himself."""
    kept = {one.fingerprint: one.text for one in report.explanations.filter(reopened=False)}
    several = request.POST.getlist("several")
    for name, text in request.POST.items():
        mark = name.removeprefix(EXPLAIN)
        is_one = name.startswith(EXPLAIN) and mark not in several
        if is_one and str(text).strip() and str(text).strip() != kept.get(mark):
            yield mark, str(text)
    if several:
        yield several, drafting.worded(*(request.POST.get(one, "") for one in ("phrase", "text")))


def _version_seen(request: SignedInRequest) -> int | None:
    return whole_number(request.POST.get("version"))


def _page(
    request: SignedInRequest, report: Report, form: ParticularsForm, status: int = 200
) -> HttpResponse:
    drafting.carry(report, request.user)
    judged = drafting.judged(report)
    warnings = [one for one in judged if one.finding.severity == "warning"]
    context: dict[str, Any] = {
        "report": report,
        "form": form,
        "blocking": [one for one in judged if one.finding.severity == "error"],
        "doubts": [(one, _typed(request, one)) for one in warnings],
        "several": request.POST.getlist("several") if status == 409 else [],
        "several_text": request.POST.get("text", "") if status == 409 else "",
        "phrases": local_for(report.duty.agency).phrases,
        "rollup": rollup_findings(report, report.content),
        "since": changes_since(report, _version_seen(request)),
        "unsettled": sum(_stands_beside(one) for one in drafting.prefilled(report).values()),
        "open_comments": sum(commenting.counts(report).values()),
    }
    return render(request, "reports/submit.html", context, status=status)


def _stands_beside(prefill: Mapping[str, Any]) -> bool:
    """Whether it waits beside what is filled in; what waits in a blank place blocks by itself."""
    return prefill["state"] == "waiting" and prefill["now"] is not None


def _typed(request: SignedInRequest, one: drafting.Judged) -> str:
    """What stands in the finding's text area: what was typed, or the explanation kept."""
    kept = one.explanation.text if one.explanation else ""
    return request.POST.get(f"{EXPLAIN}{one.finding.fingerprint}", kept)
