"""Which values belong to which heading: those in its row, else those next to it in the only order
that leaves none over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .labels import Found
from .strip import Run


@dataclass
class Told:
    """The headings with their values, and the values that no heading could be found for."""

    of: list[tuple[Found, Run]] = field(default_factory=list)
    astray: list[Run] = field(default_factory=list)


def tell(labels: Sequence[Found], runs: Sequence[Run]) -> Told:
    """Headings and values of one table, both in the order in which they stand."""
    told = Told()
    free = list[Run]()
    taken: dict[int, Run] = {}
    for run in runs:
        here = [n for n, one in enumerate(labels) if beside(one, run)]
        before = taken.get(here[-1]) if here else None
        if here and (before is None or not before.told):
            # A row that breaks over two pages has its figures in one half alone.
            taken[here[-1]] = run
        elif run.told:
            free.append(run)
    for stretch, loose in _stretches(labels, taken, free):
        pairs = list(_in_order(stretch, loose))
        told.of += pairs
        told.astray += [run for run in loose if not any(run is one for _, one in pairs)]
    told.of += [(labels[number], run) for number, run in taken.items()]
    told.of.sort(key=lambda pair: pair[0].start)
    return told


def beside(label: Found, run: Run) -> bool:
    """Whether a heading stands in the row of the values, or begins there."""
    return label.start < run.near[1] and label.end > run.near[0]


def _stretches(
    labels: Sequence[Found], taken: dict[int, Run], free: list[Run]
) -> Iterator[tuple[list[Found], list[Run]]]:
    """Between headings whose values are known, the other headings and the values near them."""
    bounds = [-1, *sorted(taken), len(labels)]
    for before, after in pairwise(bounds):
        low = labels[before].start if before >= 0 else -1
        high = labels[after].start if after < len(labels) else float("inf")
        yield list(labels[before + 1 : after]), [run for run in free if low < run.at <= high]


def _in_order(labels: list[Found], runs: list[Run]) -> Iterator[tuple[Found, Run]]:
    if len(labels) == len(runs):
        if all(_touch(labels, number, run) for number, run in enumerate(runs)):
            yield from zip(labels, runs, strict=True)
        return
    if len(runs) > len(labels) or (labels and runs and runs[0].at <= labels[0].start):
        return
    for number, label in enumerate(labels):
        end = labels[number + 1].start if number + 1 < len(labels) else float("inf")
        behind = [run for run in runs if label.start < run.at <= end]
        if len(behind) == 1:
            yield label, behind[0]


def _touch(labels: list[Found], number: int, run: Run) -> bool:
    """Whether no other heading stands between a heading and its values."""
    low = labels[number - 1].end if number else -1
    high = labels[number + 1].start if number + 1 < len(labels) else float("inf")
    return low <= run.at <= high
