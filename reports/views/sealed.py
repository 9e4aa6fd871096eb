"""盖章扫描件 of a report: what came back from the seal, and the form that brings it in."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from agencies.requests import SignedInRequest
from reports import sealing
from reports.importing import sealed as reading
from reports.importing.gate import GateError, UnreadableError
from reports.models import Report, SealedScan
from reports.workflow import RefusedError

from . import stored
from .access import concerns, readable, visible
from .acting_forms import ActForm


class SealedForm(ActForm):
    """The file and the 校验码 on the paper; why, where there is one already."""

    code = forms.CharField(
        label="校验码",
        max_length=20,
        help_text="照抄纸质件上印的校验码；纸上没有印的，与本页所列定稿核对一致后，抄录定稿的校验码。",
        widget=forms.TextInput({"autocomplete": "off", "placeholder": "如1A2B-3C4D"}),
    )
    scan = forms.FileField(
        label="盖章扫描件", widget=forms.FileInput({"accept": ".pdf,.jpg,.jpeg,.png"})
    )
    reason = forms.CharField(label="更换原因", max_length=200)

    def __init__(self, *args: object, again: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        most = reading.most_bytes() // 1024 // 1024
        self.fields["scan"].help_text = f"PDF、JPG或PNG文件，不超过{most}MB。多页的请合成一个PDF。"
        self.fields["scan"].error_messages |= {
            "required": "请选择盖章扫描件。",
            "empty": "文件是空的，请检查后重新上传。",
        }
        if not again:
            del self.fields["reason"]


@login_required
@require_http_methods(["GET", "POST"])
def sealed(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was brought in so far; a POST by the agency's staff brings the scan."""
    report = _handled(request, pk)
    if request.method == "GET":
        return _page(request, report)
    if not sealing.may_seal(report, request.user):
        raise PermissionDenied("只有本机关的填报人和审核人可以上传盖章扫描件，报告须已签发")
    again = sealing.standing(report.signed) is not None
    form = SealedForm(request.POST, request.FILES, again=again)
    try:
        if form.is_valid():
            _keep(request, report, form)
            messages.success(request, "盖章扫描件已保存。")
            return redirect("reports:sealed", pk)
    except (GateError, UnreadableError, RefusedError) as refusal:
        form.add_error(None, f"{str(refusal).rstrip('。')}。")
    return _page(request, report, form, status=422)


def _keep(request: SignedInRequest, report: Report, form: SealedForm) -> None:
    told, upload = form.cleaned_data, form.cleaned_data["scan"]
    data = upload.read(reading.most_bytes() + 1)
    extension, pages = reading.admit(data)
    scan = sealing.Scan(data, str(upload.name), extension, pages)
    sealing.keep(report, request.user, told["code"], scan, told.get("reason", ""))


@login_required
@require_safe
def sealed_file(request: SignedInRequest, pk: int, scan: int) -> HttpResponseBase:
    """One scan as a download."""
    report = _handled(request, pk)
    kept = get_object_or_404(_readable(request, report), pk=scan)
    data = stored.verified(kept.file, kept.sha256)
    if data is None:
        return render(request, "reports/damaged.html", {"report": report}, status=500)
    name = f"{report.title}（{kept.revision}盖章扫描件）.{kept.extension}"
    content_type = stored.SCANS.get(kept.extension, stored.ANYTHING)
    return stored.attachment(request, data, kept.sha256, name, content_type)


def _handled(request: SignedInRequest, pk: int) -> Report:
    """For those who handle the report, once a revision was signed here; 404 otherwise."""
    report = visible(request, pk)
    if not concerns(request.user, report):
        raise Http404
    if sealing.to_be_sealed(report) is None and not _readable(request, report).exists():
        raise Http404
    return report


def _readable(request: SignedInRequest, report: Report) -> QuerySet[SealedScan]:
    return SealedScan.objects.filter(revision__in=readable(request.user, report)).in_list()


def _page(
    request: SignedInRequest, report: Report, form: SealedForm | None = None, status: int = 200
) -> HttpResponse:
    revision = sealing.to_be_sealed(report)
    standing = sealing.standing(revision)
    scans = _readable(request, report).order_by("-pk")
    context = {
        "report": report,
        "revision": revision,
        "standing": standing,
        "earlier": [one for one in scans if one != standing],
        "is_open": sealing.may_seal(report, request.user),
        "form": form or SealedForm(again=standing is not None),
    }
    return render(request, "reports/sealed.html", context, status=status)
