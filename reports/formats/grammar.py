"""The vocabulary in which a statutory form is written down: headings, blocks, rules, sections.

Pure data. What a form means (its cells, equations, labels) is derived in `format.py`, where it
stands on the page in `grid.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a figure counts; the values are those of the contract's cell lists."""

    COUNT = "count"
    SIGNED_COUNT = "signed_count"
    MONEY_WAN_YUAN = "money_wan_yuan"
    MONEY_YUAN = "money_yuan"

    @property
    def is_money(self) -> bool:
        """Whether decimals are allowed."""
        return self in (Kind.MONEY_WAN_YUAN, Kind.MONEY_YUAN)

    @property
    def is_signed(self) -> bool:
        """Whether it may be negative."""
        return self is Kind.SIGNED_COUNT

    @property
    def unit(self) -> str:
        """The unit in which the figure is typed and printed."""
        return {Kind.MONEY_WAN_YUAN: "万元", Kind.MONEY_YUAN: "元"}.get(self, "件")


@dataclass(frozen=True)
class Heading:
    """One heading of a row or column tree; a leaf names a row or column of figures.

    `lines` is the label broken where the printed form breaks it in a narrow column. `kind` is what
    the figures of a column count.
    """

    id: str
    label: str
    children: tuple[Heading, ...] = ()
    lines: tuple[str, ...] = ()
    kind: Kind = Kind.COUNT

    @property
    def depth(self) -> int:
        """How many levels of headings it opens, itself included."""
        return 1 + max((child.depth for child in self.children), default=0)

    @property
    def span(self) -> int:
        """How many rows or columns of figures stand under it."""
        return sum(child.span for child in self.children) or 1


def H(
    id_: str,
    label: str,
    *children: Heading,
    lines: tuple[str, ...] = (),
    kind: Kind = Kind.COUNT,
) -> Heading:
    """A heading with its children written behind it, so that the file looks like the form."""
    return Heading(id_, label, children, lines, kind)


@dataclass(frozen=True)
class Rule:
    """An identity between whole rows or whole columns of a block; it holds along the other axis.

    `left` and `right` are heading ids. `says` is the clerk's sentence for a failure, with {at},
    {left}, {right}, {gap} and the single values {l0} {l1} … {r0} {r1} …. A rule that `computes`
    also fills its right side in from its left.
    """

    code: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    says: str
    because: str
    computes: bool = False


@dataclass(frozen=True)
class Block:
    """Figures under a row tree and a column tree. No rows means one row without a label."""

    id: str
    columns: tuple[Heading, ...]
    rows: tuple[Heading, ...] = ()
    title: str = ""
    corner: str = ""
    banner: str = ""
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class Section:
    """One of the six parts: prose, or a table of blocks. `widths` are the table's columns in mm.

    Each block shares out the columns that its row headings leave evenly among its figures.
    `own_page` asks for a table that must not be split over two pages to start a fresh one.
    `topics` are what a part in words must speak of, `government_topics` what it must besides in the
    report of a people's government. `signs` are patterns of the words by which a text that speaks
    of each of the topics is known, `government_signs` likewise for each thing asked of them.
    """

    number: int
    heading: str
    short: str
    blocks: tuple[Block, ...] = ()
    widths: tuple[float, ...] = ()
    own_page: bool = False
    help: str = ""
    topics: tuple[str, ...] = ()
    government_topics: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    government_signs: tuple[str, ...] = ()

    @property
    def is_prose(self) -> bool:
        """Whether it is written in words."""
        return not self.blocks


@dataclass(frozen=True)
class Fee:
    """One figure that the prose of section six must state (information-handling fees)."""

    id: str
    label: str
    kind: Kind

    @property
    def key(self) -> str:
        """Its key in drafts and findings."""
        return f"fees.{self.id}"

    @property
    def named(self) -> str:
        """Its label with its unit, as it stands beside a box."""
        return f"{self.label}（{self.kind.unit}）"
