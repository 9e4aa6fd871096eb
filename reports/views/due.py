"""The last day of a duty as a list shows it: how many days are left, or since when it is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from reports.models import Duty

SOON_DAYS = 10


@dataclass(frozen=True)
class Due:
    """`is_out`: the report is public, so that nothing is due any more."""

    duty: Duty
    is_out: bool = False

    @property
    def last_day(self) -> date:
        """The day that ends at the instant from which on it is too late."""
        return timezone.localdate(self.duty.due_at - timedelta(microseconds=1))

    @property
    def words(self) -> str:
        """还有 12 天, 今天截止, 逾期 3 天; nothing where nothing is due."""
        if self.is_out:
            return ""
        if self._days == 0:
            return "今天截止"
        return f"还有 {self._days} 天" if self._days > 0 else f"逾期 {-self._days} 天"

    @property
    def kind(self) -> str:
        """over, soon or later."""
        if self._days < 0:
            return "over"
        return "soon" if self._days <= SOON_DAYS else "later"

    @property
    def _days(self) -> int:
        return (self.last_day - timezone.localdate()).days
