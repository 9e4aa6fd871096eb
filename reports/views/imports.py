"""导入: where files are dropped or pasted, and the batches that were given in lately."""

from __future__ import annotations

import io
import os
from typing import BinaryIO, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from agencies.requests import SignedInRequest, wants_json
from reports import receiving
from reports.importing import bundle
from reports.importing.bundle import MOST_PACKED
from reports.importing.gate import MOST_BYTES, GateError
from reports.importing.report_file import KINDS
from reports.models import Batch
from reports.workflow import RefusedError

A_PAGE = 20
MEGABYTE = 1024 * 1024
LONGEST_PASTE, LONGEST_PAGE = 400_000, 900_000
ACCEPTED = ",".join(f".{kind}" for kind in (*KINDS, bundle.KIND))
PASTED = "粘贴的内容"
NOTHING = "请选择文件，或粘贴报告内容"


@login_required
@require_http_methods(["GET", "POST"])
def imports(request: SignedInRequest) -> HttpResponse:
    """The form and the batches; a POST opens a batch with what it brings.

    A script asks for JSON and gets the addresses of the batch, to which it sends the files.
    """
    desks = receiving.desks(request.user)
    if not desks:
        raise PermissionDenied("导入报告由填报人和政务公开办办理")
    if request.method == "GET":
        return _page(request, desks)
    desk = next((one for one in desks if one.key == request.POST.get("desk")), None)
    if desk is None:
        messages.error(request, "请选择导入到哪个机关")
        return _page(request, desks, status=422)
    if wants_json(request):
        return _begun(receiving.open_batch(request.user, desk))
    return _given(request, desks, desk)


def _begun(batch: Batch) -> HttpResponse:
    url = reverse("reports:import_batch", args=[batch.pk])
    return JsonResponse({"url": url, "most": receiving.MOST_FILES})


def _given(
    request: SignedInRequest, desks: list[receiving.Desk], desk: receiving.Desk
) -> HttpResponse:
    if refusal := _why_nothing(request):
        messages.error(request, refusal)
        return _page(request, desks, status=422)
    batch = receiving.open_batch(request.user, desk)
    if problems := take(request, batch):
        messages.error(request, "；".join(problems))
    return redirect("reports:import_batch", batch.pk)


def _why_nothing(request: SignedInRequest) -> str:
    if len(request.POST.get("pasted", "")) > LONGEST_PASTE:
        return "粘贴的内容过多，请只粘贴报告正文和表格，或改为上传文件"
    given = request.FILES.getlist("files") or request.POST.get("pasted", "").strip()
    return "" if given else NOTHING


def take(request: SignedInRequest, batch: Batch) -> list[str]:
    """Gives in all that a request brings; a sentence for each that was not taken."""
    problems = []
    for name, file in _brought(request):
        try:
            _give_in(batch, name, file)
        except (receiving.TooManyError, RefusedError) as refusal:
            problems.append(f"“{name}”没有收下：{refusal}")
    return problems


def _give_in(batch: Batch, name: str, file: BinaryIO) -> None:
    try:
        packed = bundle.is_bundle(name)
    except GateError as refusal:
        receiving.refuse(batch, name, str(refusal))
        return
    if packed and _size(file) <= _packed() * MEGABYTE:
        receiving.give_in_bundle(batch, name, file)
    elif packed:
        receiving.refuse(batch, name, f"压缩包超过{_packed()}MB，请分成几个压缩包再上传")
    else:
        # Of a file that is too large no more than shows that it is.
        receiving.give_in(batch, name, file.read(MOST_BYTES + 1))


def _packed() -> int:
    """So many megabytes an archive may have, within what a request may carry."""
    return min(MOST_PACKED, settings.UPLOAD_MAX_BYTES - MEGABYTE) // MEGABYTE


def _size(file: BinaryIO) -> int:
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return size


def _brought(request: SignedInRequest) -> list[tuple[str, BinaryIO]]:
    """Names and files; of a paste the page that the clipboard held, unless it is too long."""
    found = [(str(one.name), cast("BinaryIO", one.file)) for one in _files(request)]
    pasted = request.POST.get("pasted", "").strip()
    page = request.POST.get("page", "").strip()
    if pasted and 0 < len(page) <= LONGEST_PAGE:
        found.append((f"{PASTED}.html", io.BytesIO(page.encode("utf-8", "replace"))))
    elif pasted:
        kind = "html" if pasted.startswith("<") else "txt"
        found.append((f"{PASTED}.{kind}", io.BytesIO(pasted.encode("utf-8", "replace"))))
    return found


def _files(request: SignedInRequest) -> list[UploadedFile[bytes]]:
    files = request.FILES.getlist("files")
    for one in files:
        one.seek(0)
    return files


def _page(request: SignedInRequest, desks: list[receiving.Desk], status: int = 200) -> HttpResponse:
    batches = Batch.objects.visible_to(request.user).select_related("agency", "by")
    page = Paginator(batches, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "desks": desks,
        "chosen": request.POST.get("desk", desks[0].key),
        "accepted": ACCEPTED,
        "kinds": "、".join(KINDS),
        "megabytes": MOST_BYTES // MEGABYTE,
        "packed": _packed(),
        "most": receiving.MOST_FILES,
        "days": receiving.KEPT.days,
        "pasted": request.POST.get("pasted", ""),
        "page": page,
        "told": receiving.briefly(page),
    }
    return render(request, "reports/imports.html", context, status=status)
