"""One batch: its files with what became of each, how far reading is, and the table of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from agencies.requests import SignedInRequest, wants_json
from reports import receiving
from reports.models import Batch
from reports.receiving.progress import RUNNING
from reports.rendering import listing

from . import stored
from .imports import take
from .numbers import whole_number

HEADS = ("序号", "文件名", "机关", "报告年度", "状态", "说明", "办理人", "办理时间")


@login_required
@require_http_methods(["GET", "POST"])
def import_batch(request: SignedInRequest, batch: int) -> HttpResponse:
    """The table; a POST brings more files, or has read once more what broke off (`act` retry)."""
    found = visible_batch(request, batch)
    if request.method == "POST":
        return _posted(request, found)
    lines = receiving.lines(found)
    asked = request.GET.get("state", "")
    shown = [one for one in lines if one.words == asked] if asked else lines
    context = {
        "batch": found,
        "lines": shown,
        "tally": receiving.tally(lines),
        "total": len(lines),
        "asked": asked,
        "running": any(one.state == RUNNING for one in lines),
        "retry": any(one.may_retry for one in lines),
        "plain": sum(one.is_plain for one in lines),
        "days": receiving.KEPT.days,
    }
    return render(request, "reports/import_batch.html", context)


def visible_batch(request: SignedInRequest, pk: int) -> Batch:
    """The batch, for those in whose role it was given in; 404 for everybody else."""
    batches = Batch.objects.visible_to(request.user).select_related("agency", "by")
    return get_object_or_404(batches, pk=pk)


def _posted(request: SignedInRequest, batch: Batch) -> HttpResponse:
    if request.POST.get("act") == "retry":
        receiving.retry(batch)
        return redirect("reports:import_batch", batch.pk)
    problems = take(request, batch)
    if wants_json(request):
        return JsonResponse({"problems": problems})
    if problems:
        messages.error(request, "；".join(problems))
    return redirect("reports:import_batch", batch.pk)


@login_required
@require_safe
def import_progress(request: SignedInRequest, batch: int) -> HttpResponse:
    """How far reading is, for the page that waits; of files from number `from` on that are no
    longer waiting what became of them. `only` asks for one file.
    """
    lines = receiving.lines(visible_batch(request, batch))
    first, only = (whole_number(request.GET.get(one)) or 0 for one in ("from", "only"))
    lines = [one for one in lines if only in (0, one.upload.number)]
    told = [_told(one) for one in lines if one.upload.number >= first and _has_news(one)]
    waiting = sum(one.state == RUNNING for one in lines)
    return JsonResponse({"waiting": waiting, "total": len(lines), "lines": told})


def _has_news(line: receiving.Line) -> bool:
    return line.state != RUNNING or bool(line.percent)


def _told(line: receiving.Line) -> dict[str, Any]:
    upload = line.upload
    return {
        "number": upload.number,
        "state": line.state,
        "words": line.words,
        "why": line.why,
        "agency": upload.agency.name if upload.agency else "",
        "year": upload.year,
    }


@login_required
@require_safe
def import_table(request: SignedInRequest, batch: int) -> HttpResponse:
    """The same table as .xlsx: read, needs eyes, failed and why."""
    found = visible_batch(request, batch)
    lines = receiving.lines(found)
    tally = "，".join(f"{words}{count}份" for words, count in receiving.tally(lines).items())
    at = timezone.localtime(found.at)
    title = f"导入情况表（{found.agency}，{at:%Y-%m-%d %H:%M}导入，{tally}）"
    data = listing.draw("导入情况表", title, HEADS, [_row(one) for one in lines])
    return stored.download(data, "xlsx", f"导入情况表（第{found.pk}批）.xlsx")


def _row(line: receiving.Line) -> tuple[str | int, ...]:
    upload = line.upload
    at = timezone.localtime(upload.decided_at) if upload.decided_at else None
    return (
        upload.number,
        upload.name,
        upload.agency.name if upload.agency else "",
        upload.year or "",
        line.words,
        line.why,
        upload.decided_by.name if upload.decided_by else "",
        f"{at:%Y-%m-%d %H:%M}" if at else "",
    )
