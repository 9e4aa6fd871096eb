"""校验情况表 and 情况说明表 of a draft or of a revision: to read, print, or take along as PDF."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from agencies.requests import SignedInRequest
from reports import drafting
from reports.rendering import pack
from reports.rendering.pdf import PdfUnavailableError

from . import stored
from .access import Reading, concerns, readable, reading, visible
from .found import told
from .previewing import drawing, sorry


@login_required
@require_safe
def paper(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    """The paper as a page that prints well."""
    shown = _shown(request, pk)
    sheet, marks = _sheet(shown, kind), shown.marks()
    context = {
        "report": shown.report,
        "revision": shown.revision,
        "sheet": sheet,
        "marks": marks.line,
        "body": pack.body(sheet, marks),
    }
    return render(request, "reports/paper.html", context)


@login_required
@require_safe
def paper_pdf(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    """The same as PDF, drawn at once and kept nowhere."""
    shown = _shown(request, pk)
    sheet = _sheet(shown, kind)
    if not drawing.acquire(blocking=False):
        return sorry(request, shown, busy=True)
    try:
        data = pack.draw(sheet, shown.marks())
    except PdfUnavailableError as lacking:
        return sorry(request, shown, str(lacking))
    finally:
        drawing.release()
    response = HttpResponse(data, content_type=stored.TYPES["pdf"])
    name = f"{sheet.name}（{shown.content.title}第{shown.number}稿）.pdf"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def _shown(request: SignedInRequest, pk: int) -> Reading:
    """What lies before the person, or revision `?number=`; for those who handle the report."""
    report = visible(request, pk)
    if not concerns(request.user, report):
        raise Http404
    now, number = reading(request.user, report), request.GET.get("number", "")
    if not number:
        return now
    if not (number.isascii() and number.isdigit() and len(number) < 6):
        raise Http404
    frozen = get_object_or_404(readable(request.user, report), number=int(number))
    return Reading(report, frozen, frozen.content, now.of_staff)


def _sheet(shown: Reading, kind: str) -> pack.Sheet:
    if kind not in pack.NAMES:
        raise Http404
    sent = shown.revision.submission if shown.revision else None
    if sent is None:
        checked, contact = drafting.asked(shown.report), shown.report.contact_name
    else:
        checked, contact = sent.get("checked", {}), sent.get("contact_name", "")
    return pack.Sheet(kind, shown.content, told(shown), checked, contact)
