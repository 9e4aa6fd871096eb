"""Files to give in, and what a worker makes of them, without a process of its own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from agencies.models import Agency, User
from agencies.roles import Role
from reports import receiving
from reports.content import Content
from reports.models import Batch, Report, Upload
from reports.receiving import Desk
from tests.importing.layouts import pipes, spans
from tests.importing.word_files import merged
from tests.samples import sample

PAGE = "2023年报.html"


@cache
def printed(name: str = "某某县财政局", year: int = 2023, of: str = "haidian-2024") -> Content:
    """The figures of a large district under another name and year."""
    content = sample(of, agency=name, year=year)
    return replace(content, title=content.format.title_of(name, year))


def page(name: str = "某某县财政局", year: int = 2023, more: str = "") -> bytes:
    """A web page with the report, and with whatever is put above it."""
    made = spans(printed(name, year)).decode()
    return made.replace("<body>", f"<body>{more}", 1).encode()


def word(name: str = "某某县财政局", year: int = 2023) -> bytes:
    """A Word file."""
    return merged(printed(name, year))


def text(name: str = "某某县财政局", year: int = 2023) -> bytes:
    """A crawled page: rows of pipes."""
    return pipes(printed(name, year))


def packed(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def batch(user: User, agency: Agency, role: str = Role.REPORTER) -> Batch:
    """A batch of that person for that agency."""
    return receiving.open_batch(user, Desk(agency, role))


def given(batch: Batch, data: bytes, name: str = PAGE) -> Upload:
    """One file of the batch, read."""
    upload = receiving.give_in(batch, name, data)
    return read(upload)


def read(upload: Upload) -> Upload:
    """What the worker does with it."""
    receiving.read(upload.pk, lambda percent, stage: None)
    upload.refresh_from_db()
    return upload


def report_of(agency: Agency, year: int) -> Report:
    """The agency's report of that year."""
    return Report.objects.with_duty().get(duty__agency=agency, duty__year=year)
