"""What is counted, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Meanings = Mapping[str, Mapping[str, str]]
"""By role of a column: what each of its values stands for, as an id of `formats.register`."""

HIDDEN = "？"
"""Stands for what was not let through in a column of days."""
MASKED = "＊＊"
"""Stands behind the first character of a value that may be somebody's name."""


@dataclass(frozen=True)
class Entry:
    """One row of a register, as it was written; `where` names it, like “第5行”.

    Of an applicant or a result the second column says more where the first says a group alone.
    """

    where: str
    case: str = ""
    received: str = ""
    applicant: str = ""
    organisation: str = ""
    finished: str = ""
    result: str = ""
    reason: str = ""

    @property
    def name(self) -> str:
        """What it is listed as: the number of the case, else its place."""
        return self.case or self.where

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing that counts: rows of sums, notes and blanks."""
        return not (self.received or self.applicant or self.finished or self.result)


@dataclass(frozen=True)
class Outside:
    """A row that fits no cell, and why. `elsewhere`: rightly, it belongs to another year."""

    where: str
    case: str
    why: str
    elsewhere: bool = False


@dataclass
class Counted:
    """By cell the cases that it counts; every cell that can be counted is there.

    Each case stands in two cells of its column: it is new or was brought forward, and it has a
    result or is carried over. So whatever was counted balances.
    """

    cells: dict[str, list[str]]
    outside: list[Outside] = field(default_factory=list)
    rows: int = 0

    @property
    def doubtful(self) -> list[Outside]:
        """The rows somebody must look at."""
        return [one for one in self.outside if not one.elsewhere]
