"""What must not take longer, or weigh more, than was promised to those who type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """One promise: what was measured and the most it may be, in the same unit."""

    name: str
    measured: float
    limit: float
    unit: str

    @property
    def ratio(self) -> float:
        """Below 1 where the promise is kept."""
        return self.measured / self.limit


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]


def table(goals: Iterable[Goal]) -> str:
    """One line a promise: measured, the most it may be, the ratio of both."""
    lines = [f"{'':56}{'measured':>12}{'goal':>12}{'of goal':>9}"]
    for one in goals:
        measured, limit = (f"{value:.4g} {one.unit}" for value in (one.measured, one.limit))
        lines.append(f"{one.name:56}{measured:>12}{limit:>12}{one.ratio:>9.2f}")
    return "\n".join(lines)
