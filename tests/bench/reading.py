"""How long a published report takes to read, once the reader is warm; of each kind of file."""

from __future__ import annotations

from functools import partial

from reports.importing import report_file
from reports.rendering import docx, html, pdf, xlsx
from tests.bench.goals import Goal
from tests.bench.subject import subject
from tests.bench.timing import Contestant, compete

TIMES = 12
WORD_MS, PDF_MS = 150, 1500


def goals() -> list[Goal]:
    """The report of a large district as this program draws it, front end and reader together."""
    content = subject()
    files = {
        "docx": (docx.draw(content), WORD_MS),
        "html": (html.draw(content), WORD_MS),
        "xlsx": (xlsx.draw(content), WORD_MS),
        "pdf": (pdf.draw(content), PDF_MS),
    }
    readers = {
        kind: Contestant(f"reading one .{kind}", partial(report_file.parse, data, kind))
        for kind, (data, _) in files.items()
    }
    compete(readers.values(), TIMES)
    return [Goal(one.name, one.median * 1e3, files[kind][1], "ms") for kind, one in readers.items()]
