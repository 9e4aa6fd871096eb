"""Which keys of a draft wait to be confirmed, and which are locked because they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from django.db.models import Max
from django.utils import timezone

from agencies.models import User
from reports.models import Change, Prefill, Report

State, Source = Prefill.State, Prefill.Source


@dataclass
class Standing:
    """The prefills of one report by key; `decided` are the carried ones last decided on.

    A locked key may wait besides: last year was corrected after its 结转 had been confirmed.

    Read and changed under the report's lock, like the draft itself.
    """

    waiting: dict[str, Prefill] = field(default_factory=dict)
    locked: dict[str, Prefill] = field(default_factory=dict)
    declined: dict[str, Prefill] = field(default_factory=dict)
    decided: dict[str, Prefill] = field(default_factory=dict)

    @classmethod
    def of(cls, report: Report) -> Self:
        """As it is kept now."""
        standing = cls()
        for prefill in report.prefills.select_related("division"):
            standing._add(prefill)
        return standing

    def _add(self, prefill: Prefill) -> None:
        """Rows come in the order they were made: a newer decision stands over an older one."""
        key, carried = prefill.key, prefill.source == Source.CARRIED
        if prefill.state == State.WAITING:
            self.waiting[key] = prefill
        elif prefill.state == State.DECLINED:
            self.declined[key] = prefill
        elif prefill.state == State.CONFIRMED:
            self.declined.pop(key, None)
            if carried:
                self._lock(prefill)
        if carried and prefill.state in (State.DECLINED, State.CONFIRMED):
            self.decided[key] = prefill

    def _lock(self, prefill: Prefill) -> None:
        if prefill.unlocked_at is None:
            self.locked[prefill.key] = prefill
        else:
            self.locked.pop(prefill.key, None)

    def settle(self, changes: Iterable[Change]) -> bool:
        """What the changes of one save decide: confirmed, or typed over and so not taken.

        A figure that is emptied again gets back the value it had been offered. Words wait on while
        others are written beside them. Whether it was anything.
        """
        decided = [self._settle(change) for change in changes]
        return any(decided)

    def _settle(self, change: Change) -> bool:
        waiting = self.waiting.get(change.key)
        if change.prefill is not None:
            decide(change.prefill, State.CONFIRMED, change.by)
        elif change.key.startswith("prose."):
            return False
        elif change.after not in (None, ""):
            if waiting is None or waiting.state != State.WAITING:
                return False
            decide(waiting, State.DECLINED, change.by)
        elif change.key in self.declined and waiting is None:
            decide(self.declined[change.key], State.WAITING, None)
        else:
            return False
        return True


def mark(report: Report) -> str:
    """Another one as soon as a prefill of the report has come, was decided on or unlocked."""
    latest = report.prefills.aggregate(Max("id"), Max("decided_at"), Max("unlocked_at"))
    return " ".join(str(one) for one in latest.values())


def decide(prefill: Prefill, state: str, by: User | None) -> None:
    """Writes down what became of the value, by whom; nobody where it waits again."""
    prefill.state = state
    prefill.decided_by = by
    prefill.decided_at = timezone.now() if by else None
    prefill.save(update_fields=["state", "decided_by", "decided_at"])
