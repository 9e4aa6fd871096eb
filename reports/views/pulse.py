"""What an open filling page asks every few seconds: who else fills it in, and what they changed.

Only the 填报人 of the draft ask and are told of; it never lengthens anybody's session, because the
page sends it in the background (agencies/middleware.py).
"""

from __future__ import annotations

import json

from django.contrib.auth.decorators import login_required
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from agencies.models import User
from agencies.requests import SignedInRequest
from reports import commenting, drafting
from reports.drafting import presence
from reports.forms import boxes
from reports.models import Report

from .drafts import own_draft, why_not_open
from .prefills import beside
from .saving import LONGEST_CLIENT, Answer, answers


@login_required
@require_POST
@answers
def pulse(request: SignedInRequest, pk: int) -> Answer:
    """{client, place, version} → who else is here, the last comment's number, and all values
    where the page's are older; with {mark} and {last_mark}, as they were last told, also what waits
    and is locked, and last year's values, where those have changed.

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
    told["last_mark"] = drafting.past_mark(report)
    if sent.get("last_mark", told["last_mark"]) != told["last_mark"]:
        told |= _last_year(report, request.user)
    if version < report.version:
        told |= _news(report, values)
    elif "last" not in told and sent.get("mark", told["mark"]) != told["mark"]:
        told["prefills"] = drafting.prefilled(report)
    return told


def _require_name(client: str) -> None:
    if not 0 < len(client) <= LONGEST_CLIENT or not client.isprintable():
        raise ValueError("client")


def _last_year(report: Report, user: User) -> Answer:
    """Something else counts of it by now: its values, what they carry over, and what is found."""
    aside = beside(report, user)
    findings = [one.to_json() for one in drafting.judged(report)]
    card = {"overtaken": drafting.overtaken(report, None), "report": report, "page": "edit"}
    return {
        "last": aside.facts | {"basis": aside.basis},
        "overtaken": render_to_string("reports/overtaken.html", card),
        "findings": findings,
        "prefills": aside.prefills,
        "mark": aside.mark,
        "last_mark": aside.last_mark,
    }


def _news(report: Report, values: dict[str, str]) -> Answer:
    """What `values` tells, for a page that has not seen it."""
    findings = [one.to_json() for one in drafting.judged(report)]
    return {"values": values, "findings": findings, "prefills": drafting.prefilled(report)}
