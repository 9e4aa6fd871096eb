"""The one door through which a report changes its state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction

from agencies.models import User
from reports import prose
from reports.jobs import enqueue
from reports.models import Event, Report

from . import archiving, guards, publishing, signing, submitting
from .act import Act
from .attention import people_for
from .table import TRANSITIONS, Transition


def _nothing_else(act: Act) -> None:
    """The state itself is all that changes."""


_EFFECTS: dict[str, Callable[[Act], None]] = {
    "submit": submitting.submit,
    "withdraw": submitting.withdraw,
    "sign": signing.sign,
    "return": submitting.release,
    "file": _nothing_else,
    "send_back": submitting.release,
    "clear": _nothing_else,
    "publish": publishing.publish,
    "correct": publishing.correct,
    "stand": publishing.stand,
    "take_down": publishing.take_down,
    "unlock": submitting.release,
    "archive": archiving.archive,
}


def advance(
    report: Report,
    action: str,
    by: User,
    note: str = "",
    revision: int | None = None,
    **details: Any,
) -> Report:
    """Does one action of the table and returns the report as it is now.

    In one transaction, under the report's lock: state, person, reason and revision read are
    checked, then the action's own needs; a Revision is frozen, signatures are given or voided,
    files are asked for where the action says so; state and Event are written; whoever is next is
    told by mail where that is switched on. `revision` is the pk of the Revision that was read.
    Raises RefusedError and PermissionDenied.
    """
    transition = TRANSITIONS[action]
    with transaction.atomic():
        locked = _locked(report)
        note = prose.tidy(note)
        guards.require_role(locked, transition, by)
        guards.require_state(locked, transition)
        guards.require_note(transition, note)
        guards.require_revision(locked, transition, revision)
        _apply(locked, Act(locked, transition, by, note, details))
    return locked


def _locked(report: Report) -> Report:
    """The report with its row locked; only what never changes is joined.

    A join on its revision would show, after waiting for the lock, a revision of before the wait.
    """
    reports = Report.objects.select_for_update(of=("self",))
    return reports.select_related("duty__agency", "duty__campaign").get(pk=report.pk)


def _apply(report: Report, act: Act) -> None:
    before, act.revision = report.state, report.revision
    if act.transition.target is not None:
        report.state = act.transition.target
    _EFFECTS[act.transition.action](act)
    report.save()
    if act.revision is not None:
        act.data["digest"] = act.revision.digest
    event = Event.objects.append(
        report,
        act.transition.action,
        act.by,
        before=before,
        note=act.note,
        revision=act.revision,
        data=act.data,
    )
    _tell(report, event)


def _tell(report: Report, event: Event) -> None:
    """Mail for whoever is next, each a job of its own; off unless the settings switch it on."""
    if not settings.NOTIFY_BY_MAIL:
        return
    for person in people_for(report):
        if person.email:
            enqueue(
                "mail",
                key=f"mail:{event.pk}:{person.pk}",
                args={"event": event.pk, "user": person.pk},
            )


def open_to(report: Report, user: User) -> list[Transition]:
    """What the person may do with the report now; buttons are made of these."""
    return [one for one in TRANSITIONS.values() if guards.is_open(report, one, user)]
