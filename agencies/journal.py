"""Writes the account log. Callers hold a transaction, so a deed that cannot be logged is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agencies.models import AccountEvent

if TYPE_CHECKING:
    from agencies.models import Agency, User


def record(
    kind: str,
    person: User | None,
    *,
    actor: User | None = None,
    agency: Agency | None = None,
    role: str = "",
    ip: str | None = None,
) -> AccountEvent:
    """Add one line. Nothing a stranger typed is kept: it might be a password in the wrong box."""
    return AccountEvent.objects.create(
        kind=kind, person=person, actor=actor, agency=agency, role=role, ip=ip
    )
