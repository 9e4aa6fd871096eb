"""A report as it was read together with what the reader saw of the file, to be set side by side.

Nothing of a foreign file but its lines and boxes leaves the limited process, as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from . import limited, report_file
from .source import Source

_MOST_SHOWN = 40
_DAY = r"\s*[:：]?\s*(20\d{2})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})"
_SAID = tuple(
    re.compile(rf"(?:{word})\s*(?:时\s*间|日\s*期){_DAY}")
    for word in ("发\\s*布|公\\s*布|公\\s*开", "更\\s*新|生\\s*成|成\\s*文", "")
)
"""How pages say when they were published, the plainest first."""


def read(name: str, data: bytes, edition: str = "") -> dict[str, Any]:
    """{report, rows, published} of a file: its report JSON as `report_file.read` tells it; its rows
    as [line, table, [[text, column, columns taken], …]]; the day on which it says it was published.

    Raises gate.GateError, UnreadableError and NoFormatError.
    """
    front = report_file.admitted(name, data)
    told: dict[str, Any] = limited.parse("report-beside", data, front, edition)
    return told


def parse(data: bytes, front: str, edition: str = "") -> dict[str, Any]:
    """The same, in the limited process. Raises UnreadableError."""
    source = report_file.source_of(data, front)
    told = {
        "report": report_file.report_of(source, edition),
        "rows": list(_rows(source)),
        "published": _published(source),
    }
    return {key: _without_nul(value) for key, value in told.items()}


def _without_nul(value: Any) -> Any:
    """PostgreSQL keeps no text with NUL in it; places in lines stay what they are."""
    if isinstance(value, str):
        return value.replace("\x00", " ")
    if isinstance(value, dict):
        return {key: _without_nul(one) for key, one in value.items()}
    return [_without_nul(one) for one in value] if isinstance(value, list) else value


def _rows(source: Source) -> Iterator[list[Any]]:
    for row in source.rows:
        boxes = [[box.text, box.column, box.colspan] for box in row.boxes]
        yield [row.line, row.table, boxes]


def _published(source: Source) -> str:
    """The day in ISO form; "" where the file says none, or what cannot be one."""
    texts = [row.text for row in source.rows]
    for said in _SAID:
        for text in texts[:_MOST_SHOWN] + texts[-_MOST_SHOWN:]:
            if match := said.search(text):
                try:
                    return date(*map(int, match.groups())).isoformat()
                except ValueError:
                    continue
    return ""
