"""雷同比对 of a district, for 政务公开办 alone: the most alike reports of a year, drafts too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from agencies.models import Agency
from agencies.requests import SignedInRequest
from agencies.roles import Role, agencies_where
from reports import alike
from reports.models import Comparison, Report

from .likeness import Beside


@dataclass(frozen=True)
class Row:
    """Two reports, and the percentage of a section that they have in common."""

    first: Report
    second: Report
    percent: int


@login_required
@require_http_methods(["GET", "POST"])
def pairs(request: SignedInRequest, slug: str) -> HttpResponse:
    """The pairs last found for `?year=`; a POST has them looked for again."""
    agency = _district(request, slug)
    years = _years(agency)
    if not years:
        raise Http404
    asked = request.GET.get("year", "")
    year = next((one for one in years if str(one) == asked), years[0])
    if request.method == "POST":
        alike.ask(agency, year)
        return redirect(f"{reverse('reports:alike', args=[slug])}?year={year}")
    standing = alike.standing(agency, year)
    context = {
        "agency": agency,
        "year": year,
        "years": years,
        "standing": standing,
        "rows": list(_rows(agency, standing.last)) if standing.last else [],
    }
    return render(request, "reports/alike.html", context)


@login_required
@require_safe
def pair(request: SignedInRequest, slug: str, pk: int, other: int) -> HttpResponse:
    """The sentences that two reports of one year have in common, and nothing else of them."""
    agency = _district(request, slug)
    reports = _below(agency)
    first, second = (get_object_or_404(reports, pk=one) for one in (pk, other))
    if first == second or first.duty.year != second.duty.year:
        raise Http404
    fmt = first.format
    sections = [
        Beside(fmt.section(int(found.key)).heading, found) for found in alike.between(first, second)
    ]
    context = {"agency": agency, "first": first, "second": second, "sections": sections}
    return render(request, "reports/alike_pair.html", context)


def _district(request: SignedInRequest, slug: str) -> Agency:
    """The agency, for its 政务公开办; for everybody else the page is not there."""
    return get_object_or_404(agencies_where(request.user, Role.OFFICE), slug=slug)


def _years(agency: Agency) -> list[int]:
    within = Agency.objects.within(agency.path)
    found = Report.objects.filter(duty__agency__in=within).order_by("-duty__year")
    return list(found.values_list("duty__year", flat=True).distinct())


def _rows(agency: Agency, last: Comparison) -> Iterator[Row]:
    known = _reports(agency, [pk for first, second, _ in last.pairs for pk in (first, second)])
    for first, second, percent in last.pairs:
        if first in known and second in known:
            yield Row(known[first], known[second], percent)


def _reports(agency: Agency, ids: list[int]) -> dict[int, Report]:
    """Those of the ids that stand below the agency now."""
    return {one.pk: one for one in _below(agency).filter(pk__in=ids)}


def _below(agency: Agency) -> QuerySet[Report]:
    """All reports of the agency's subtree."""
    within = Agency.objects.within(agency.path)
    return Report.objects.filter(duty__agency__in=within).select_related("duty")
