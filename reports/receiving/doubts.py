"""Doubts as a person settles them: what is doubted alike of many cells of a table is one doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reports.formats import Format, edition
from reports.importing import tokens

_MOST_TOLD = 5


@dataclass(frozen=True)
class Doubt:
    """`cells` are those in question, none where it is about no figure; `line` 0: no place.

    `may_be_zero`: all that is written there are marks which some write for nothing at all, and a
    person can say that they mean 0.
    """

    why: str
    raw: str
    line: int
    cells: tuple[str, ...] = ()
    may_be_zero: bool = False


def grouped(told: Mapping[str, Any]) -> list[Doubt]:
    """The doubts of a reading: about figures first, then those of a place, then the rest."""
    fmt = edition(told["edition"])
    groups: dict[tuple[object, ...], list[Mapping[str, Any]]] = {}
    for number, one in enumerate(told["doubts"]):
        groups.setdefault(_alike(fmt, one) or (number,), []).append(one)
    made = [_doubt(fmt, group) for group in groups.values()]
    return sorted(made, key=lambda one: (not one.cells, not one.line))


def _alike(fmt: Format, one: Mapping[str, Any]) -> tuple[object, ...]:
    """What doubts have in common that are settled together; () for one that stands alone."""
    cell = fmt.cells.get(one["cell"])
    if cell is None or not one["why"].startswith(_named(fmt, one["cell"])):
        return ()
    why = one["why"].removeprefix(_named(fmt, one["cell"]))
    return cell.section, why, _is_mark(one["raw"])


def _named(fmt: Format, cell: str) -> str:
    return f"“{fmt.cells[cell].label}”"


def _is_mark(raw: str) -> bool:
    return tokens.kind_of(raw) == tokens.Kind.MARK or raw in tokens.NAUGHT


def _doubt(fmt: Format, group: list[Mapping[str, Any]]) -> Doubt:
    first = group[0]
    cells = tuple(one["cell"] for one in group if one["cell"] in fmt.cells)
    marks = bool(cells) and all(_is_mark(one["raw"]) for one in group)
    why, raw = first["why"], first["raw"]
    if len(group) > 1:
        heading = fmt.section(fmt.cells[cells[0]].section).heading
        why = f"“{heading}”中有{len(group)}格{why.removeprefix(_named(fmt, cells[0]))}"
        raws = list(dict.fromkeys(one["raw"] for one in group))
        raw = "、".join(raws[:_MOST_TOLD]) + ("等" if len(raws) > _MOST_TOLD else "")
    return Doubt(why, raw, first["line"] or 0, cells, marks)
