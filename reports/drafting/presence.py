"""Which 填报人 have a draft open, and where: told to one another, kept for seconds, no lock."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from agencies.models import Membership, User
from agencies.roles import Role
from reports.models import Presence, Report

STALE = timedelta(seconds=35)
"""A page that was not heard of for so long is closed, or its computer asleep."""


def note(report: Report, by: User, client: str, place: str) -> None:
    """A page says that it is open. `place` is the key of the box with the focus, or empty."""
    now = timezone.now()
    Presence.objects.update_or_create(
        report=report, client=client, defaults={"user": by, "place": place, "at": now}
    )


def leave(report: Report, by: User, client: str) -> None:
    """A page says that it is about to close."""
    Presence.objects.filter(report=report, user=by, client=client).delete()


def others(report: Report, than: User) -> list[dict[str, str]]:
    """The other people who have the draft open, each once: [{name, place}], where last heard of.

    Only those who fill it in now: nobody is told of by a page that outlived his role.
    """
    reporters = Membership.objects.filter(agency=report.duty.agency, role=Role.REPORTER)
    rows = Presence.objects.filter(report=report, at__gt=timezone.now() - STALE)
    rows = rows.filter(user__in=reporters.values("user")).exclude(user=than)
    latest = {row.user_id: row for row in rows.select_related("user").order_by("at")}
    found = sorted(latest.values(), key=lambda row: (row.user.name, row.user_id))
    return [{"name": row.user.name, "place": row.place} for row in found]


def forget_closed() -> None:
    """Delete what pages said that have closed since: where somebody stood is nobody's record."""
    Presence.objects.filter(at__lt=timezone.now() - STALE).delete()
