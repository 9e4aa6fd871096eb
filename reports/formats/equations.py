"""Rules of a block written out as equations between cells: all the arithmetic the statute has.

Every equation is a homogeneous sum of integer cells, so sums of balanced reports are balanced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter

from .grammar import Block, Heading, Rule, Section


@dataclass(frozen=True)
class Equation:
    """sum(left) = sum(right). `says` has {left} {right} {gap} {l0} … {r0} … still to be filled."""

    code: str
    section: int
    at: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    says: str
    because: str
    computes: bool

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell it speaks of."""
        return self.left + self.right

    def to_json(self) -> dict[str, object]:
        """What the page needs to judge and compute it."""
        return {
            "code": self.code,
            "section": self.section,
            "left": self.left,
            "right": self.right,
            "says": self.says,
            "because": self.because,
            "computes": self.computes,
        }


def expand(section: Section, block: Block) -> Iterator[Equation]:
    """One equation for each row or column that the block's rules run along."""
    columns = dict(_paths(block.columns))
    rows = dict(_paths(block.rows)) or {"": ""}
    for rule in block.rules:
        if rule.left[0] in columns:
            yield from (_across(section, block, rule, row, rows, columns) for row in rows)
        else:
            yield from (_down(section, block, rule, column, columns) for column in columns)


def _across(
    section: Section,
    block: Block,
    rule: Rule,
    row: str,
    rows: dict[str, str],
    columns: dict[str, str],
) -> Equation:
    """A rule between columns, in one row; a lone row is named by the columns' common heading."""
    at = rows[row] or columns[rule.right[0]].rpartition(" ")[0]
    prefix = (block.id, row) if row else (block.id,)
    return _equation(section, rule, at, prefix, ())


def _down(
    section: Section, block: Block, rule: Rule, column: str, columns: dict[str, str]
) -> Equation:
    """A rule between rows, in one column."""
    return _equation(section, rule, columns[column], (block.id,), (column,))


def _equation(
    section: Section, rule: Rule, at: str, before: tuple[str, ...], after: tuple[str, ...]
) -> Equation:
    def cells(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(".".join((*before, id_, *after)) for id_ in ids)

    return Equation(
        code=rule.code,
        section=section.number,
        at=at,
        left=cells(rule.left),
        right=cells(rule.right),
        says=rule.says.replace("{at}", at),
        because=rule.because,
        computes=rule.computes,
    )


def _paths(headings: tuple[Heading, ...], above: str = "") -> Iterator[tuple[str, str]]:
    """Leaf ids with the words that name them in a sentence: the innermost two headings."""
    for heading in headings:
        if heading.children:
            yield from _paths(heading.children, heading.label)
        else:
            yield heading.id, f"{above} {heading.label}".strip()


def in_order_of_computing(equations: Iterable[Equation]) -> tuple[Equation, ...]:
    """Computing equations first, each after those that fill its addends; one computer a cell.

    Where two rules meet in one cell (the total of totals) the first computes, the other judges.
    """
    computing: dict[str, Equation] = {}
    judging: list[Equation] = []
    for equation in equations:
        if equation.computes and equation.right[0] not in computing:
            computing[equation.right[0]] = equation
        else:
            judging.append(_only_judging(equation))
    order = TopologicalSorter({cell: eq.left for cell, eq in computing.items()}).static_order()
    return (*(computing[cell] for cell in order if cell in computing), *judging)


def _only_judging(equation: Equation) -> Equation:
    fields = {**equation.__dict__, "computes": False}
    return Equation(**fields)
