"""What of a form one division can be asked for: a section, a table of it, a row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from .format import Format, cell_id, leaves
from .grammar import Block, Section


@dataclass(frozen=True)
class Target:
    """One part that can be assigned. `keys` are the figures, fees and words typed in it.

    `id` is section.<number>, table.<block> or row.<block>.<row>; `depth` is 0, 1 or 2.
    """

    id: str
    label: str
    section: int
    depth: int
    keys: tuple[str, ...]


@cache
def targets(fmt: Format) -> Mapping[str, Target]:
    """Every part that can be assigned, in printed order, by id."""
    return {one.id: one for section in fmt.sections for one in _of_section(fmt, section)}


def _of_section(fmt: Format, section: Section) -> Iterator[Target]:
    name = f"section.{section.number}"
    if section.is_prose:
        fees = tuple(f.key for f in fmt.fees) if section.number == fmt.fees_in else ()
        keys = (f"prose.{section.number}", *fees)
        yield Target(name, section.heading, section.number, 0, keys)
        return
    parts = [part for block in section.blocks for part in _of_block(fmt, section, block)]
    keys = tuple(key for part in parts if part.depth == 1 for key in part.keys)
    yield Target(name, section.heading, section.number, 0, keys)
    yield from parts if len(section.blocks) > 1 else parts[1:]


def _of_block(fmt: Format, section: Section, block: Block) -> Iterator[Target]:
    rows = [
        Target(f"row.{block.id}.{row.id}", " ".join(path[-2:]), section.number, 2, keys)
        for row, path in leaves(block.rows)
        if (keys := _typed(fmt, block, row.id))
    ]
    keys = tuple(key for row in rows for key in row.keys) or _typed(fmt, block, "")
    label = block.title or section.heading
    yield Target(f"table.{block.id}", label, section.number, 1, keys)
    yield from rows


def _typed(fmt: Format, block: Block, row: str) -> tuple[str, ...]:
    """The ids of the row's figures that are typed, not computed."""
    ids = [cell_id(block, row, column.id) for column, _ in leaves(block.columns)]
    return tuple(id_ for id_ in ids if not fmt.cells[id_].computed)
