"""Files of a report for those who may read it: documents of signed revisions, scans, progress."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from agencies.requests import SignedInRequest
from reports import workflow
from reports.models import Document

from . import stored
from .access import concerns, readable, reading, visible
from .drawn import drawn


@login_required
@require_safe
def document(request: SignedInRequest, pk: int, number: int, kind: str) -> HttpResponseBase:
    """A file of a revision that the person may read, as a download."""
    report = visible(request, pk)
    revision = get_object_or_404(readable(request.user, report), number=number)
    documents = Document.objects.filter(revision=revision)
    if not concerns(request.user, report):
        documents = documents.drawn()
    kept = get_object_or_404(documents, kind=kind)
    return stored.hand_out(request, kept)


@login_required
@require_safe
def scan(request: SignedInRequest, pk: int, signoff: int) -> HttpResponseBase:
    """The scan of a signature given on paper, as a download; only what was uploaded then."""
    report = visible(request, pk)
    if not concerns(request.user, report):
        raise Http404
    revisions = readable(request.user, report)
    signed = get_object_or_404(report.signoffs.filter(revision__in=revisions), pk=signoff)
    if not signed.scan:
        raise Http404
    data = stored.verified(signed.scan, signed.scan_sha256)
    if data is None:
        return render(request, "reports/damaged.html", {"report": report}, status=500)
    extension = str(signed.scan.name).rpartition(".")[2]
    name = f"{report.title}（{signed.post}审签）.{extension}"
    content_type = stored.SCANS.get(extension, stored.ANYTHING)
    return stored.attachment(request, data, signed.scan_sha256, name, content_type)


@login_required
@require_POST
def redraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Has drawn once more what could not be drawn."""
    report = visible(request, pk)
    if workflow.redraw(report, request.user):
        messages.success(request, "正在重新生成文件。")
    return redirect("reports:read", pk)


@login_required
@require_safe
def progress(request: SignedInRequest, pk: int) -> HttpResponse:
    """How far the files of the revision read are, for the page that waits for them."""
    files = drawn(reading(request.user, visible(request, pk)).revision)
    waiting = any(one.state == "running" for one in files)
    return JsonResponse({"files": [one.to_json() for one in files], "waiting": waiting})
