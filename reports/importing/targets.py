"""The rows of a form as a reader looks for them: every heading of rows in its bare spelling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reports.formats import Block, Format, Heading
from reports.formats.format import cell_id, leaves
from reports.formats.wording import bare, core

_SHORT = 4
"""A word of fewer characters is found only where it stands alone or at an end."""


@dataclass(frozen=True)
class Target:
    """One heading of rows. `cells` are the figures beside it, in printed order; a heading of a
    group has none, and `under` are the ids of what stands in the group.
    """

    id: str
    label: str
    cells: tuple[str, ...]
    under: tuple[str, ...] = ()

    @property
    def bare(self) -> str:
        """The bare label."""
        return bare(self.label)

    @property
    def core(self) -> str:
        """The bare label without its number."""
        return core(self.label)

    @property
    def is_short(self) -> bool:
        """Whether its words without the number could mean much else."""
        return len(self.core) < _SHORT


@cache
def targets(fmt: Format, section: int) -> tuple[Target, ...]:
    """The headings of rows of a section, groups before what stands in them."""
    blocks = fmt.section(section).blocks
    return tuple(target for block in blocks for target in _of(block, block.rows))


def _of(block: Block, rows: tuple[Heading, ...]) -> Iterator[Target]:
    columns = [leaf.id for leaf, _ in leaves(block.columns)]
    for row in rows:
        if row.children:
            yield Target(row.id, row.label, (), tuple(leaf.id for leaf, _ in leaves(row.children)))
            yield from _of(block, row.children)
        else:
            ids = (cell_id(block, row.id, column) for column in columns)
            yield Target(row.id, row.label, tuple(ids))


@cache
def disputes(fmt: Format) -> tuple[str, ...]:
    """The figures of the table that has one row without a heading, in printed order."""
    return tuple(
        cell_id(block, "", leaf.id)
        for section in fmt.sections
        for block in section.blocks
        if not block.rows
        for leaf, _ in leaves(block.columns)
    )
