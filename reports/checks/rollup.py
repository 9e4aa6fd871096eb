"""A government's report against those of the units below it: R60–R64.

No source says that the one must be the sum of the others, so nothing here ever blocks: it is shown
to whoever puts the report together. Table four is no plain sum by rule (国办公开办函〔2016〕201号).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from reports.content import Content
from reports.figures import Figure, printed
from reports.formats import Cell

from .finding import Finding, Severity

_ORIGINAL_ACTOR = "国办公开办函〔2016〕201号"
_DISPUTES = 4
_QUOTED = 3
"""Cells quoted in one finding; how many more there are is said."""
_NAMED = 5
"""Units named in one finding."""

Number = int | Decimal


@dataclass(frozen=True)
class Sum:
    """One cell of a roll-up: its `own` figure, and what the units say.

    `office` is the figure of the government's own office, None where it has none; `units` the sum
    over all units that have the figure, the office among them; `lacking` how many have it not.
    """

    cell: Cell
    own: Figure
    office: Figure
    units: Number
    lacking: int

    @property
    def gap(self) -> Number:
        """By how much the own figure is above the sum; 0 where that cannot be said.

        While a unit is missing only a figure below the sum of the others is certainly off.
        """
        if self.own is None:
            return 0
        gap = self.own - self.units
        uncertain = self.lacking and (gap > 0 or self.cell.kind.is_signed)
        return 0 if uncertain else gap


@dataclass(frozen=True)
class RollUp:
    """What the checks of a roll-up look at.

    `units` are the reports of everyone directly below, by name, None where there is none; `office`
    names the one of them that is the government's own; `previous` is last year's roll-up.
    """

    content: Content
    units: tuple[tuple[str, Content | None], ...]
    office: str = ""
    previous: Content | None = None

    @cached_property
    def sums(self) -> Mapping[str, Sum]:
        """Every cell with its sum, by id, in the order of the form."""
        return {cell.id: self._sum(cell) for cell in self.content.format.cells.values()}

    def _sum(self, cell: Cell) -> Sum:
        said = [(name, _figure(unit, cell.id)) for name, unit in self.units]
        known = [figure for _, figure in said if figure is not None]
        office = next((figure for name, figure in said if name == self.office), None)
        own, lacking = self.content.figures.get(cell.id), len(said) - len(known)
        return Sum(cell, own, office, sum(known), lacking)


RollUpCheck = Callable[[RollUp], Iterable[Finding]]


def _figure(unit: Content | None, id_: str) -> Figure:
    return unit.figures.get(id_) if unit else None


def check_rollup(rollup: RollUp) -> list[Finding]:
    """Everything that is found, the doubts before the notes."""
    found = [finding for one in ROLL_UP for finding in one(rollup)]
    return sorted(found, key=lambda one: (one.severity is Severity.NOTE, one.section or 0))


def sums_agree(rollup: RollUp) -> Iterator[Finding]:
    """R60: each figure is the sum over the units; what is the office's own is shown apart."""
    for section in rollup.content.format.sections:
        apart = [one for one in _apart(rollup, section.number) if section.number != _DISPUTES]
        if apart:
            words = f"与所属机关合计不一致：{_told(rollup, apart)}。请核对"
            yield _finding("sum", words, apart, "R60")


def all_there(rollup: RollUp) -> Iterator[Finding]:
    """R61: everyone below has a report, and no figure is missing in any."""
    without = [name for name, unit in rollup.units if unit is None]
    if without:
        words = f"还有{len(without)}家没有可以汇总的本年报告：{_names(without)}。合计不完整"
        yield Finding("units-missing", Severity.WARNING, words, rule="R61")
    lacking = {name: n for name, unit in rollup.units if unit and (n := _blanks(rollup, unit))}
    if lacking:
        told = _names([f"{name}（{n}格）" for name, n in lacking.items()])
        words = f"有{len(lacking)}家的报告缺少数据：{told}。合计不完整"
        yield Finding("figures-missing", Severity.WARNING, words, rule="R61")


def disputes_are_no_plain_sum(rollup: RollUp) -> Iterator[Finding]:
    """R62: a case in which a unit only reviewed and is sued along counts for the other alone."""
    apart = _apart(rollup, _DISPUTES)
    rule = "复议机关作共同被告的案件只由原行为主体计算"
    if apart:
        words = f"与所属机关合计不一致：{_told(rollup, apart)}。{rule}，可以少于合计，请核对"
        yield _note("disputes-sum", words, apart)
        return
    twice = [one for one in _of(rollup, _DISPUTES) if _may_be_twice(one)]
    if twice:
        words = f"本级和所属机关都有“{twice[0].cell.column[-2]}”案件。{rule}，请核对有没有重复计算"
        yield _note("disputes-twice", words, twice)


