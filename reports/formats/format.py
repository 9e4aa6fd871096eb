"""A whole statutory form and what follows from it: its cells, its equations, its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .equations import Equation, expand, in_order_of_computing
from .grammar import Block, Fee, Heading, Kind, Section


@dataclass(frozen=True)
class Cell:
    """One figure of the form. `row` and `column` are the statutory label paths, outermost first.

    `label` names it in a sentence; `computed` says that the page fills it in from other cells;
    `inherits` is the cell of last year's report that it goes on from, if any.
    """

    id: str
    section: int
    block: str
    row: tuple[str, ...]
    column: tuple[str, ...]
    kind: Kind
    computed: bool = False
    inherits: str = ""

    @property
    def opens(self) -> bool:
        """Whether it must be the very figure that it inherits, as an opening balance is.

        What inherits from its own place of last year is a stock, which the year has moved.
        """
        return bool(self.inherits) and self.inherits != self.id

    @property
    def suffix(self) -> str:
        """The unit printed behind the figure: that of money whose heading does not name it."""
        unit = self.kind.unit
        return unit if self.kind.is_money and unit not in self.column[-1] else ""

    @property
    def label(self) -> str:
        """Row and column in one phrase, of each the innermost two headings: no cell shares it."""
        return " × ".join(" ".join(path[-2:]) for path in (self.row, self.column) if path)


def leaves(
    headings: tuple[Heading, ...], above: tuple[str, ...] = ()
) -> Iterator[tuple[Heading, tuple[str, ...]]]:
    """The leaf headings with their label paths, in printed order."""
    for heading in headings:
        path = (*above, heading.label)
        if heading.children:
            yield from leaves(heading.children, path)
        else:
            yield heading, path


def cell_id(block: Block, row: str, column: str) -> str:
    """The contract's id of a figure: block, row and column; table four has no row name."""
    return ".".join(part for part in (block.id, row, column) if part)


@dataclass(frozen=True, eq=False)
class Format:
    """One edition of the form. `title` and `fee_sentence` are patterns of the words they print;
    `fees_in` is the section that states the fees, `fee_subject` what prose that states them in its
    own words speaks of; an edition without fees has none of these.

    `inherits` maps a row or column ("block.row", "block.column") to the one of last year's report
    that it goes on from: no bulk filling may put 0 there while that was not 0. `review_first` is
    the clause that sends disputes to review before they go to a court.
    """

    edition: str
    basis: str
    first_year: int
    last_year: int | None
    title: str
    sections: tuple[Section, ...]
    fees: tuple[Fee, ...] = ()
    fees_in: int = 0
    fee_sentence: str = ""
    fee_subject: str = ""
    zero_sentences: Mapping[int, str] = field(default_factory=dict)
    inherits: Mapping[str, str] = field(default_factory=dict)
    review_first: str = ""

    def title_of(self, agency: str, year: int) -> str:
        """The title of that agency's report."""
        return self.title.format(agency=agency, year=year)

    def section(self, number: int) -> Section:
        """The part printed under that number, counted from 1."""
        return self.sections[number - 1]

    @cached_property
    def prose_keys(self) -> tuple[str, ...]:
        """The parts written in words, as keyed in report JSON and drafts: preamble, 1, 5, 6."""
        return ("preamble", *(str(s.number) for s in self.sections if s.is_prose))

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """Every figure by id, in printed order."""
        computed = {cell for eq in self.equations if eq.computes for cell in eq.right}
        return {
            cell.id: cell
            for section in self.sections
            for block in section.blocks
            for cell in self._cells_of(section, block, computed)
        }

    def _cells_of(self, section: Section, block: Block, computed: set[str]) -> Iterator[Cell]:
        for row, row_path in leaves(block.rows) if block.rows else [(Heading("", ""), ())]:
            for column, column_path in leaves(block.columns):
                id_ = cell_id(block, row.id, column.id)
                yield Cell(
                    id_,
                    section.number,
                    block.title,
                    row_path,
                    column_path,
                    column.kind,
                    id_ in computed,
                    self._inherited(block, row.id, column.id),
                )

    def _inherited(self, block: Block, row: str, column: str) -> str:
        """The cell of last year's report that this one goes on from; "" for most."""
        if last := self.inherits.get(f"{block.id}.{row}"):
            return cell_id(block, last, column)
        if last := self.inherits.get(f"{block.id}.{column}"):
            return cell_id(block, row, last)
        return ""

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """All identities: those that compute first, in an order in which they can be computed."""
        found = [eq for s in self.sections for block in s.blocks for eq in expand(s, block)]
        return in_order_of_computing(found)

    def labels(self) -> Iterator[str]:
        """Every statutory label once or more: headings of sections, blocks, rows, columns, fees."""
        for section in self.sections:
            yield section.heading
            for block in section.blocks:
                yield from filter(None, (block.title, block.corner, block.banner))
                yield from _labels_under(block.rows)
                yield from _labels_under(block.columns)
        yield from (fee.label for fee in self.fees)


def _labels_under(headings: tuple[Heading, ...]) -> Iterator[str]:
    for heading in headings:
        yield heading.label
        yield from _labels_under(heading.children)
