"""发布登记与网页核对: where the portal published a report, and what its page says otherwise."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from agencies.requests import SignedInRequest
from reports import portal as comparing
from reports import posting, workflow
from reports.importing import page as reading
from reports.importing.gate import MOST_BYTES, GateError, UnreadableError
from reports.models import PortalCheck, Publication, Report

from .access import concerns, visible
from .portal_forms import CheckForm, RecordForm, record_form_after
from .shares import LONGEST_PASTE


@login_required
@require_safe
def portal(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is recorded, what the last check found, and the forms for more of both."""
    return _page(request, *_published(request, pk))


@login_required
@require_POST
def record(request: SignedInRequest, pk: int) -> HttpResponse:
    """Writes down where and when the portal published it."""
    report, publication = _own(request, pk)
    form = RecordForm(request.POST, again=publication.portal_records.exists())
    if form.is_valid():
        try:
            posting.record(report, request.user, **form.cleaned_data)
        except workflow.RefusedError as refusal:
            form.add_error(None, f"{refusal}。")
        else:
            messages.success(request, "发布登记已保存。")
            return redirect("reports:portal", pk)
    return _page(request, report, publication, record_form=form, status=422)


@login_required
@require_POST
def check(request: SignedInRequest, pk: int) -> HttpResponse:
    """Holds a page against the signed report, and keeps what differs."""
    report, publication = _own(request, pk)
    form = CheckForm(request.POST, request.FILES)
    try:
        kept = _checked(request, report, publication, form)
    except (GateError, UnreadableError, workflow.RefusedError) as refusal:
        form.add_error(None, f"{str(refusal).rstrip('。')}。")
        return _page(request, report, publication, check_form=form, status=422)
    messages.success(request, f"已核对：{kept.words}。")
    return redirect("reports:portal_checked", pk, kept.pk)


def _checked(
    request: SignedInRequest, report: Report, publication: Publication, form: CheckForm
) -> PortalCheck:
    if not form.is_valid():
        raise UnreadableError("；".join(str(one[0]) for one in form.errors.values()))
    upload, pasted = form.cleaned_data["page"], form.cleaned_data["pasted"]
    if not upload and not pasted:
        raise UnreadableError("请选择另存的网页，或粘贴网页内容")
    if upload and upload.size > MOST_BYTES:
        raise GateError(f"文件超过{MOST_BYTES // 1024 // 1024}MB，请另存为“网页，仅HTML”后再上传")
    if not upload and len(pasted) > LONGEST_PASTE:
        raise UnreadableError("粘贴的内容过多，请只粘贴报告，或改为上传另存的网页")
    content = publication.revision.content
    data = upload.read() if upload else pasted.encode()
    about = (content.format.edition, content.year)
    if upload:
        said = reading.read(upload.name, data, *about)
    else:
        said = reading.read_text(form.data["pasted"], *about)
    compared = comparing.compare(content, said)
    digest, name = hashlib.sha256(data).hexdigest(), upload.name if upload else ""
    return posting.keep_check(report, request.user, publication, digest, compared, name)


@login_required
@require_safe
def checked(request: SignedInRequest, pk: int, check: int) -> HttpResponse:
    """One check with all that it found, to be printed."""
    report, _ = _published(request, pk)
    kept = get_object_or_404(PortalCheck, pk=check, publication__report=report)
    found = [comparing.Mismatch.from_json(one) for one in kept.found]
    groups = [(kind.value, [one for one in found if one.kind == kind]) for kind in comparing.Kind]
    context = {
        "report": report,
        "check": kept,
        "revision": kept.publication.revision,
        "record": kept.publication.portal_records.last(),
        "groups": dict(groups),
    }
    return render(request, "reports/portal/checked.html", context)


def _published(request: SignedInRequest, pk: int) -> tuple[Report, Publication]:
    """For those who handle the report, once it was published; 404 otherwise."""
    report = visible(request, pk)
    publication = posting.last_published(report)
    if publication is None or not concerns(request.user, report):
        raise Http404
    return report, publication


def _own(request: SignedInRequest, pk: int) -> tuple[Report, Publication]:
    """The same for the agency's staff, while it is published; 403 otherwise."""
    report, publication = _published(request, pk)
    if not posting.may_post(report, request.user):
        raise PermissionDenied("只有本机关的填报人和审核人可以登记和核对，报告须在发布状态")
    return report, publication


def _page(
    request: SignedInRequest,
    report: Report,
    publication: Publication,
    record_form: RecordForm | None = None,
    check_form: CheckForm | None = None,
    status: int = 200,
) -> HttpResponse:
    records = list(publication.portal_records.select_related("by").reverse())
    context = {
        "report": report,
        "publication": publication,
        "is_open": posting.may_post(report, request.user),
        "records": records,
        "checks": publication.portal_checks.select_related("by").reverse(),
        "record_form": record_form or record_form_after(records[0] if records else None),
        "check_form": check_form or CheckForm(),
    }
    return render(request, "reports/portal.html", context, status=status)
