"""A revision as the agency's own web site can take it over: to be copied into the site's editor."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from agencies.requests import SignedInRequest
from reports.rendering import documents, fragment, html

from .access import concerns, readable, visible


@login_required
@require_safe
def web(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """The fragment as source, with a button that copies it; for those who handle the report."""
    report = visible(request, pk)
    if not concerns(request.user, report):
        raise Http404
    frozen = get_object_or_404(readable(request.user, report), number=number)
    is_signed = frozen.pk == report.signed_id
    signature = documents.signature(frozen) if is_signed else None
    context = {
        "report": report,
        "revision": frozen,
        "is_signed": is_signed,
        "body": html.body(frozen.content, signature=signature),
        "source": fragment.draw(frozen.content, signature),
    }
    return render(request, "reports/web.html", context)
