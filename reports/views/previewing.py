"""A look at the paper before it is final: drawn at once, marked as a draft, kept nowhere."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.requests import SignedInRequest
from reports.rendering.marks import Marks
from reports.rendering.pdf import PdfUnavailableError

from . import stored
from .access import Reading, reading, visible

KINDS = ("pdf", "docx", "xlsx")

drawing = threading.Lock()
"""One preview at a time in a web process: the others go on answering."""


@login_required
@require_safe
def preview(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    """The draft or the revision being read; a PDF opens in the browser, others are downloads."""
    if kind not in KINDS:
        raise Http404
    shown = reading(request.user, visible(request, pk))
    return one_at_a_time(request, shown, lambda: _drawn(shown, kind))


def one_at_a_time(
    request: SignedInRequest, shown: Reading, draw: Callable[[], HttpResponse]
) -> HttpResponse:
    """What is drawn now; why there is nothing where a PDF cannot be, or another one is drawn."""
    if not drawing.acquire(blocking=False):
        return sorry(request, shown, busy=True)
    try:
        return draw()
    except PdfUnavailableError as lacking:
        return sorry(request, shown, str(lacking))
    finally:
        drawing.release()


def marked(shown: Reading, kind: str, marks: Marks) -> bytes:
    """The report as a file with its marks. Raises PdfUnavailableError."""
    data: bytes = import_module(f"reports.rendering.{kind}").draw(shown.content, marks)
    return data


def _drawn(shown: Reading, kind: str) -> HttpResponse:
    name = f"{shown.content.title}（第{shown.number}稿）.{kind}"
    data = marked(shown, kind, shown.marks())
    response = stored.download(data, kind, name, is_shown=kind == "pdf")
    # The policy of our pages keeps Chromium's own viewer from showing the PDF.
    setattr(response, "_csp_exempt", True)  # noqa: B010 - django-csp asks for just this
    return response


def sorry(
    request: SignedInRequest, shown: Reading, why: str = "", *, busy: bool = False
) -> HttpResponse:
    """Why there is no file now, and whether to try again at once."""
    context = {"report": shown.report, "why": why, "busy": busy}
    answer = render(request, "reports/no_preview.html", context, status=503)
    if busy:
        answer.headers["Retry-After"] = "3"
    return answer
