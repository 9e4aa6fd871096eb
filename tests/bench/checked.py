"""How long the whole list of checks takes for one report, with all that is known besides it."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from random import Random
from time import perf_counter

from reports.checks import Case, check
from reports.content import Content
from reports.drafting.merging import LONGEST_PROSE
from reports.prose import from_text
from tests.bench.alike import crowd
from tests.bench.goals import Goal
from tests.bench.subject import subject
from tests.bench.timing import Contestant, compete

TIMES = 40
OTHERS = 100
ALONE_MS, BESIDE_LAST_YEAR_MS, WORST_S = 20, 40, 4
WORST = ("1", "x", "1.", "a。", "请登陆网站", "）”", "（“《")
"""Over and over for as long as a part may be, they try the patience of one pattern or another."""


def goals() -> list[Goal]:
    """Every family of checks, words and one figure changed each time, as while someone types."""
    content = subject()
    around = Case(
        content,
        others=tuple(f"某某县第{n}局" for n in range(OTHERS)),
        published=tuple(crowd(OTHERS, copied=0.1, chance=Random(7))),
    )
    last_year = replace(content, year=content.year - 1)
    alone = _typing("full check of one report", around)
    beside = _typing("the same beside last year's", replace(around, previous=last_year))
    compete([alone, beside], TIMES)
    return [
        Goal(alone.name, alone.median * 1e3, ALONE_MS, "ms"),
        Goal(beside.name, beside.median * 1e3, BESIDE_LAST_YEAR_MS, "ms"),
        Goal("the same, a part of the worst, as long as may be", worst(content), WORST_S, "s"),
    ]


def worst(content: Content) -> float:
    """The seconds of the longest of these checks."""
    taken = []
    for words in WORST:
        said = from_text((words * LONGEST_PROSE)[:LONGEST_PROSE])
        begun = perf_counter()
        check(Case(replace(content, prose={**content.prose, "6": said})))
        taken.append(perf_counter() - begun)
    return max(taken)


def _typing(name: str, case: Case) -> Contestant:
    turn = count()
    return Contestant(name, lambda: check(_typed_on(case, next(turn))))


def _typed_on(case: Case, turn: int) -> Case:
    """The report with one figure that does not add up and a sentence more."""
    content = case.content
    figures = {**content.figures, "applications.received.natural_person": 3000 + turn}
    said = f"{content.text('5')}\n全年共组织培训{turn}次。"
    prose = {**content.prose, "5": from_text(said)}
    return replace(case, content=replace(content, figures=figures, prose=prose))
