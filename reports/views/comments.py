"""Comments: the page that lists them all, and saying something, with scripts or without."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from agencies.requests import SignedInRequest, wants_json
from reports import commenting
from reports.models import Report, Thread

from .access import visible
from .commented import PAGES, Typed, card
from .numbers import whole_number

_STILL_THERE = "原来的窗口没有变动，在那里录入的内容都还在。"
"""Without scripts a form of another page was answered in a window of its own."""

_DONE = {"reply": "已回复。", "resolve": "已标为已核对。", "reopen": "已重新打开。"}


@login_required
@require_http_methods(["GET", "POST"])
def comments(request: SignedInRequest, pk: int) -> HttpResponse:
    """All comments on the report; a POST begins a thread. Asked by a script: the card alone.

    `since`: the last remark that the page shows; where there is no later one, no card is drawn.
    """
    report = _of_colleague(request, pk)
    if request.method == "GET":
        return _news(request, report) if wants_json(request) else _page(request, report)
    sent, to = request.POST, _chosen(request)
    anchor, text = sent.get("anchor", ""), sent.get("text", "")
    return _said(
        request,
        report,
        lambda: commenting.start(report.pk, anchor, text, request.user, to),
        Typed("", text, anchor, to=frozenset(to)),
        "批注已发表。",
    )


@login_required
@require_POST
def comment(request: SignedInRequest, pk: int, thread: int) -> HttpResponse:
    """act: reply, resolve or reopen the thread."""
    report = _of_colleague(request, pk)
    get_object_or_404(report.threads, pk=thread)
    text, by = request.POST.get("text", ""), request.user
    act = request.POST.get("act", "reply")
    acts: dict[str, Callable[[], Thread]] = {
        "reply": lambda: commenting.reply(thread, text, by),
        "resolve": lambda: commenting.resolve(thread, text, by),
        "reopen": lambda: commenting.reopen(thread, text, by),
    }
    if act not in acts:
        raise Http404
    return _said(request, report, acts[act], Typed("", text, thread=thread), _DONE[act])


def _of_colleague(request: SignedInRequest, pk: int) -> Report:
    """Comments are the agency's own: for all others there are none."""
    report = visible(request, pk)
    if not commenting.is_colleague(request.user, report):
        raise Http404
    return report


def _chosen(request: SignedInRequest) -> list[int]:
    chosen = map(whole_number, request.POST.getlist("to"))
    return [pk for pk in chosen if pk is not None]


def _said(
    request: SignedInRequest,
    report: Report,
    act: Callable[[], Thread],
    typed: Typed,
    words: str,
) -> HttpResponse:
    """Does it and answers with the card, or leads back; a refusal keeps what was typed."""
    try:
        thread = act()
    except commenting.RefusedError as refusal:
        problem = f"{refusal}。"
        if wants_json(request):
            return JsonResponse({"message": problem}, status=422)
        kept = Typed(problem, typed.text, typed.anchor, typed.thread, typed.to)
        return _page(request, report, kept, status=422)
    if wants_json(request):
        return _card(request, report, words, thread)
    messages.success(request, words + ("" if _page_of(request) == "comments" else _STILL_THERE))
    return redirect(reverse("reports:comments", args=[report.pk]) + "#comments")


def _news(request: SignedInRequest, report: Report) -> HttpResponse:
    if request.GET.get("since") == str(commenting.last_said(report)):
        return JsonResponse({})
    return _card(request, report)


def _page_of(request: SignedInRequest) -> str:
    asked = request.POST.get("page") or request.GET.get("page", "")
    return asked if asked in PAGES else "comments"


def _card(
    request: SignedInRequest, report: Report, words: str = "", thread: Thread | None = None
) -> HttpResponse:
    context = {"commented": card(report, request.user, _page_of(request))}
    html = render_to_string("reports/comments/body.html", context, request)
    return JsonResponse({"html": html, "words": words, "thread": thread.pk if thread else None})


def _page(
    request: SignedInRequest, report: Report, typed: Typed | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "report": report,
        "commented": card(report, request.user, "comments", typed),
        "settled": commenting.resolved_threads(report),
    }
    return render(request, "reports/comments.html", context, status=status)
