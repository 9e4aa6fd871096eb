"""What a reader makes of a file: a report JSON, where each figure stood, and what was doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reports import figures as fig
from reports.figures import Figures

_MOST_RAW = 120


@dataclass(frozen=True)
class Doubt:
    """Something that was not read as it stands, or not at all.

    `cell` is the figure it is about; "" where it could be tied to none. `line` 0: no place.
    """

    cell: str
    raw: str
    why: str
    line: int

    def to_json(self) -> dict[str, Any]:
        """As the contract has it; without a cell or a place these are null."""
        raw = " ".join(self.raw.split())
        raw = raw if len(raw) <= _MOST_RAW else f"{raw[:_MOST_RAW]}…"
        return {
            "cell": self.cell or None,
            "raw": raw,
            "why": self.why,
            "line": self.line or None,
        }


@dataclass(frozen=True)
class Stood:
    """Where a figure stood and how it was written; `column` counts from 1, 0 in plain lines.

    `at` is the character of a plain line at which it begins, from 1; 0 in tables.
    """

    raw: str
    line: int
    column: int = 0
    at: int = 0

    def to_json(self) -> dict[str, Any]:
        """The keys that there are."""
        told = {"raw": self.raw, "line": self.line, "column": self.column, "at": self.at}
        return {key: value for key, value in told.items() if value != 0}


@dataclass
class Reading:
    """A report as it was read. `year` None and `agency` "": not found."""

    edition: str
    agency: str = ""
    year: int | None = None
    title: str = ""
    preamble: str = ""
    sections: dict[str, str] = field(default_factory=dict)
    fees: Figures = field(default_factory=dict)
    figures: Figures = field(default_factory=dict)
    stood: dict[str, Stood] = field(default_factory=dict)
    doubts: dict[Doubt, None] = field(default_factory=dict)

    def doubt(self, why: str, raw: str = "", line: int = 0, cell: str = "") -> None:
        """Notes a doubt; the same one is noted once."""
        self.doubts.setdefault(Doubt(cell, raw, why, line))

    def to_json(self, order: Mapping[str, object]) -> dict[str, Any]:
        """The report JSON, its figures in that order; `stood` says where each was."""
        figures = {id_: self.figures[id_] for id_ in order if id_ in self.figures}
        told: dict[str, Any] = {
            "edition": self.edition,
            "agency": self.agency,
            "year": self.year,
            "title": self.title,
            "preamble": self.preamble,
            "sections": self.sections,
        }
        if self.fees:
            told["fees"] = fig.to_json(self.fees)
        told["figures"] = fig.to_json(figures)
        told["stood"] = {id_: self.stood[id_].to_json() for id_ in figures if id_ in self.stood}
        told["doubts"] = [one.to_json() for one in sorted(self.doubts, key=lambda d: d.line)]
        return told
