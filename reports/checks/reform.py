"""The figures of an agency that took others over, against those of each of them: R34.

Whoever takes an agency over answers its applications (国办公开办函〔2019〕14号); no clause is known
that says so of its documents. How much of one that was split went where is nobody's figure: there
only the bounds are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.content import Content
from reports.figures import Figure, printed
from reports.formats import Cell

from .case import Case, Predecessor
from .finding import Finding, Severity
from .rule import About, rule
from .year_to_year import impossible

_BASIS = "国办公开办函〔2019〕14号"


@dataclass(frozen=True)
class Share:
    """What one agency brings into a figure; of one that was split it brings some of it."""

    name: str
    figure: Figure
    is_whole: bool


@dataclass(frozen=True)
class Inheritance:
    """What a cell goes on from: a share for the agency itself, if it was there, and each other."""

    shares: tuple[Share, ...]

    @property
    def is_known(self) -> bool:
        """Whether every agency's figure is."""
        return bool(self.shares) and all(one.figure is not None for one in self.shares)

    @property
    def least(self) -> int:
        """The sum of what came over whole."""
        return int(sum(one.figure or 0 for one in self.shares if one.is_whole))

    @property
    def most(self) -> int:
        """That, and all of what was split."""
        return int(sum(one.figure or 0 for one in self.shares))

    @property
    def words(self) -> str:
        """“某某县教育局3＋某某县体育局（拆分）1＝3至4”."""
        told = "＋".join(map(_worded, self.shares))
        is_single = len(self.shares) == 1 and self.shares[0].is_whole
        if is_single or not self.is_known:
            return told
        return f"{told}＝{_between(self.least, self.most)}"


def _worded(share: Share) -> str:
    figure = "（上年数不详）" if share.figure is None else printed(share.figure)
    return f"{share.name}{'' if share.is_whole else '（拆分）'}{figure}"


def _between(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}至{most}"


def inheritances(case: Case) -> dict[str, Inheritance]:
    """For each cell that goes on from last year's what it goes on from; empty without a reform."""
    if not case.predecessors:
        return {}
    own = [Predecessor(case.previous.agency, case.previous)] if case.previous else []
    agencies = (*own, *case.predecessors)
    return {
        cell.id: Inheritance(tuple(_share(cell, one) for one in agencies))
        for cell in case.content.format.cells.values()
        if cell.inherits and all(_counts_same(cell, one.content, case) for one in agencies)
    }


def _counts_same(cell: Cell, content: Content | None, case: Case) -> bool:
    """Openings do in every edition; what was in force is counted in one edition only."""
    return cell.opens or content is None or content.format is case.content.format


def _share(cell: Cell, one: Predecessor) -> Share:
    figure = one.content.figures.get(cell.inherits) if one.content else None
    return Share(one.name, figure, one.is_whole)


@rule("R34", "承接其他机关的，上年结转是否等于各机关之和", about=About.FIGURES, law=_BASIS)
def taken_over_openings(case: Case) -> Iterator[Finding]:
    """R34: the opening balance is the sum of what all of them carried over, in each column."""
    now, known = case.content.figures, inheritances(case)
    cells = [case.content.format.cells[id_] for id_ in known]
    apart = [
        cell
        for cell in cells
        if cell.opens and known[cell.id].is_known and _outside(now.get(cell.id), known[cell.id])
    ]
    if not apart:
        return
    told = "；".join(
        f"“{cell.column[-1]}”本年{printed(now[cell.id])}，{known[cell.id].words}" for cell in apart
    )
    words = f"“{apart[0].row[-1]}”与各机关上年结转的合计不一致：{told}。请核对，确有出入的写明情况"
    yield _finding("reform-opening", words, apart)


@rule("R34", "承接其他机关的，有效文件数是否等于各机关之和", about=About.FIGURES)
def taken_over_stocks(case: Case) -> Iterator[Finding]:
    """R34: what is in force is what was in force at all of them, and issued, less repealed.

    What cannot be at all R16 tells, and alone.
    """
    figures, told = case.content.figures, impossible(case)
    for id_, known in inheritances(case).items():
        cell = case.content.format.cells[id_]
        row = id_.rpartition(".")[0]
        issued, repealed = figures.get(f"{row}.issued"), figures.get(f"{row}.repealed")
        stands = figures.get(id_)
        if cell.opens or id_ in told or not known.is_known or None in (issued, repealed, stands):
            continue
        change = int(issued or 0) - int(repealed or 0)
        if known.least + change <= int(stands or 0) <= known.most + change:
            continue
        due = _between(known.least + change, known.most + change)
        words = (
            f"“{cell.label}”{printed(stands)}，按各机关上年数推算为{due}"
            f"（{known.words}，再加制发{printed(issued)}、减废止{printed(repealed)}）。"
            "有失效、清理的写明情况"
        )
        yield _finding("reform-stock", words, [cell])


def _outside(now: Figure, known: Inheritance) -> bool:
    return now is not None and not known.least <= now <= known.most


def _finding(code: str, words: str, cells: Sequence[Cell]) -> Finding:
    ids = tuple(cell.id for cell in cells)
    return Finding(code, Severity.WARNING, words, ids, cells[0].section, "R34")
