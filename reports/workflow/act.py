"""One act on a locked report: who does what, why, with which details."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from agencies.models import User
from reports import prose
from reports.models import Report, Revision

from .refusal import RefusedError
from .table import Transition


@dataclass
class Act:
    """What the door hands to the action's own function; `data` goes into the Event.

    `revision` is the one acted on, which the Event names and seals: the one that was read, or the
    one that the action makes.
    """

    report: Report
    transition: Transition
    by: User
    note: str
    details: dict[str, Any]
    revision: Revision | None = None
    data: dict[str, Any] = field(default_factory=dict)

    def text(self, key: str, label: str, longest: int = 40) -> str:
        """A detail that must be given. Raises RefusedError naming it by its label."""
        value = prose.tidy(str(self.details.get(key) or ""))
        if not value:
            raise RefusedError(f"请填写{label}")
        if len(value) > longest:
            raise RefusedError(f"{label}不超过{longest}字")
        return value

    def past_day(self, key: str, label: str) -> dt.date:
        """A day that must be given, not before the year reported and not ahead. Raises
        RefusedError naming it.
        """
        value = self.details.get(key)
        if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
            raise RefusedError(f"请填写{label}")
        today, year = timezone.localdate(), self.report.duty.year
        if value > today:
            raise RefusedError(f"{label}不能晚于今天")
        if value.year < min(year, today.year):
            raise RefusedError(f"{label}不能早于报告年度（{year}年），请核对")
        return value
