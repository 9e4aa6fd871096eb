"""What the text being written says of the figures: asked by the filling page as one types."""

from __future__ import annotations

import json

from django.contrib.auth.decorators import login_required
from django.views.decorators.http import require_POST

from agencies.requests import SignedInRequest
from reports import drafting
from reports.drafting.merging import LONGEST_PROSE

from .drafts import own_draft, why_not_open
from .saving import Answer, answers


@login_required
@require_POST
@answers
def said(request: SignedInRequest, pk: int) -> Answer:
    """{texts: {part: text}} → {said: {part: [claim]}, totals}; nothing is saved by it."""
    report = own_draft(request, pk)
    match json.loads(request.body):
        case {"texts": dict(texts)}:
            _require_texts(texts, report.format.prose_keys)
        case _:
            raise ValueError("said")
    if refusal := why_not_open(request.user, report):
        raise drafting.NotOpenError(refusal)
    return drafting.said(report, texts)


def _require_texts(texts: dict[str, object], parts: tuple[str, ...]) -> None:
    for part, text in texts.items():
        if part not in parts or not isinstance(text, str) or len(text) > LONGEST_PROSE:
            raise ValueError("said")