def _may_be_twice(one: Sum) -> bool:
    """Suits after review, of which both the office and another unit have some."""
    if one.cell.id != "disputes.after_review.total" or one.office is None:
        return False
    return 0 < one.office < one.units


def office_counts_once(rollup: RollUp) -> Iterator[Finding]:
    """R63: the government's own office contributes like every unit: not lost, and not twice."""
    if not rollup.office:
        return
    times = [name for name, _ in rollup.units].count(rollup.office)
    if times != 1:
        what = "没有列入汇总单位" if not times else f"在汇总单位中出现{times}次"
        words = f"“{rollup.office}”{what}，应当列入一次"
        yield Finding("office", Severity.WARNING, words, rule="R63")
        return
    own = [
        (one, one.office)
        for one in rollup.sums.values()
        if one.office and one.cell.section != _DISPUTES
    ]
    for sign, what in ((1, "重复计入"), (-1, "漏计")):
        off = [one for one, office in own if one.gap == sign * office]
        if off and len(off) == len(own):
            words = f"与合计的差额正好是“{rollup.office}”的数，像是{what}，请核对"
            yield _finding("office", words, off, "R63")


def goes_on_from_last_year(rollup: RollUp) -> Iterator[Finding]:
    """R64: the opening row is what last year's roll-up carried over, whichever units came or went.

    The sum over the units may be another one: who took over a unit's applications is not said.
    """
    if rollup.previous is None:
        return
    last = rollup.previous.figures
    opening = [one for one in rollup.sums.values() if one.cell.opens]
    apart = [one for one in opening if _differ(one.own, last.get(one.cell.inherits))]
    if apart:
        told = "；".join(
            f"“{one.cell.column[-1]}”{printed(one.own)}，{rollup.previous.year}年"
            f"{printed(last.get(one.cell.inherits))}"
            for one in apart
        )
        words = f"“{apart[0].cell.row[-1]}”与上年汇总报告结转的数不一致：{told}。"
        words += "机构增减不影响结转，请核对"
        yield _finding("rollup-opening", words, apart, "R64")


ROLL_UP: tuple[RollUpCheck, ...] = (
    all_there,
    sums_agree,
    disputes_are_no_plain_sum,
    office_counts_once,
    goes_on_from_last_year,
)
"""All checks of a roll-up."""


def _differ(now: Figure, last: Figure) -> bool:
    return now is not None and last is not None and now != last


def _of(rollup: RollUp, section: int | None) -> list[Sum]:
    return [one for one in rollup.sums.values() if one.cell.section == section]


def _apart(rollup: RollUp, section: int) -> list[Sum]:
    return [one for one in _of(rollup, section) if one.gap]


def _blanks(rollup: RollUp, unit: Content) -> int:
    return sum(unit.figures.get(id_) is None for id_ in rollup.content.format.cells)


def _names(names: list[str]) -> str:
    return "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")


def _told(rollup: RollUp, apart: list[Sum]) -> str:
    """“规章 制发”3，合计5（其中县政府办1），少2；…"""
    told = "；".join(_one(rollup, one) for one in apart[:_QUOTED])
    return told + (f"等{len(apart)}格" if len(apart) > _QUOTED else "")


def _one(rollup: RollUp, one: Sum) -> str:
    office = "" if one.office is None else f"（其中{rollup.office}{printed(one.office)}）"
    gap, more = (one.gap, "多") if one.gap > 0 else (-one.gap, "少")
    return (
        f"“{one.cell.label}”{printed(one.own)}，合计{printed(one.units)}{office}，"
        f"{more}{printed(gap)}"
    )


def _finding(code: str, words: str, sums: list[Sum], rule: str) -> Finding:
    cells = tuple(one.cell.id for one in sums)
    return Finding(code, Severity.WARNING, words, cells, sums[0].cell.section, rule)


def _note(code: str, words: str, sums: list[Sum]) -> Finding:
    note = _finding(code, words, sums, "R62")
    return replace(note, severity=Severity.NOTE, because=_ORIGINAL_ACTOR)
