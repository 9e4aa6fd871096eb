"""成批下载 of a district, for 政务公开办: a year's reports in one zip, and how far it is."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from agencies import tree
from agencies.models import Agency
from agencies.requests import SignedInRequest
from agencies.roles import Role, agencies_where
from reports import bundling
from reports.models import Bundle, Duty, frozen

CHUNK = 1024 * 1024


@login_required
@require_http_methods(["GET", "POST"])
def bundles(request: SignedInRequest, slug: str) -> HttpResponse:
    """The form and the zips there are; a POST asks for one, or leads to the one being made."""
    agency = get_object_or_404(agencies_where(request.user, Role.OFFICE), slug=slug)
    years = _years(agency)
    if not years:
        raise Http404
    asked = request.POST.get("year") or request.GET.get("year", "")
    year = next((one for one in years if str(one) == asked), years[0])
    if request.method == "POST":
        only = request.POST.get("which") == "published"
        made = bundling.ask(agency, year, request.user, published_only=only)
        return redirect("reports:bundle", made.pk)
    found = list(Bundle.objects.filter(agency=agency).select_related("by"))
    context = {
        "agency": agency,
        "years": years,
        "year": year,
        "bundles": list(zip(found, bundling.progress_of_each(found), strict=True)),
        "days": bundling.KEPT.days,
    }
    return render(request, "reports/bundles.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def bundle(request: SignedInRequest, bundle: int) -> HttpResponse:
    """What is in the zip and what is missing; a POST has packed again what broke off."""
    found = _visible(request, bundle)
    if request.method == "POST":
        bundling.retry(found)
        return redirect("reports:bundle", found.pk)
    items = found.items.select_related("duty", "revision")
    context = {
        "bundle": found,
        "progress": bundling.progress_of(found),
        "items": items.defer(*frozen("revision")),
        "until": found.at + bundling.KEPT,
    }
    return render(request, "reports/bundle.html", context)


@login_required
@require_safe
def bundle_progress(request: SignedInRequest, bundle: int) -> HttpResponse:
    """How far it is, for the page that waits."""
    return JsonResponse(bundling.progress_of(_visible(request, bundle)).to_json())


@login_required
@require_safe
def bundle_file(request: SignedInRequest, bundle: int) -> HttpResponseBase:
    """The zip, passed on piece by piece; only if it is still what was packed."""
    found = _visible(request, bundle)
    if not found.finished_at:
        raise Http404
    if not _is_whole(found):
        return render(request, "reports/bundle_damaged.html", {"bundle": found}, status=500)
    which = "已发布" if found.published_only else "已签发"
    name = f"{found.agency}{found.year}年度报告（{which}）.zip"
    file: Any = default_storage.open(str(found.file.name))
    response = FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _is_whole(bundle: Bundle) -> bool:
    seen = hashlib.sha256()
    try:
        with default_storage.open(str(bundle.file.name)) as file:
            for chunk in file.chunks(CHUNK):
                seen.update(chunk)
    except OSError:
        return False
    return seen.hexdigest() == bundle.sha256


def _visible(request: SignedInRequest, pk: int) -> Bundle:
    found = Bundle.objects.visible_to(request.user).select_related("agency", "by")
    return get_object_or_404(found, pk=pk)


def _years(agency: Agency) -> list[int]:
    duties = Duty.objects.filter(agency__in=tree.subtree(agency)).order_by("-year")
    return list(duties.values_list("year", flat=True).distinct())
