"""One file that was read: source and reading side by side, doubts first, and what is made of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from agencies.requests import SignedInRequest
from reports import receiving
from reports.checks import Severity
from reports.differences import Difference
from reports.formats import NoFormatError, in_force
from reports.models import Upload
from reports.rendering import html

from .changed import by_section
from .import_acts import ACTS, NotDoneError
from .import_forms import ArchiveForm, PlaceForm, archived, placed
from .imported import classes, inside


@login_required
@require_http_methods(["GET", "POST"])
def import_one(request: SignedInRequest, batch: int, number: int) -> HttpResponse:
    """The page; a POST does one act of those it offers."""
    uploads = Upload.objects.visible_to(request.user).select_related("batch__agency", "agency")
    upload = get_object_or_404(uploads, batch=batch, number=number)
    if request.method == "POST":
        return _posted(request, upload)
    return _page(request, upload)


def _posted(request: SignedInRequest, upload: Upload) -> HttpResponse:
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        return redirect("reports:import_one", upload.batch_id, upload.number)
    try:
        return act(request, upload)
    except NotDoneError as refused:
        if refused.message:
            messages.error(request, refused.message)
        upload.refresh_from_db()
        return _page(request, upload, refused.forms, refused.typed, status=refused.status)


def _page(
    request: SignedInRequest,
    upload: Upload,
    forms: dict[str, Any] | None = None,
    typed: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    if upload.state != Upload.State.READ:
        context = {"upload": upload, "line": _line(upload)}
        return render(request, "reports/import_done.html", context, status=status)
    shown, given = receiving.beside(upload, typed), forms or {}
    standing = receiving.standing(upload, request.user)
    reach = receiving.reach(upload.batch)
    content, found = shown.content, receiving.judge(upload, standing)
    context = {
        "upload": upload,
        "shown": shown,
        "body": html.body(content, classes(shown), inside(shown)),
        "standing": standing,
        "compared": _compared(standing),
        "asking": [one for one in found if one.severity is not Severity.NOTE],
        "notes": [one for one in found if one.severity is Severity.NOTE],
        "place": given.get("place") or PlaceForm(reach, initial=placed(upload)),
        "archive": given.get("archive") or ArchiveForm(standing, initial=archived(upload)),
        "due": _edition_of(upload.year),
        "next": _next(upload),
        "days": receiving.KEPT.days,
    }
    return render(request, "reports/import_one.html", context, status=status)


def _line(upload: Upload) -> receiving.Line:
    """What became of it, as the table of its batch says."""
    return next(one for one in receiving.lines(upload.batch) if one.upload.pk == upload.pk)


def _compared(standing: receiving.Standing) -> list[tuple[str, list[Difference]]] | None:
    """The differences from what is there already, by section; None where nothing is."""
    if standing.present is None or standing.fitted is None:
        return None
    found = receiving.compared(standing.present, standing.fitted.content)
    return by_section(standing.present.format, found)


def _edition_of(year: int | None) -> str:
    """The edition in which reports of that year are written; "" where there is none."""
    try:
        return in_force(year).edition if year else ""
    except NoFormatError:
        return ""


def _next(upload: Upload) -> int | None:
    """The number of the next file of the batch that waits for a decision."""
    open_ = upload.batch.uploads.filter(state=Upload.State.READ).exclude(pk=upload.pk)
    numbers = list(open_.values_list("number", flat=True))
    return next((one for one in numbers if one > upload.number), next(iter(numbers), None))
