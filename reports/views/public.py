"""What anybody may read without signing in: the published reports of districts that open them."""

from __future__ import annotations

import hashlib

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Min, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports import opendata
from reports.formats import FORMATS
from reports.models import Publication, Report, Revision
from reports.models.document import DATA
from reports.rendering import documents, html

from . import stored

A_PAGE = 50


@login_not_required
@require_safe
def open_index(request: HttpRequest) -> HttpResponse:
    """One year's published reports, the newest year unless another is asked for."""
    public = Report.objects.public().order_by("-duty__year")
    years = list(public.values_list("duty__year", flat=True).distinct())
    asked = request.GET.get("year", "")
    is_year = asked.isascii() and asked.isdigit() and len(asked) == 4
    year = int(asked) if is_year else next(iter(years), None)
    query = request.GET.get("q", "").strip()[:60]
    page = Paginator(_public_now(year, query), A_PAGE).get_page(request.GET.get("page"))
    context = {"years": years, "year": year, "query": query, "page": page}
    return render(request, "open/index.html", context)


def _public_now(year: int | None, query: str) -> QuerySet[Publication]:
    """The standing publications of the year, in the order of the tree, and when each was first."""
    named = Q(report__duty__legal_name__icontains=query)
    short = Q(report__duty__agency__short_name__icontains=query)
    found = Publication.objects.filter(
        named | short,
        ended_at=None,
        report__in=Report.objects.public(),
        report__duty__year=year or 0,
    )
    found = found.annotate(first_at=Min("report__publications__published_at"))
    found = found.select_related("report__duty__agency", "revision")
    return found.prefetch_related("revision__documents").order_by("report__duty__agency__path")


@login_not_required
@require_safe
def open_report(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """One published report; what was taken down leaves the reason in its place."""
    publication = _standing(slug, year)
    if publication is None:
        return _tombstone(request, slug, year)
    content = publication.revision.content
    context = {
        "publication": publication,
        "first_at": publication.report.first_published_at,
        "title": content.title,
        "edition": content.format.edition,
        "codebooks": [(kind, kind.upper()) for kind in opendata.KINDS],
        "body": html.body(content, signature=documents.signature(publication.revision)),
        "documents": publication.revision.documents.public().order_by("kind"),
        "corrections": publication.report.publications.exclude(correction=""),
    }
    return render(request, "open/report.html", context)


@login_not_required
@require_safe
def open_file(request: HttpRequest, slug: str, year: int, kind: str) -> HttpResponseBase:
    """One file of the published report, as it was drawn when it was approved."""
    publication = _standing(slug, year)
    if publication is None:
        return _tombstone(request, slug, year)
    document = publication.revision.documents.public().filter(kind=kind).first()
    if document is not None:
        return stored.hand_out(request, document, is_public=True)
    if kind in DATA:
        return _anew(request, publication.revision, kind)
    raise Http404


@login_not_required
@require_safe
def open_codebook(request: HttpRequest, name: str, kind: str) -> HttpResponseBase:
    """What each figure of the published data of an edition means; the form is no secret."""
    fmt = FORMATS.get(name)
    if fmt is None or kind not in opendata.KINDS:
        raise Http404
    data = opendata.codebook(fmt, kind)
    digest, called = hashlib.sha256(data).hexdigest(), opendata.filename(fmt, kind)
    return stored.attachment(request, data, digest, called, stored.TYPES[kind], is_public=True)


def _anew(request: HttpRequest, revision: Revision, kind: str) -> HttpResponseBase:
    """What was not kept: of reports from elsewhere, or published before such files were drawn."""
    data = documents.drawn_anew(revision, kind)
    digest, name = hashlib.sha256(data).hexdigest(), documents.filename(revision.content, kind)
    return stored.attachment(request, data, digest, name, stored.TYPES[kind], is_public=True)


def _standing(slug: str, year: int) -> Publication | None:
    """What the public reads of that agency's year now."""
    report = Report.objects.public().filter(duty__agency__slug=slug, duty__year=year).first()
    if report is None:
        return None
    standing = report.publications.filter(ended_at=None)
    return standing.select_related("report__duty", "revision").first()


def _tombstone(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """410 with the reason where a report was taken down; 404 where none was ever public."""
    ended = Publication.objects.filter(
        report__duty__agency__slug=slug,
        report__duty__year=year,
        report__duty__campaign__is_public=True,
    )
    last = ended.select_related("report__duty").order_by("-published_at").first()
    if last is None or not last.taken_down:
        raise Http404
    context = {"publication": last, "title": last.report.title}
    return render(request, "open/gone.html", context, status=410)
