"""How long a PDF takes, beside LibreOffice and typst at the same report, and with two workers.

Every drawing has other figures: one that was set before is kept, which a batch seldom meets.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from reports.content import Content
from reports.rendering import pdf
from tests import office
from tests.bench import peers, typeset
from tests.bench.goals import Goal
from tests.bench.subject import subject
from tests.bench.timing import Contestant

PDF, OFFICE, TYPST = "PDF, warm", "LibreOffice, our .docx", "typst, the same report"
MOST_MS, OF_OFFICE, OF_TYPST, OF_ONE_WORKER = 220, 1 / 2, 5, 1 / 1.9
SHARED, ROUNDS = 24, 5


def contents() -> Iterator[Content]:
    """The report again and again, each time with other figures of as many digits."""
    chance = Random(7)
    return cycle([_other(subject(), chance) for _ in range(60)])


def _other(content: Content, chance: Random) -> Content:
    figures = {
        id_: chance.randrange(10 ** (len(str(value)) - 1), 10 ** len(str(value)))
        if isinstance(value, int) and value > 9
        else value
        for id_, value in content.figures.items()
    }
    return replace(content, figures=figures)


def contestants(folder: Path) -> Iterator[Contestant]:
    """Ours, then the peers that are installed here; `folder` is for their files."""
    ours, theirs = contents(), contents()
    yield Contestant(PDF, lambda: pdf.draw(next(ours)))
    if office.PROGRAM:
        act = peers.libreoffice_act(subject(), folder)
        yield Contestant(OFFICE, act, repeats=peers.BATCH, every=8, against=PDF)
    if typeset.INSTALLED:
        yield Contestant(TYPST, typeset.act(lambda: next(theirs)), against=PDF)


def goals(timed: Iterable[Contestant]) -> Iterator[Goal]:
    """What was promised of the PDF, of those that were timed; and of two workers."""
    by_name = {one.name: one.median for one in timed}
    ours = by_name[PDF]
    yield Goal(PDF, ours * 1e3, MOST_MS, "ms")
    for name, limit in ((OFFICE, OF_OFFICE), (TYPST, OF_TYPST)):
        if name in by_name:
            yield Goal(f"PDF, of {name}", ours / by_name[name], limit, "times")
    yield Goal("time of two workers, of one worker's", _of_one_worker(), OF_ONE_WORKER, "times")


def _of_one_worker() -> float:
    """The time that two warm processes take for the same reports, of the time that one takes."""
    with _workers(1) as one, _workers(2) as two:
        pairs = [(_seconds(two, 2), _seconds(one, 1)) for _ in range(ROUNDS + 1)][1:]
    return median(both / alone for both, alone in pairs)


def _workers(number: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(number, multiprocessing.get_context("fork"))


def _seconds(pool: ProcessPoolExecutor, workers: int) -> float:
    """For all the reports, an even share for each worker."""
    share = SHARED // workers
    begun = perf_counter()
    list(pool.map(_draw, [share] * workers))
    return perf_counter() - begun


def _draw(times: int) -> None:
    reports = contents()
    for _ in range(times):
        pdf.draw(next(reports))
