"""Where one block of a table stands: how deep its heading trees go and what each heading covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .grammar import Block, Heading


@dataclass(frozen=True)
class Frame:
    """Where the parts of one block begin, from row `top` on in a table of `width` columns."""

    block: Block
    top: int
    width: int

    @property
    def row_depth(self) -> int:
        """Columns that the row headings take."""
        return max((row.depth for row in self.block.rows), default=0)

    @property
    def column_depth(self) -> int:
        """Rows that the column headings take."""
        return max(column.depth for column in self.block.columns)

    @property
    def banner_row(self) -> int:
        """The row of the banner, or where it would be."""
        return self.top + bool(self.block.title)

    @property
    def columns_row(self) -> int:
        """The first row of column headings."""
        return self.banner_row + bool(self.block.banner)

    @property
    def first(self) -> int:
        """The first row of figures."""
        return self.columns_row + self.column_depth

    @property
    def bottom(self) -> int:
        """The row after the last one of figures."""
        return self.first + (sum(row.span for row in self.block.rows) or 1)

    def across(self, figures: int) -> int:
        """Columns of the table that so many figures of the block take: each the same share."""
        whole = sum(column.span for column in self.block.columns)
        return figures * (self.width - self.row_depth) // whole

    def id(self, *parts: str) -> str:
        """The id of a heading box: its block, its axis and its heading, without dots."""
        return "-".join(("h", self.block.id, *parts)).replace(".", "-")


@dataclass(frozen=True)
class Placed:
    """A heading on its axis: `start` counts rows or columns of figures, `level` tells how deep.

    `levels` is how many levels it covers; `path` the ids from the outermost heading to it.
    """

    heading: Heading
    start: int
    level: int
    levels: int
    path: tuple[str, ...]


def spread(
    headings: tuple[Heading, ...],
    depth: int,
    start: int = 0,
    level: int = 0,
    above: tuple[str, ...] = (),
) -> Iterator[Placed]:
    """The headings of a tree that fills `depth` levels: whoever has few below him grows taller."""
    for heading in headings:
        levels = depth - heading.depth + 1
        path = (*above, heading.id)
        yield Placed(heading, start, level, levels, path)
        yield from spread(heading.children, depth - levels, start, level + levels, path)
        start += heading.span
