"""What a check finds, and what a finding blocks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """错误 blocks always, 疑点 until explained, 提示 never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The word a clerk reads."""
        return {"error": "错误", "warning": "疑点", "note": "提示"}[self.value]


@dataclass(frozen=True)
class Repair:
    """One cell to look at, and why. `then` is every figure that would change if it were so."""

    cell: str
    message: str
    then: Mapping[str, int] = field(hash=False)

    def to_json(self) -> dict[str, str]:
        """For the page and for `checkreport`: where to look and why; not what to put there."""
        return {"cell": self.cell, "message": self.message}


@dataclass(frozen=True)
class Finding:
    """One thing found, in a clerk's words.

    `cells` are the figures it rests on, `because` is the clause, `rule` its number in the
    catalogue of checks (R20 …), `repairs` the places where one slip could explain it. `asks` says
    what the check looks at, `rests` are the values and the texts that its fingerprint covers.
    """

    code: str
    severity: Severity
    message: str
    cells: tuple[str, ...] = ()
    section: int | None = None
    rule: str = ""
    because: str = ""
    repairs: tuple[Repair, ...] = ()
    asks: str = ""
    rests: tuple[str, ...] = field(default=(), repr=False)

    @property
    def fingerprint(self) -> str:
        """What explanations hang on: it changes with the finding and all that it rests on."""
        words = "\n".join((self.code, self.message, *self.cells, *self.rests))
        return hashlib.sha256(words.encode()).hexdigest()[:32]

    def to_json(self) -> dict[str, object]:
        """As `checkreport` prints it (contract)."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "cells": list(self.cells),
            "section": self.section,
            "message": self.message,
            "rule": self.rule,
            "because": self.because,
            "asks": self.asks,
            "repairs": [repair.to_json() for repair in self.repairs],
        }
