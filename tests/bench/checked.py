"""How long the whole list of checks takes for one report, with all that is known besides it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from random import Random
from statistics import median
from time import perf_counter

from reports.checks import Case, check
from reports.content import Content
from reports.prose import from_text
from tests.bench.alike import crowd
from tests.bench.goals import Goal
from tests.bench.subject import subject

TIMES = 40
OTHERS = 100
ALONE_MS, BESIDE_LAST_YEAR_MS = 20, 40


def goals() -> list[Goal]:
    """Every family of checks, words and one figure changed each time, as while someone types."""
    content = subject()
    around = Case(
        content,
        others=tuple(f"某某县第{n}局" for n in range(OTHERS)),
        published=tuple(crowd(OTHERS, copied=0.1, chance=Random(7))),
    )
    beside = replace(around, previous=replace(content, year=content.year - 1))
    return [
        Goal("full check of one report", _milliseconds(around), ALONE_MS, "ms"),
        Goal("the same beside last year's", _milliseconds(beside), BESIDE_LAST_YEAR_MS, "ms"),
    ]


def _milliseconds(case: Case) -> float:
    """The median of many checks."""
    turn = count()
    return median(_taken(lambda: check(_typed_on(case, next(turn)))) for _ in range(TIMES)) * 1e3


def _taken(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun


def _typed_on(case: Case, turn: int) -> Case:
    """The report with one figure that does not add up and a sentence more."""
    content: Content = case.content
    figures = {**content.figures, "applications.received.natural_person": 3000 + turn}
    said = f"{content.text('5')}\n全年共组织培训{turn}次。"
    prose = {**content.prose, "5": from_text(said)}
    return replace(case, content=replace(content, figures=figures, prose=prose))
