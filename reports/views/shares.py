"""处室分工 of one report: what each division still owes, its 数据采集表, and what it sent back."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from agencies.requests import SignedInRequest
from reports import dividing, drafting
from reports.formats import collecting
from reports.importing import collection_sheet as reading
from reports.importing.gate import MOST_BYTES, GateError, UnreadableError
from reports.models import Report
from reports.rendering import collection_sheet as drawing
from reports.rendering.blank import blank_parts

from . import stored
from .acting_forms import ActForm
from .delivered import tell, tell_missing
from .drafts import own_draft, why_not_open

LONGEST_PASTE = 200_000


class DeliveryForm(ActForm):
    """A filled-in sheet, uploaded or pasted, and who supplied it by which 口径."""

    sheet = forms.FileField(label="填好的采集表（.xlsx）", required=False)
    pasted = forms.CharField(label="或粘贴采集表内容", required=False, widget=forms.Textarea)
    # Their length is told after sending: a browser that knows it cuts what is pasted, silently.
    provided_by = forms.CharField(label="提供人", required=False)
    basis = forms.CharField(label="口径说明", required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pasted"].widget.attrs["rows"] = 3
        for name in ("provided_by", "basis"):
            self.fields[name].help_text = "采集表里写明的不用再填；这里填的代替采集表首页所写的。"
        self.fields["sheet"].error_messages["empty"] = "文件是空的，请检查后重新上传"
        self.fields["pasted"].help_text = "在采集表中按Ctrl+A全选、Ctrl+C复制，再粘贴到这里。"


@login_required
@require_GET
def shares(request: SignedInRequest, pk: int) -> HttpResponse:
    """Every division with its part and what it still owes."""
    return _page(request, own_draft(request, pk))


@login_required
@require_GET
def sheet(request: SignedInRequest, pk: int, division: int, kind: str) -> HttpResponse:
    """The 数据采集表 of one division: xlsx to fill in, html to print."""
    report = own_draft(request, pk)
    asked = _sheet(report, _share(report, division))
    if kind == "xlsx":
        return _download(asked, drawing.draw(asked))
    if kind != "html":
        raise Http404
    context = {"sheet": asked, "report": report, "parts": blank_parts(report.content, asked.keys)}
    return render(request, "reports/sheet.html", context | {"legend": drawing.LEGEND})


@login_required
@require_POST
def deliver(request: SignedInRequest, pk: int, division: int) -> HttpResponse:
    """Takes a filled-in sheet in: its values wait to be confirmed on the filling page."""
    report = own_draft(request, pk)
    share = _share(report, division)
    form = DeliveryForm(request.POST, request.FILES, prefix=f"d{division}")
    try:
        filled = _filled(request, form, report, share)
        delivered = dividing.deliver(
            report.pk,
            request.user,
            share.division,
            filled.values,
            provided_by=form.cleaned_data["provided_by"] or filled.provided_by,
            basis=form.cleaned_data["basis"] or filled.basis,
            bases=filled.bases,
        )
    except (GateError, UnreadableError, dividing.TooLongError, drafting.NotOpenError) as refusal:
        messages.error(request, str(refusal))
        return _page(request, report, {division: form}, status=422)
    tell(request, report, filled, delivered)
    if form.cleaned_data["sheet"]:
        tell_missing(request, report, share, filled)
    return redirect("reports:shares", pk)


def _filled(
    request: SignedInRequest, form: DeliveryForm, report: Report, share: dividing.Share
) -> reading.Filled:
    """What the sheet holds. Raises GateError and UnreadableError."""
    if refusal := why_not_open(request.user, report):
        raise UnreadableError(refusal)
    if not form.is_valid():
        raise UnreadableError("；".join(str(one[0]) for one in form.errors.values()))
    upload, pasted = form.cleaned_data["sheet"], form.cleaned_data["pasted"]
    if not upload and not pasted:
        raise UnreadableError("请选择填好的采集表，或粘贴采集表内容")
    if not upload and len(pasted) > LONGEST_PASTE:
        raise UnreadableError("粘贴的内容过多，请只粘贴采集表，或改为上传采集表文件")
    if not upload:
        filled = reading.read_text(form.data[form.add_prefix("pasted")])
    elif upload.size > MOST_BYTES:
        raise GateError(f"文件超过{MOST_BYTES // 1024 // 1024}MB，请去掉图片等内容后再上传")
    else:
        filled = reading.read(upload.name, upload.read())
    _require_own(filled, report, share)
    return filled


def _require_own(filled: reading.Filled, report: Report, share: dividing.Share) -> None:
    code = _code(report, share)
    if filled.code and filled.code != code:
        raise UnreadableError(
            f"这份采集表的编号是“{filled.code}”，“{share.division}”这份报告的采集表编号是“{code}”，"
            "请检查是否选错了处室或年度"
        )
    if not any(filled.values.values()) and not filled.clashes and not filled.broken:
        raise UnreadableError(
            "采集表里没有读到填写的内容：可能没有填、选错了文件，或者删除了隐藏的行列。"
            "请重新下载采集表填写"
        )


def _page(
    request: SignedInRequest,
    report: Report,
    forms_: dict[int, DeliveryForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    given = forms_ or {}
    lines = [
        (share, given.get(share.division.pk) or DeliveryForm(prefix=f"d{share.division.pk}"))
        for share in dividing.shares(report)
    ]
    is_open = not why_not_open(request.user, report)
    context = {"report": report, "lines": lines, "is_open": is_open, "given": set(given)}
    return render(request, "reports/shares.html", context, status=status)


def _share(report: Report, division: int) -> dividing.Share:
    for share in dividing.shares(report):
        if share.division.pk == division:
            return share
    raise Http404


def _sheet(report: Report, share: dividing.Share) -> drawing.Sheet:
    due = timezone.localtime(report.duty.due_at - timedelta(seconds=1))  # its last day
    return drawing.Sheet(
        format=report.format,
        title=report.title,
        agency=report.duty.legal_name,
        division=share.division.name,
        code=_code(report, share),
        keys=share.keys,
        due=f"{due.year}年{due.month}月{due.day}日",
    )


def _code(report: Report, share: dividing.Share) -> str:
    duty = report.duty
    return collecting.form_code(duty.agency.slug, duty.year, duty.edition, share.division.pk)


def _download(asked: drawing.Sheet, data: bytes) -> HttpResponse:
    return stored.download(data, "xlsx", f"数据采集表（{asked.division}）.xlsx")
