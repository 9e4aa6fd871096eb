"""待办 and 已办: what waits for a person, and what the person has dealt with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from agencies.models import Membership, User
from agencies.roles import Role, agencies_where, roles_of
from agencies.tree import paths_down_to
from reports.models import Event, Report, State
from reports.models.report import ReportQuerySet

from .steps import next_step

_WAITING = {
    State.DRAFT: Role.REPORTER,
    State.SUBMITTED: Role.REVIEWER,
    State.APPROVED: Role.REVIEWER,
    State.FILED: Role.OFFICE,
    State.CLEARED: Role.REVIEWER,
}


def waiting_for(user: User) -> ReportQuerySet:
    """待办: reports whose next act is the person's, by role or as the signer of the step."""
    waits = Q(pk__in=[])
    for role in sorted(roles_of(user) & set(_WAITING.values())):
        states = [state for state, waiting in _WAITING.items() if waiting == role]
        waits |= Q(state__in=states, duty__agency__in=agencies_where(user, role))
    found = Report.objects.visible_to(user).filter(waits)
    return found.exclude(pk__in=_others_to_sign(found, user)).with_duty()


def _others_to_sign(found: ReportQuerySet, user: User) -> list[int]:
    """Submitted reports whose next step has another signer."""
    sent = found.filter(state=State.SUBMITTED, revision__isnull=False)
    planned = sent.values_list("pk", "revision__submission")
    ids = []
    asked = [pk for pk, plan in planned if _others_sign(plan, user)]
    for report in found.filter(pk__in=asked).in_list():
        step = next_step(report)
        if step is not None and step.signer is not None and step.signer != user:
            ids.append(report.pk)
    return ids


def _others_sign(submission: Mapping[str, Any], user: User) -> bool:
    """Whether any step was planned for another person; most are for whoever reviews."""
    return any(one["signer"] not in (None, user.pk) for one in submission.get("steps", ()))


def done_by(user: User, waiting: ReportQuerySet) -> ReportQuerySet:
    """已办: reports on which the person has acted and which are not among those that wait."""
    acted = Event.objects.filter(by=user).values("report")
    seen = Report.objects.visible_to(user).filter(pk__in=acted)
    return seen.exclude(pk__in=waiting.values("pk")).with_duty()


def people_for(report: Report) -> QuerySet[User]:
    """Who is to act next on the report."""
    role = _WAITING.get(State(report.state))
    if role is None:
        return User.objects.none()
    step = next_step(report)
    if step is not None and step.signer is not None:
        return User.objects.filter(pk=step.signer.pk, is_active=True)
    agency = report.duty.agency
    where = Q(agency=agency)
    if role == Role.OFFICE:
        where = Q(agency__path__in=paths_down_to(agency))
    members = Membership.objects.filter(where, role=role)
    return User.objects.filter(is_active=True, pk__in=members.values("user"))
