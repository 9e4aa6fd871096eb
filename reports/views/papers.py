"""送签材料 of a draft or of a revision: each paper and all in one, to read, print or take away."""

from __future__ import annotations

import io
import zipfile

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from agencies.requests import SignedInRequest
from reports.models.document import PAPERS
from reports.rendering import documents, pack
from reports.rendering.marks import Marks

from . import stored
from .access import Reading, concerns, readable, reading, visible
from .numbers import whole_number
from .packing import sheet, sheets
from .previewing import marked, one_at_a_time

ALL = "pack"
"""The kind that stands for all papers in an address."""


@login_required
@require_safe
def paper(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    """The paper as a page that prints well."""
    shown = _shown(request, pk)
    asked, marks = _asked(request, shown, kind), shown.marks()
    context = {
        "report": shown.report,
        "revision": shown.revision,
        "kind": kind,
        "name": _name(kind),
        "number": f"?number={shown.revision.number}" if shown.revision else "",
        "marks": marks.line,
        "body": pack.body(asked, marks),
    }
    return render(request, "reports/paper.html", context)


@login_required
@require_safe
def paper_pdf(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    """The same as PDF, drawn at once and kept nowhere."""
    shown = _shown(request, pk)
    asked = _asked(request, shown, kind)
    return _drawn(request, shown, f"{_name(kind)}（{_copy(shown)}）.pdf", asked)


@login_required
@require_safe
def pack_zip(request: SignedInRequest, pk: int) -> HttpResponse:
    """All papers in one PDF, beside the report's own .docx and PDF."""
    shown = _shown(request, pk)
    asked = sheets(request.user, shown)
    return _drawn(request, shown, f"{pack.PACK}（{_copy(shown)}）.zip", asked)


def _drawn(
    request: SignedInRequest, shown: Reading, name: str, asked: list[pack.Sheet]
) -> HttpResponse:
    """The papers as a download; one at a time in a web process, like previews."""
    kind = name.rpartition(".")[2]

    def draw() -> HttpResponse:
        marks = shown.marks()
        data = pack.draw(asked, marks)
        if kind == "zip":
            data = _zipped(shown, marks, name, data)
        return stored.download(data, kind, name)

    return one_at_a_time(request, shown, draw)


def _zipped(shown: Reading, marks: Marks, name: str, papers: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name.replace(".zip", ".pdf"), papers)
        for kind in PAPERS:
            package.writestr(f"{_copy(shown)}.{kind}", _report(shown, marks, kind))
    return out.getvalue()


def _report(shown: Reading, marks: Marks, kind: str) -> bytes:
    """The report itself: of a signed revision the very file that is kept, else one with marks."""
    revision = shown.revision
    if revision is None or marks.draft:
        return marked(shown, kind, marks)
    kept = revision.documents.filter(kind=kind).first()
    data_kept = stored.verified(kept.file, kept.sha256) if kept else None
    return data_kept or documents.drawn_anew(revision, kind)


def _name(kind: str) -> str:
    return pack.PACK if kind == ALL else pack.NAMES[kind]


def _copy(shown: Reading) -> str:
    """Which report it is and which copy of it, fit for the name of a file."""
    title = documents.filename(shown.content, "").rstrip(".")
    return f"{title}第{shown.number}稿"


def _asked(request: SignedInRequest, shown: Reading, kind: str) -> list[pack.Sheet]:
    if kind == ALL:
        return sheets(request.user, shown)
    if kind not in pack.NAMES:
        raise Http404
    return [sheet(request.user, shown, kind)]


def _shown(request: SignedInRequest, pk: int) -> Reading:
    """What lies before the person, or revision `?number=`; for those who handle the report."""
    report = visible(request, pk)
    if not concerns(request.user, report):
        raise Http404
    now, asked = reading(request.user, report), request.GET.get("number")
    if not asked:
        return now
    frozen = get_object_or_404(readable(request.user, report), number=whole_number(asked))
    return Reading(report, frozen, frozen.content, now.of_staff)
