"""The parts of a report as empty paper: what one division is asked for, to print and fill in."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reports.content import Content
from reports.formats import Fee
from reports.formats.grid import Box, grid


def blank_parts(content: Content, keys: Collection[str]) -> Iterator[dict[str, object]]:
    """Each section that holds a key: its heading, its table with open and shut boxes, its words.

    A part has `heading`; for a table `key`, `table` and `rows` as document/table.html draws them;
    else `fees` and `prose` (words are asked for).
    """
    fmt = content.format
    for section in fmt.sections:
        fees = _fees(fmt.fees, keys) if section.number == fmt.fees_in else []
        if section.is_prose:
            prose = f"prose.{section.number}" in keys
            if prose or fees:
                yield {"heading": section.heading, "fees": fees, "prose": prose}
            continue
        table = grid(fmt, section.number)
        if any(box.cell and box.cell.id in keys for box in table.boxes()):
            rows = [[_blank(box, keys) for box in row] for row in table.rows]
            yield {
                "heading": section.heading,
                "key": section.number,
                "table": table,
                "rows": rows,
            }


def _fees(fees: tuple[Fee, ...], keys: Collection[str]) -> list[Fee]:
    return [fee for fee in fees if fee.key in keys]


def _blank(box: Box, keys: Collection[str]) -> dict[str, object]:
    is_open = box.cell is not None and box.cell.id in keys
    lines = (box.cell.suffix,) if box.cell else box.lines or (box.text,)
    return {"box": box, "lines": lines, "extra": "sheet-open" if is_open else "sheet-shut"}
