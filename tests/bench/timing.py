"""Times contestants in turn, round by round, so that a busy moment of the machine hits them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter


@dataclass
class Contestant:
    """Something timed. One `act` does the work `repeats` times; it runs in every `every`th round.

    `against` names the contestant of ours that this peer is compared with; `unit` is ms or µs.
    """

    name: str
    act: Callable[[], object]
    unit: str = "ms"
    repeats: int = 1
    every: int = 1
    against: str = ""
    seconds: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Times the act once."""
        begun = perf_counter()
        self.act()
        self.seconds.append((perf_counter() - begun) / self.repeats)

    @property
    def median(self) -> float:
        """Seconds for doing the work once."""
        return median(self.seconds)


def compete(contestants: Iterable[Contestant], rounds: int) -> None:
    """Warms each up once, then times all in turn."""
    contestants = list(contestants)
    for contestant in contestants:
        contestant.act()
    for turn in range(rounds):
        for contestant in contestants:
            if turn % contestant.every == 0:
                contestant.run()


def table(contestants: Iterable[Contestant]) -> str:
    """One line a contestant: median, quickest and slowest; peers under ours, with the ratio."""
    contestants = list(contestants)
    ours = {contestant.name: contestant for contestant in contestants}
    lines = [f"{'':44}{'median':>12}{'quickest':>12}{'slowest':>12}{'ours / peer':>13}"]
    for one in contestants:
        name = f"  {one.name}" if one.against else one.name
        figures = (_in_unit(value, one.unit) for value in (one.median, *_range(one)))
        ratio = f"{ours[one.against].median / one.median:.3f}" if one.against else ""
        lines.append(f"{name:44}" + "".join(f"{figure:>12}" for figure in figures) + f"{ratio:>13}")
    return "\n".join(line.rstrip() for line in lines)


def _range(one: Contestant) -> tuple[float, float]:
    return min(one.seconds), max(one.seconds)


def _in_unit(seconds: float, unit: str) -> str:
    return f"{seconds * 1e6:.0f} µs" if unit == "µs" else f"{seconds * 1e3:.1f} ms"
