"""What is left of a register once everything personal is out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from .entries import Entry


@dataclass(frozen=True)
class Column:
    """A column that was let through. `holds`: case, date or value; `values` with their number."""

    name: str
    holds: str
    values: dict[str, int]


@dataclass(frozen=True)
class Sifted:
    """What is left of a register: each row is its place and then a text for each column.

    `left_out` are the headings of the columns that were not let through, `passed_over` the sheets
    that were not read, each with why.
    """

    columns: tuple[Column, ...]
    left_out: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    passed_over: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As it is kept until it is counted."""
        return {
            "columns": [vars(column) for column in self.columns],
            "left_out": list(self.left_out),
            "rows": [list(row) for row in self.rows],
            "passed_over": list(self.passed_over),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """As it was kept."""
        return cls(
            tuple(Column(**one) for one in data["columns"]),
            tuple(data["left_out"]),
            tuple(tuple(row) for row in data["rows"]),
            tuple(data.get("passed_over", ())),
        )

    def column(self, name: str) -> Column | None:
        """The first column of that name; None where there is none."""
        return next((one for one in self.columns if one.name == name), None)

    def entries(self, chosen: Mapping[str, str]) -> Iterator[Entry]:
        """The rows; `chosen` has by role the name of a column."""
        names = [column.name for column in self.columns]
        at = {role: names.index(name) + 1 for role, name in chosen.items() if name in names}
        for row in self.rows:
            yield Entry(row[0], **{role: row[place] for role, place in at.items()})
