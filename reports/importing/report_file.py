"""Reads a published or filled-in report, whatever kind of file it is in.

`parse` runs in the limited process; `read` is what the rest of the program calls.
"""

from __future__ import annotations

import importlib
from typing import Any

from . import gate, limited

KINDS = {
    "docx": "docx",
    "html": "html",
    "htm": "html",
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
    if "." not in name:
        name = f"report.{gate.kind_of(data)}"
    kind = gate.admit(name, data, KINDS)
    read_: dict[str, Any] = limited.parse("report", data, KINDS[kind], edition)
    return read_


def parse(data: bytes, front: str, edition: str = "") -> dict[str, Any]:
    """What the front end and the reader make of a file. Raises UnreadableError."""
    from . import reader

    made = importlib.import_module(f"reports.importing.front.{front}").source(data)
    reading, fmt = reader.read(made, edition)
    return reading.to_json(fmt.cells)
