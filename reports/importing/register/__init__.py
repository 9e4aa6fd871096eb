"""Reads a register of applications, and lets nothing personal through.

`parse` runs in the limited process. What leaves it are days, numbers of cases and the few values
that repeat; names, addresses, telephone numbers and free words stay behind, unread.
"""

from __future__ import annotations

from typing import Any

from reports.counting import Sifted

from .. import gate, limited
from ..gate import UnreadableError
from . import headings, sheets, sieve

KINDS = {"xlsx", "csv"}
MOST_ROWS = 50_000


def read(name: str, data: bytes) -> Sifted:
    """An uploaded register. Raises gate.GateError and UnreadableError."""
    kind = gate.admit(name, data, KINDS)
    return Sifted.from_json(limited.parse("register", data, kind))


def parse(data: bytes, kind: str) -> dict[str, Any]:
    """What may leave the process that reads the file. Raises UnreadableError."""
    found = headings.tables(sheets.of(data, kind))
    if not found.rows:
        raise UnreadableError("台账里没有申请，请检查标题行下面是否有内容")
    if len(found.rows) > MOST_ROWS:
        raise UnreadableError(f"台账超过{MOST_ROWS}行，请按年度拆分后再上传")
    return sieve.sift(found)
