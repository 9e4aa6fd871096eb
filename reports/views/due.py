"""The last day of a duty as a list shows it: how many days are left, or how late it is or was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from reports.models import Duty

SOON_DAYS = 10
LATE = "补报"


@dataclass(frozen=True)
class Due:
    """`is_out`: the report is public, so that nothing is due any more; `first_out` since when."""

    duty: Duty
    is_out: bool = False
    first_out: datetime | None = None

    @property
    def last_day(self) -> date:
        """The day that ends at the instant from which on it is too late."""
        return timezone.localdate(self.duty.due_at - timedelta(microseconds=1))

    @property
    def words(self) -> str:
        """还有 12 天, 今天截止, 逾期 3 天; of what is out 补报 where it came late, or nothing."""
        if self.is_out:
            return LATE if self.was_late else ""
        if self._days == 0:
            return "今天截止"
        return f"还有 {self._days} 天" if self._days > 0 else f"逾期 {-self._days} 天"

    @property
    def kind(self) -> str:
        """over, soon or later; late of what is out."""
        if self.is_out:
            return "late"
        if self._days < 0:
            return "over"
        return "soon" if self._days <= SOON_DAYS else "later"

    @property
    def was_late(self) -> bool:
        """Whether the report came out after the last day."""
        return self.is_out and self.duty.is_late(self.first_out)

    @property
    def _days(self) -> int:
        return (self.last_day - timezone.localdate()).days
