"""What a person does with one file that was read: place, mend, archive, offer, drop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from agencies.requests import SignedInRequest
from reports import drafting, receiving
from reports.models import Upload
from reports.workflow import RefusedError

from .import_forms import ArchiveForm, PlaceForm
from .numbers import whole_number

_MOST_TOLD = 5


@dataclass
class NotDoneError(Exception):
    """An act that was not done: why, and what was typed, for the page to show again."""

    message: str = ""
    forms: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    status: int = 409


Act = Callable[[SignedInRequest, Upload], HttpResponse]


def _place(request: SignedInRequest, upload: Upload) -> HttpResponse:
    form = PlaceForm(receiving.reach(upload.batch), request.POST)
    if not form.is_valid():
        raise NotDoneError(forms={"place": form}, status=422)
    try:
        agency, year = form.cleaned_data["agency"], form.cleaned_data["year"]
        receiving.place(upload, request.user, agency, year)
        edition = form.cleaned_data["edition"]
        if edition and edition != upload.reading["edition"]:
            receiving.read_again(upload.pk, edition)
            messages.success(request, f"正在按{edition}版表样重新读取。")
            return _again(upload)
    except RefusedError as refusal:
        raise NotDoneError(str(refusal), {"place": form}) from refusal
    messages.success(request, "机关和报告年度已保存。")
    return _again(upload)


def _mend(request: SignedInRequest, upload: Upload) -> HttpResponse:
    given = _typed(request, receiving.beside(upload))
    try:
        count = receiving.mend(upload, given)
    except RefusedError as refusal:
        raise NotDoneError(str(refusal), typed=given, status=422) from refusal
    said = f"已保存，{count}格与系统读出的不同。" if count else "已保存，与系统读出的相同。"
    messages.success(request, said)
    return _again(upload)


def _typed(request: SignedInRequest, shown: receiving.Beside) -> dict[str, str]:
    """What stands in the fields; 0 in the blank ones of a doubt whose marks are said to mean it."""
    given, zero = dict[str, str](), set(request.POST.getlist("zero"))
    for one in shown.doubts:
        means_zero = one.doubt.may_be_zero and one.doubt.cells[0] in zero
        for mend in one.mends:
            if mend.cell in request.POST:
                typed = request.POST[mend.cell]
                blank = means_zero and mend.cell in one.doubt.cells and not typed.strip()
                given[mend.cell] = "0" if blank else typed
    return given


def _archive(request: SignedInRequest, upload: Upload) -> HttpResponse:
    form = ArchiveForm(receiving.standing(upload, request.user), request.POST)
    if not form.is_valid():
        raise NotDoneError(forms={"archive": form}, status=422)
    try:
        taken = receiving.archive(
            upload.pk,
            request.user,
            published_on=form.cleaned_data["published_on"],
            address=form.cleaned_data["address"],
            legal_name=form.cleaned_data.get("legal_name", ""),
            consent=form.cleaned_data.get("consent", False),
            version=_version(request),
        )
    except RefusedError as refusal:
        raise NotDoneError(str(refusal), {"archive": form}) from refusal
    messages.success(request, f"已归档：{taken.title}。")
    return redirect("reports:read", taken.pk)


def _version(request: SignedInRequest) -> int:
    """The version of the draft that stood on the page."""
    return whole_number(request.POST.get("version")) or 0


def _offer(request: SignedInRequest, upload: Upload) -> HttpResponse:
    try:
        report, told = receiving.offer(upload.pk, request.user)
    except RefusedError as refusal:
        raise NotDoneError(str(refusal)) from refusal
    _tell(request, told)
    return redirect("reports:edit", report.pk)


def _tell(request: SignedInRequest, told: drafting.Offered) -> None:
    same = f"，{len(told.same)}项与草稿相同" if told.same else ""
    messages.success(request, f"{len(told.waiting)}项已列为待确认{same}，确认后才进入报告。")
    if told.refused:
        shown = "；".join(list(told.refused.values())[:_MOST_TOLD])
        more = "等" if len(told.refused) > _MOST_TOLD else ""
        messages.warning(request, f"{len(told.refused)}项没有列入：{shown}{more}。")


def _drop(request: SignedInRequest, upload: Upload) -> HttpResponse:
    if not receiving.drop(upload.pk, request.user):
        raise NotDoneError("这份文件已经办理过，请刷新页面查看")
    messages.success(request, f"已放弃“{upload.name}”，文件已删除。")
    return redirect("reports:import_batch", upload.batch_id)


def _again(upload: Upload) -> HttpResponse:
    return redirect("reports:import_one", upload.batch_id, upload.number)


ACTS: dict[str, Act] = {
    "place": _place,
    "mend": _mend,
    "archive": _archive,
    "offer": _offer,
    "drop": _drop,
}
