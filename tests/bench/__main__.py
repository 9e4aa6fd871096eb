"""`make bench`: what the program takes for its daily work, beside others at the same work.

Everything is timed in one run, in turn; compare ratios rather than milliseconds of two machines.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import conftest as sandbox  # first: settles where the settings keep their data
from tests.bench import alike, bundle, checked, drawn, goals, reading, saving
from tests.bench.timing import Contestant, compete, table

DOCX, XLSX = ".docx, warm", ".xlsx, warm"
OFTEN = 20


def main() -> None:
    """Sets the contestants against each other and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=25)
    rounds = parser.parse_args().rounds
    with database() as engine, tempfile.TemporaryDirectory() as folder:
        contestants = list(entered(Path(folder)))
        compete(contestants, rounds)
        promises = [*drawn.goals(contestants), *in_the_page(Path(folder) / "static")]
        promises += saving.goals()
        promises += [*checked.goals(), *alike.goals(), *reading.goals(), *bundle.goals()]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {engine}, {rounds} rounds")
    print(table(contestants))
    print(goals.table(promises))


def in_the_page(folder: Path) -> Iterator[goals.Goal]:
    """What the clerk at the filling page was promised; `folder` is for its scripts."""
    from agencies.models import User
    from reports.models import Report
    from tests.bench import browser

    report = Report.objects.get()
    yield from browser.goals(report, User.objects.get(username="bench"), folder)


def entered(folder: Path) -> Iterator[Contestant]:
    """Ours, each followed by its peers that are installed here."""
    from reports.checks import check
    from reports.rendering import docx, xlsx
    from tests.bench import peers, web
    from tests.bench.subject import subject

    content = subject()
    assert not check(content), "the report that is measured must be without a finding"
    yield Contestant(DOCX, lambda: docx.draw(content))
    yield Contestant("docxtpl, the same document", peers.docxtpl_act(content), against=DOCX)
    yield from drawn.contestants(folder)
    yield Contestant(XLSX, lambda: xlsx.draw(content))
    yield Contestant("full check of one report", _often(lambda: check(content)), "µs", OFTEN)
    page, save = web.acts(content)
    yield Contestant("filling page, server time", page)
    yield Contestant("one save", save)


def _often(act: Callable[[], object]) -> Callable[[], object]:
    """What is too quick to be timed once."""
    return lambda: [act() for _ in range(OFTEN)]


@contextmanager
def database() -> Iterator[str]:
    """An empty database of this run alone; yields the name of its engine."""
    from django.db import connection
    from django.test.utils import setup_test_environment

    sandbox.isolate()
    setup_test_environment(debug=False)
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield connection.vendor
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
        sandbox.pytest_unconfigure()


if __name__ == "__main__":
    main()
