"""Reads a register of applications, and lets nothing personal through.

`parse` runs in the limited process. What leaves it are days, numbers of cases and the few values
that repeat; names, addresses, telephone numbers and free words stay behind, unread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .. import gate, limited
from ..gate import UnreadableError
from . import headings, sheets, sieve

KINDS = {"xlsx", "csv"}
MOST_ROWS = 50_000


@dataclass(frozen=True)
class Column:
    """A column that was let through. `holds`: case, date or value; `values` with their number."""

    name: str
    holds: str
    values: dict[str, int]


@dataclass(frozen=True)
class Sifted:
    """What is left of a register: each row is its place and then a text for each column.

    `left_out` are the headings of the columns that were not let through.
    """

    columns: tuple[Column, ...]
    left_out: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def to_json(self) -> dict[str, Any]:
        """As it is kept until it is counted."""
        return {
            "columns": [vars(column) for column in self.columns],
            "left_out": list(self.left_out),
            "rows": [list(row) for row in self.rows],
        }


def from_json(data: dict[str, Any]) -> Sifted:
    """As it was kept."""
    return Sifted(
        tuple(Column(**one) for one in data["columns"]),
        tuple(data["left_out"]),
        tuple(tuple(row) for row in data["rows"]),
    )


def read(name: str, data: bytes) -> Sifted:
    """An uploaded register. Raises gate.GateError and UnreadableError."""
    kind = gate.admit(name, data, KINDS)
    return from_json(limited.parse("register", data, kind))


def parse(data: bytes, kind: str) -> dict[str, Any]:
    """What may leave the process that reads the file. Raises UnreadableError."""
    found = headings.tables(sheets.of(data, kind))
    if not found.rows:
        raise UnreadableError("台账里没有申请，请检查标题行下面是否有内容")
    if len(found.rows) > MOST_ROWS:
        raise UnreadableError(f"台账超过{MOST_ROWS}行，请按年度拆分后再上传")
    return sieve.sift(found)
