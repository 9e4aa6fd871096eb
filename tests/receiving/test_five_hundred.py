"""A batch of 500 mixed files, hostile ones among them, read unattended by two workers."""

from __future__ import annotations

import time

import pytest

from agencies.models import Agency, User
from agencies.roles import Role
from reports import receiving
from reports.models import Upload
from tests.importing.hostile import REFUSED
from tests.importing.layouts import merged_sheet
from tests.importing.printed import by_weasyprint
from tests.processes import Crew, until

from .files import batch, page, printed, text, word

pytestmark = [pytest.mark.jobs, pytest.mark.long]

FILES, SECONDS = 500, 300.0


def mixed() -> list[tuple[str, bytes]]:
    """A good half pages and Word files, some of each other kind, one in fifty made to do harm."""
    good = [("a.html", page()), ("b.docx", word()), ("c.txt", text()), ("d.html", page(year=2022))]
    good += [("e.xlsx", merged_sheet(printed())), ("f.pdf", by_weasyprint(printed()))]
    harm = [REFUSED[case] for case in ("tree too large", "scan", "deep Word tables", "locked PDF")]
    evil = [(name, made()) for name, made, _ in harm]
    weights = [good[0]] * 4 + [good[1]] * 3 + good[2:5] + [good[5]]
    files = [weights[n % len(weights)] for n in range(FILES)]
    for n in range(0, FILES, 50):
        files[n] = evil[n // 50 % len(evil)]
    return files


def test_five_hundred_files_run_unattended(
    crew: Crew, transactional_db: None, office: User, county: Agency, finance: Agency
) -> None:
    own = batch(office, county, Role.OFFICE)
    for name, data in mixed():
        receiving.give_in(own, name, data)
    workers = crew.start_worker(), crew.start_worker()
    crew.ready(*workers, crew.start_sweep())
    start = time.monotonic()
    waiting = own.uploads.filter(state=Upload.State.WAITING)
    until(lambda: not waiting.exists(), SECONDS)
    print(f"{FILES} files in {time.monotonic() - start:.0f} s")
    told = receiving.tally(receiving.lines(own))
    assert told["没有读出"] == 10
    assert sum(told.values()) == FILES
    assert not own.uploads.filter(state=Upload.State.FAILED, failure="").exists()
    assert not own.uploads.filter(state=Upload.State.FAILED).exclude(file="").exists()
    assert own.uploads.filter(state=Upload.State.READ, doubts=0, agency=finance).count() > 400
