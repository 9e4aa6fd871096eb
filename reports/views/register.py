"""台账计数: a register of applications goes in, its counts wait on the filling page."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_http_methods

from agencies.requests import SignedInRequest
from reports import drafting, registering
from reports.formats.register import SECTION
from reports.importing import register as reading
from reports.importing.gate import MOST_BYTES, GateError, UnreadableError
from reports.models import Register, Report
from reports.rendering import html, register_sheet

from . import stored
from .acting_forms import ActForm
from .counted import all_cases, figures_of
from .drafts import own_draft, why_not_open
from .past import of_staff
from .register_told import tell

LISTED = 2000
"""So many rows that were not counted are shown one by one."""


class RegisterForm(ActForm):
    """The file, and whether it is to be asked once more how it is read."""

    register = forms.FileField(
        label="台账（.xlsx或.csv）", widget=forms.FileInput({"accept": ".xlsx,.csv"})
    )
    ask = forms.BooleanField(label="重新核对列和选项的对应关系", required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["register"].error_messages["required"] = "请选择台账文件。"
        self.fields["register"].error_messages["empty"] = "文件是空的，请检查后重新上传。"


@login_required
@require_http_methods(["GET", "POST"])
def register(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was counted last; a POST takes in a register."""
    if request.method == "GET":
        return _page(request, of_staff(request, pk), RegisterForm())
    report = own_draft(request, pk)
    if refusal := why_not_open(request.user, report):
        messages.error(request, refusal)
        return _page(request, report, RegisterForm(), status=409)
    form = RegisterForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, report, form, status=422)
    try:
        return _taken(request, report, form)
    except (GateError, UnreadableError, drafting.RefusedError) as error:
        form.add_error("register", f"{error}。")
        return _page(request, report, form, status=422)


def _taken(request: SignedInRequest, report: Report, form: RegisterForm) -> HttpResponse:
    """Counted at once where it is known how the register is read, else asked.

    Raises GateError, UnreadableError and drafting.RefusedError.
    """
    upload = form.cleaned_data["register"]
    if upload.size > MOST_BYTES:
        raise GateError(f"文件超过{MOST_BYTES // 1024 // 1024}MB，请只保留本年度的申请后再上传")
    sifted = reading.read(upload.name, upload.read())
    kept = registering.keep(report.pk, request.user, sifted)
    mapped = registering.mapped(kept)
    if form.cleaned_data["ask"] or not mapped.is_settled:
        return redirect("reports:register_mapping", report.pk)
    landed = registering.land(kept.pk, request.user, mapped.columns, mapped.meanings)
    tell(request, report, landed)
    return redirect("reports:register", report.pk)


@login_required
@require_GET
def template(request: SignedInRequest, pk: int) -> HttpResponse:
    """登记表模板, empty, in the edition of the report."""
    report = of_staff(request, pk)
    return stored.download(register_sheet.draw(report.format), "xlsx", "依申请公开登记表.xlsx")


@login_required
@require_GET
def cases(request: SignedInRequest, pk: int, key: str) -> HttpResponse:
    """The numbers of the cases that one figure counts."""
    report = of_staff(request, pk)
    found = registering.counted_for(report)
    cell = report.format.cells.get(key)
    if found is None or cell is None or cell.section != SECTION:
        raise Http404
    listed = all_cases(report.format, found.cells, key)
    context = {"report": report, "cell": cell, "cases": listed, "register": found}
    return render(request, "reports/register/cases.html", context)


def _page(
    request: SignedInRequest, report: Report, form: RegisterForm, status: int = 200
) -> HttpResponse:
    counted = registering.counted_for(report)
    refusal = why_not_open(request.user, report)
    is_open = not refusal
    context = {
        "report": report,
        "form": form,
        "is_open": is_open,
        "refusal": refusal,
        "waits": registering.open_for(report) if is_open else None,
        "register": counted,
        **(_told(report, counted) if counted else {}),
    }
    return render(request, "reports/register.html", context, status=status)


def _told(report: Report, counted: Register) -> dict[str, Any]:
    """The table with a link in each figure, and the rows that are not in it."""
    figures = figures_of(report.format, counted.cells)
    content = replace(report.content, figures={**report.content.figures, **figures})
    inside = {key: _link(report, key, int(value)) for key, value in figures.items() if value}
    elsewhere = sorted((one["why"], one["case"]) for one in counted.outside if one["elsewhere"])
    grouped = groupby(elsewhere, key=lambda one: one[0])
    return {
        "table": html.part_of(content, str(SECTION), inside),
        "doubtful": counted.doubtful[:LISTED],
        "more": max(len(counted.doubtful) - LISTED, 0),
        "elsewhere": [(why, [case for _, case in rows]) for why, rows in grouped],
    }


def _link(report: Report, key: str, value: int) -> SafeString:
    label = report.format.cells[key].label
    url = reverse("reports:register_cases", args=[report.pk, key])
    words = f"{label}：{value}件，查看编号"
    return format_html('<a href="{}" aria-label="{}">{}</a>', url, words, value)
