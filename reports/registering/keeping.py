"""A register between its upload and its counting: what is left of it, and for how long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from agencies.models import User
from reports.counting import Mapped, Sifted, propose
from reports.drafting.access import locked, require_open, require_reporter
from reports.formats.register_words import ROLES
from reports.models import Register, Report

from .remembering import remembered

KEPT = dt.timedelta(hours=24)
"""So long a register waits for somebody to say how it is read."""


def keep(report_id: int, by: User, sifted: Sifted) -> Register:
    """The register as it waits to be counted, in place of an earlier one that did.

    Raises NotOpenError and PermissionDenied.
    """
    with transaction.atomic():
        report = locked(report_id)
        require_reporter(report, by)
        require_open(report)
        discard(report)
        return Register.objects.create(
            report=report,
            sifted=sifted.to_json(),
            rows=len(sifted.rows),
            passed_over=list(sifted.passed_over),
            by=by,
        )


def open_for(report: Report) -> Register | None:
    """The register that waits to be counted."""
    return report.registers.filter(state=Register.State.OPEN).first()


def counted_for(report: Report) -> Register | None:
    """The register that was counted last."""
    return _counted(report).select_related("by").first()


def counted_at(report: Report) -> dt.datetime | None:
    """When that was; None where nothing was counted."""
    return _counted(report).values_list("at", flat=True).first()


def _counted(report: Report) -> QuerySet[Register]:
    return report.registers.filter(state=Register.State.COUNTED)


def choose(register: Register, columns: Mapping[str, str]) -> None:
    """Notes by role the column that somebody has chosen; "" for none.

    Raises ValueError for a column that is not there or holds something else.
    """
    sifted = Sifted.from_json(register.sifted)
    for role in ROLES:
        column = sifted.column(columns[role.id])
        if columns[role.id] and (column is None or column.holds != role.holds):
            raise ValueError(columns[role.id])
    register.chosen = {role.id: columns[role.id] for role in ROLES}
    register.save(update_fields=["chosen"])


def mapped(register: Register) -> Mapped:
    """How it is read, by what was chosen for it, was once decided in the agency, or is likely."""
    columns, meanings = remembered(register.report.duty.agency)
    sifted = Sifted.from_json(register.sifted)
    return propose(register.report.format, sifted, {**columns, **register.chosen}, meanings)


def discard(report: Report) -> None:
    """Nothing is left of a register that was not counted."""
    report.registers.filter(state=Register.State.OPEN).delete()


def forget_uncounted() -> int:
    """Deletes what nobody went on with; how many."""
    old = Register.objects.filter(state=Register.State.OPEN, at__lt=timezone.now() - KEPT)
    return old.delete()[0]
