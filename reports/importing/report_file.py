"""Reads a published or filled-in report, whatever kind of file it is in.

`parse` runs in the limited process; `read` is what the rest of the program calls.
"""

from __future__ import annotations

import importlib
from typing import Any

from . import gate, limited
from .source import Source

KINDS = {
    "docx": "docx",
    "html": "html",
    "htm": "html",
    "mhtml": "mhtml",
    "mht": "mhtml",
    "pdf": "pdf",
    "xlsx": "xlsx",
    "txt": "text",
    "md": "text",
}
"""By extension the front end that reads such files."""


def read(name: str, data: bytes, edition: str = "") -> dict[str, Any]:
    """The report JSON of a file, with `doubts`, and `stood`: where each figure was.

    `edition` overrides the guess. A name without extension is told by the content. Raises
    gate.GateError, UnreadableError and NoFormatError.
    """
    read_: dict[str, Any] = limited.parse("report", data, admitted(name, data), edition)
    return read_


def admitted(name: str, data: bytes) -> str:
    """The front end for a file that may be opened. Raises gate.GateError."""
    if "." not in name:
        name = f"report.{gate.kind_of(data)}"
    return KINDS[gate.admit(name, data, KINDS)]


def parse(data: bytes, front: str, edition: str = "") -> dict[str, Any]:
    """What the front end and the reader make of a file. Raises UnreadableError."""
    return report_of(source_of(data, front), edition)


def source_of(data: bytes, front: str) -> Source:
    """The lines and boxes of a file. Raises UnreadableError."""
    made: Source = importlib.import_module(f"reports.importing.front.{front}").source(data)
    return made


def report_of(source: Source, edition: str = "") -> dict[str, Any]:
    """The report JSON of lines and boxes. Raises UnreadableError."""
    from . import reader

    reading, fmt = reader.read(source, edition)
    return reading.to_json(fmt.cells)
