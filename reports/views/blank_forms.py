"""填报模板 to download: the blank form of each edition, and of the reports one fills in."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.requests import SignedInRequest
from agencies.roles import Role, agencies_where
from reports.formats import FORMATS, NoFormatError, edition
from reports.models import Report, State
from reports.rendering.blank_form import KINDS, BlankForm

from . import stored
from .access import visible


@login_required
@require_safe
def blank_forms(request: SignedInRequest) -> HttpResponse:
    """Where they are found: first those of the drafts that wait for the person."""
    theirs = agencies_where(request.user, Role.REPORTER)
    drafts = Report.objects.visible_to(request.user).in_list().filter(state=State.DRAFT)
    context = {
        "drafts": drafts.filter(duty__agency__in=theirs).order_by("-duty__year"),
        "formats": sorted(FORMATS.values(), key=lambda fmt: -fmt.first_year),
        "kinds": KINDS.items(),
    }
    return render(request, "reports/blank_forms.html", context)


@login_required
@require_safe
def blank_form(request: SignedInRequest, name: str, kind: str) -> HttpResponse:
    """The blank form of an edition."""
    try:
        return _download(BlankForm(edition(name)), kind)
    except NoFormatError as error:
        raise Http404 from error


@login_required
@require_safe
def report_form(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    """The blank form for a report, with its title."""
    report = visible(request, pk)
    duty = report.duty
    return _download(BlankForm(report.format, duty.legal_name, duty.year), kind)


def _download(form: BlankForm, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    return stored.download(form.draw(kind), kind, form.name(kind))
