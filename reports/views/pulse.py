"""What an open filling page asks every few seconds: who else fills it in, and what they changed.

Only the 填报人 of the draft ask and are told of; it never lengthens anybody's session, because the
page sends it in the background (agencies/middleware.py).
"""

from __future__ import annotations

import json

from django.contrib.auth.decorators import login_required
from django.views.decorators.http import require_POST

from agencies.requests import SignedInRequest
from reports import commenting, drafting
from reports.drafting import presence
from reports.forms import boxes
from reports.models import Report

from .drafts import own_draft, why_not_open
from .saving import LONGEST_CLIENT, Answer, answers


@login_required
@require_POST
@answers
def pulse(request: SignedInRequest, pk: int) -> Answer:
    """{client, place, version} → who else is here, the last comment's number, and all values
    where the page's are older; with {mark}, as it was last told, also what waits and is locked
    where that has changed.

    {client, gone: true} is what a page says when it closes.
    """
    report = own_draft(request, pk)
    match sent := json.loads(request.body):
        case {"client": str(client), "gone": True}:
            presence.leave(report, request.user, client)
            return {}
        case {"client": str(client), "place": str(place), "version": int(version)}:
            _require_name(client)
        case _:
            raise ValueError("pulse")
    if refusal := why_not_open(request.user, report):
        raise drafting.NotOpenError(refusal)
    values = boxes(report.content)
    presence.note(report, request.user, client, place if place in values else "")
    told = {"version": report.version, "others": presence.others(report, request.user)}
    told |= {"comments": commenting.last_said(report), "mark": drafting.mark(report)}
    if version < report.version:
        told |= _news(report, values)
    elif sent.get("mark", told["mark"]) != told["mark"]:
        told["prefills"] = drafting.prefilled(report)
    return told


def _require_name(client: str) -> None:
    if not 0 < len(client) <= LONGEST_CLIENT or not client.isprintable():
        raise ValueError("client")


def _news(report: Report, values: dict[str, str]) -> Answer:
    """What `values` tells, for a page that has not seen it."""
    findings = [one.to_json() for one in drafting.judged(report)]
    return {"values": values, "findings": findings, "prefills": drafting.prefilled(report)}
