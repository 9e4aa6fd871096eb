"""Numbers of rows that stand left of the headings, as 序号 does: figures of nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from .reading import Reading
from .strip import Run

_FEWEST = 3


def take(reading: Reading, astray: Sequence[Run], rows: Iterable[int]) -> list[Run]:
    """What is left of values without a heading when those that only number `rows` are out; these
    are named once.
    """
    inside = frozenset(rows)
    columns: dict[tuple[int, int], list[Run]] = {}
    for run in astray:
        if _may_number(run) and run.values[0].row in inside:
            columns.setdefault((run.table, run.values[0].column), []).append(run)
    numbers = [run for column in columns.values() if _rises(column) for run in column]
    if numbers:
        raw = " ".join(run.raw for run in numbers)
        reading.doubt("行标签左边的序号不是本格式的，没有读入", raw, numbers[0].line)
    return [run for run in astray if not any(run is one for one in numbers)]


def _may_number(run: Run) -> bool:
    """Whether it is one number with nothing before it in its row."""
    alone = len(run.told) == 1 and run.near[0] == run.near[1] and run.tight
    return alone and _number(run).isdecimal()


def _number(run: Run) -> str:
    return run.told[0].text.strip(" .．、()（）")


def _rises(column: Sequence[Run]) -> bool:
    """Whether each is one more than the one above; every part of a table may begin anew."""
    numbers = [int(_number(run)) for run in column]
    steps = [(b - a, b) for a, b in pairwise(numbers)]
    rising = sum(step == 1 for step, _ in steps)
    whole = all(step == 1 or number == 1 for step, number in steps)
    return len(numbers) >= _FEWEST and whole and 2 * rising >= len(steps)
