"""改动单: old and new, who changed it, who asked and why, between any two that one may read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from agencies.requests import SignedInRequest
from reports.differences import together
from reports.models import Event, Report, Revision
from reports.rendering import html
from reports.templatetags.redlined import redlined, rewritten
from reports.workflow import TRANSITIONS

from .access import Reading, concerns, readable, readable_events, reading, visible
from .changed import Changed, changed
from .history import history
from .numbers import whole_number


@dataclass(frozen=True)
class Side:
    """One that can be chosen to compare: a revision, or the draft where `number` is empty."""

    number: str
    label: str
    chosen: bool


@login_required
@require_safe
def changes(request: SignedInRequest, pk: int) -> HttpResponse:
    """From `?since=` to `?until=`, numbers of revisions; without them from the last one that was
    signed, or the last one where none was, to now.

    `?view=paper` shows the whole report with the changes in it, else they are listed alone.
    """
    report = visible(request, pk)
    now, revisions = reading(request.user, report), readable(request.user, report)
    found = compared(request, report)
    events = readable_events(request.user, report)
    context = {
        "report": report,
        "shown": found.shown,
        "changed": found,
        "concerned": concerns(request.user, report),
        "asked": history(found.asked(events))[::-1],
        "voided": found.voided(revisions),
        "older": _sides(revisions, events, str(found.base.number)),
        "newer": _sides(revisions, events, _chosen(found), now),
        "until": _chosen(found),
        "paper": paper(found) if request.GET.get("view") == "paper" else None,
        "printed_at": timezone.localtime(),
    }
    return render(request, "reports/changes.html", context)


def compared(request: SignedInRequest, report: Report) -> Changed:
    """The two that are asked for, or else the usual two; 404 where there are no two."""
    now, revisions = reading(request.user, report), readable(request.user, report)
    since, until = (whole_number(request.GET.get(one)) for one in ("since", "until"))
    found = _compared(now, revisions, since, until)
    if found is None:
        raise Http404
    return found


def _compared(
    now: Reading, revisions: QuerySet[Revision], since: int | None, until: int | None
) -> Changed | None:
    """The earlier of the two is what the later is compared with, whichever was named first."""
    here = now.revision.number if now.revision else None
    until = until or here
    if since and until and since > until:
        since, until = until, since
    if until is None or until == here:
        return changed(now, revisions, since)
    frozen = revisions.filter(number=until).first()
    if frozen is None:
        return None
    return changed(Reading(now.report, frozen, frozen.content, now.of_staff), revisions, since)


def _chosen(found: Changed) -> str:
    return str(found.shown.revision.number) if found.shown.revision else ""


def _sides(
    revisions: QuerySet[Revision],
    events: QuerySet[Event],
    chosen: str,
    now: Reading | None = None,
) -> list[Side]:
    """What can be chosen, the oldest first; the draft last, for those who see it."""
    returned = _last_returned(events)
    sides = []
    for number in revisions.values_list("number", flat=True):
        label = f"第{number}稿" + ("（上次退回时）" if number == returned else "")
        sides.append(Side(str(number), label, str(number) == chosen))
    if now is not None and now.revision is None:
        sides.append(Side("", "现在的草稿", chosen == ""))
    return sides


def _last_returned(events: Iterable[Event]) -> int:
    """The number of the revision that was last sent back to be changed; 0 if none was."""
    returning = {one.action for one in TRANSITIONS.values() if one.returns and one.note}
    found = [one.revision.number for one in events if one.action in returning and one.revision]
    return found[-1] if found else 0


def paper(found: Changed) -> SafeString:
    """The whole report with what is gone and what is new in it."""
    old, new = found.base.content, found.shown.content
    inside = {one.key: redlined(one.pieces) for one in found.differences if one.before != one.after}
    if old.fee_sentence != new.fee_sentence:
        inside["6#fees"] = rewritten(old.fee_sentence, new.fee_sentence)
    classes = {one.key: "paper-changed" for one in found.differences}
    return html.body(together(old, new), classes, inside)
