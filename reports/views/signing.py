"""审签: the next signature, given here or recorded from paper."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from agencies.requests import SignedInRequest
from reports import workflow
from reports.checks import Case
from reports.models import Report, State
from reports.rendering import html
from reports.rendering.unprintable import unprintable
from reports.workflow.steps import next_step, why_not_sign

from .access import readable, reading, visible
from .acted import is_open, revision_read
from .acting_forms import PaperForm, SignForm
from .changed import changed
from .commented import card
from .found import found
from .reading import classes


def sign(request: SignedInRequest, report: Report, transition: workflow.Transition) -> HttpResponse:
    """The paper and the forms that the person may use; a POST signs, or says why it cannot."""
    if request.method == "GET":
        return _page(request, report)
    offline = "offline" in request.POST
    form = PaperForm(request.POST, request.FILES) if offline else SignForm(request.POST)
    if not form.is_valid() and is_open(request, report, transition):
        return _page(request, report, form)
    details: dict[str, Any] = {**form.cleaned_data, "offline": offline}
    read = revision_read(request)
    try:
        signed = workflow.advance(report, "sign", request.user, revision=read, **details)
    except workflow.RefusedError as refusal:
        messages.error(request, str(refusal))
        return _page(request, visible(request, report.pk), form, status=409)
    messages.success(request, _told(signed))
    return redirect("reports:read", report.pk)


def _told(report: Report) -> str:
    if report.state == State.APPROVED:
        return "已签发，正在生成定稿文件。"
    step = next_step(report)
    return f"已审签，下一步由{step.post}审签。" if step else "已审签。"


def _page(
    request: SignedInRequest,
    report: Report,
    form: SignForm | PaperForm | None = None,
    status: int = 200,
) -> HttpResponse:
    shown, user = reading(request.user, report), request.user
    step, since = next_step(report), changed(shown, readable(user, report))
    post = {"post": step.post} if step else {}
    context = {
        "report": report,
        "revision": shown.revision,
        "body": html.body(shown.content, classes(since)),
        "found": found(shown),
        "papers": {"number": shown.revision.number if shown.revision else None},
        "since": since,
        "unprintable": list(unprintable(Case(shown.content))),
        "step": step,
        "commented": card(report, user, "sign"),
        "steps": workflow.steps_of(report),
        "may_record": workflow.may_record(report, user),
        "why_not": why_not_sign(report, user),
        "online": form if isinstance(form, SignForm) else SignForm(),
        "paper": form if isinstance(form, PaperForm) else PaperForm(initial=post),
        "paper_open": isinstance(form, PaperForm),
    }
    return render(request, "reports/sign.html", context, status=status)
