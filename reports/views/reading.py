"""Reading a report: the paper, what was found and changed, who signed, and what may be done now."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agencies.models import User
from agencies.requests import SignedInRequest
from reports import drafting, posting, registering, sealing
from reports.models import Report, frozen
from reports.rendering import html, pack
from reports.rollup import rollup_findings

from .access import Reading, concerns, readable, readable_events, reading, visible
from .buttons import buttons
from .changed import Changed, changed
from .commented import card
from .drawn import drawn
from .found import found
from .history import history
from .packing import steps
from .underlined import underlined


@login_required
@require_safe
def read(request: SignedInRequest, pk: int) -> HttpResponse:
    """What lies before the person now, with everything needed to decide on it."""
    report = visible(request, pk)
    return _page(request, reading(request.user, report), standing=True)


@login_required
@require_safe
def revision(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """One revision as it was frozen; nothing can be done with it here."""
    report = visible(request, pk)
    before = reading(request.user, report)
    frozen = get_object_or_404(readable(request.user, report), number=number)
    is_standing = before.revision == frozen
    shown = Reading(report, frozen, frozen.content, before.of_staff)
    return _page(request, shown, standing=is_standing)


def _page(request: SignedInRequest, shown: Reading, *, standing: bool) -> HttpResponse:
    user, report = request.user, shown.report
    since = changed(shown, readable(user, report))
    concerned = shown.of_staff or concerns(user, report)
    said = underlined(report, shown.content) if concerned else {}
    documents = drawn(shown.revision, with_original=concerned)
    context = {
        "report": report,
        "duty": report.duty,
        "shown": shown,
        "standing": standing,
        "concerned": concerned,
        "buttons": buttons(shown, user) if standing else [],
        "body": html.body(shown.content, classes(since), said, signature=shown.signature),
        "marks": shown.marks().line,
        "found": found(shown),
        "papers": {"number": _number(shown), "names": pack.NAMES},
        "overtaken": drafting.overtaken(report, shown.revision) if concerned and standing else None,
        "rollup": rollup_findings(report, shown.content),
        "since": since,
        "commented": card(report, user, "read") if standing else None,
        "steps": steps(shown) if shown.revision else [],
        "origins_url": _origins_url(shown),
        "counted_at": registering.counted_at(report) if shown.of_staff else None,
        "events": history(readable_events(user, report)),
        "documents": documents,
        "undrawn": shown.of_staff and standing and any(one.state == "failed" for one in documents),
        **_outside(report, user, concerned=concerned),
    }
    return render(request, "reports/read.html", context)


def _outside(report: Report, user: User, *, concerned: bool) -> dict[str, Any]:
    """What is public of the report, how it stands on the portal, and its 盖章扫描件."""
    kept = report.publications.select_related("revision", "by")
    publications = list(kept.defer(*frozen("revision")))
    return {
        "publications": publications,
        "publication": next((one for one in publications if one.ended_at is None), None),
        "portal": posting.standing(report) if concerned else None,
        "signed_here": concerned and sealing.to_be_sealed(report) is not None,
        "sealed": sealing.standing(report.signed) if concerned else None,
        "seals": sealing.may_seal(report, user),
    }


def classes(since: Changed | None) -> dict[str, str]:
    """The places of the paper that differ from the revision before."""
    return {one.key: "paper-changed" for one in since.differences} if since else {}


def _origins_url(shown: Reading) -> str:
    """Where to ask where the values came from; empty for those who are not told."""
    url = reverse("reports:origins", args=[shown.report.pk]) + _number(shown)
    return url if shown.of_staff else ""


def _number(shown: Reading) -> str:
    return f"?number={shown.revision.number}" if shown.revision else ""
