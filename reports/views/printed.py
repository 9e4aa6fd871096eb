"""One part of the draft as it will be printed, for the page that shows it beside the typing."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from agencies.requests import SignedInRequest
from reports.rendering import html

from .drafts import own_draft


@login_required
@require_GET
def printed(request: SignedInRequest, pk: int, part: str) -> HttpResponse:
    """The part as a fragment of the paper; empty while it says nothing."""
    content = own_draft(request, pk).content
    if part not in content.format.prose_keys:
        raise Http404
    return JsonResponse({"html": html.part_of(content, part)})
