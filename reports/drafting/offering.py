"""Letting values wait in a draft; what comes later takes the place of what waited before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils import timezone

from reports.models import Prefill, Report

from .standing import State, decide


def offer(report: Report, rows: Sequence[Prefill], standing: Collection[str]) -> None:
    """Adds the rows. Those of a key in `standing` say what stands in the draft already: there is
    nothing to confirm, but whose they are is kept. The caller holds the report's lock.
    """
    keys = {row.key: row.by for row in rows}
    for waiting in report.prefills.filter(state=State.WAITING, key__in=keys):
        decide(waiting, State.REPLACED, keys[waiting.key])
    Prefill.objects.bulk_create(_standing(row) if row.key in standing else row for row in rows)


def _standing(row: Prefill) -> Prefill:
    row.state, row.decided_by, row.decided_at = State.CONFIRMED, row.by, timezone.now()
    return row
