"""Compares what the narrative says with what the tables say, and rewrites the number on request.

A cell that is not filled in is unknown, never 0. What is filled in beside it still sets a least
value: a text that says less than that is wrong whatever the rest will be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from reports.figures import Figures

from .claims import Claim, Kind
from .numerals import Numeral, alike

_TOLERANCE = Decimal("0.1")
"""By how much a percentage may be off (R44)."""


class Verdict(StrEnum):
    """Whether text and tables agree; UNKNOWN where the tables do not say yet.

    PART: the paragraph counts the same thing several times, and all together or another is right.
    """

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNKNOWN = "unknown"
    PART = "part"


@dataclass(frozen=True)
class Sum:
    """What some cells add up to: `least` is sure, and all there is where it is `exact`."""

    least: Decimal
    exact: bool


@dataclass(frozen=True)
class Comparison:
    """The verdict, and what the tables have instead: the likeliest value, or the least it can be.

    `cells` are the ones that give `has`; `of` of a share those that it is a share of.
    """

    verdict: Verdict
    has: Sum | None = None
    cells: tuple[str, ...] = ()
    of: tuple[str, ...] = ()


def compare(claim: Claim, figures: Figures, previous: Figures | None = None) -> Comparison:
    """The claim against the report's figures and, for a change, last year's.

    It agrees if it is right in one of the ways in which it may be meant, and disagrees only if it
    is wrong in all of them.
    """
    ways = list(_ways(claim, figures, previous))
    for way in ways:
        if way.verdict is Verdict.AGREES:
            return way
    if any(way.verdict is Verdict.UNKNOWN for way in ways):
        return Comparison(Verdict.UNKNOWN, cells=claim.cells[0])
    return ways[0]


def compare_all(
    claims: Sequence[Claim], figures: Figures, previous: Figures | None = None
) -> list[Comparison]:
    """Each claim of a report, in the light of the others of its paragraph.

    What disagrees alone may be a part, where a paragraph counts as of several offices: then one of
    the numbers is that of the table, or their sum is.
    """
    alone = [compare(claim, figures, previous) for claim in claims]
    groups: dict[object, list[int]] = {}
    for n, claim in enumerate(claims):
        if claim.kind is Kind.COUNT:
            groups.setdefault(claim.group, []).append(n)
    for same in groups.values():
        _among(same, claims, alone, figures)
    return alone


def _among(
    same: Sequence[int], claims: Sequence[Claim], found: list[Comparison], figures: Figures
) -> None:
    """What counts the same thing, by its places: those that disagree become parts, if they are."""
    value = sum((claims[n].value for n in same), Decimal(0))
    verdicts = [found[n].verdict for n in same]
    if Verdict.DISAGREES not in verdicts:
        return
    whole = compare(replace(claims[same[0]], value=value), figures)
    if Verdict.AGREES in (*verdicts, whole.verdict):
        for n in same:
            if found[n].verdict is Verdict.DISAGREES:
                found[n] = replace(found[n], verdict=Verdict.PART)


def rewritten(claim: Claim, figures: Figures, previous: Figures | None = None) -> str | None:
    """The claim's number as the tables have it, in the same manner of writing.

    None where the tables do not say, where it is not clear which cell is meant, or where the manner
    cannot write it. A number that agrees stays as it is.
    """
    found = compare(claim, figures, previous)
    if found.verdict is Verdict.AGREES:
        return claim.text
    if claim.numeral is None or found.has is None or not fits(claim, found):
        return None
    return alike(replace(claim.numeral, text=claim.text), abs(found.has.least))


def fits(claim: Claim, found: Comparison) -> bool:
    """Whether the tables' number can stand where the claim's does, with the same words round it."""
    if claim.numeral is None or not claim.noun.sure or found.has is None or not found.has.exact:
        return False
    return claim.kind is not Kind.CHANGE or (found.has.least < 0) == (claim.value < 0)


def _ways(claim: Claim, figures: Figures, previous: Figures | None) -> Iterator[Comparison]:
    for cells in claim.cells:
        if claim.kind is Kind.CHANGE:
            yield _changed(claim, cells, figures, previous)
        elif claim.kind is Kind.PERCENT:
            yield _shared(claim, cells, figures)
        else:
            yield _counted(claim, cells, figures)


def _counted(claim: Claim, cells: tuple[str, ...], figures: Figures) -> Comparison:
    sums = _sums(cells, figures)
    less = summed(claim.noun.less, figures)
    if less.exact and cells == claim.cells[0]:
        sums += [replace(one, least=one.least - less.least) for one in sums if one.exact]
    verdicts = [_judged(claim, one, exactly=True) for one in sums]
    return Comparison(_best(verdicts), sums[0], cells)


def _shared(claim: Claim, cells: tuple[str, ...], figures: Figures) -> Comparison:
    """The share in the likeliest whole; in another one only if it is right there."""
    found = [_share(claim, cells, of, figures) for of in claim.of]
    right = (one for one in found if one.verdict is Verdict.AGREES)
    return next(right, found[0])


def _share(
    claim: Claim, cells: tuple[str, ...], of: tuple[str, ...], figures: Figures
) -> Comparison:
    part, whole = summed(cells, figures), summed(of, figures)
    if not whole.exact or not whole.least:
        return Comparison(Verdict.UNKNOWN)
    share = Sum(100 * part.least / whole.least, part.exact)
    return Comparison(_judged(claim, share, exactly=False), share, cells, of)


def _changed(
    claim: Claim, cells: tuple[str, ...], figures: Figures, previous: Figures | None
) -> Comparison:
    now, last = summed(cells, figures), summed(cells, previous or {})
    if not now.exact or not last.exact:
        return Comparison(Verdict.UNKNOWN)
    change = now.least - last.least
    if not (claim.numeral and claim.numeral.percent):
        moved = Sum(change, exact=True)
        return Comparison(_judged(claim, moved, exactly=True), moved, cells)
    if not last.least:
        return Comparison(Verdict.UNKNOWN)
    rate = Sum(100 * change / last.least, exact=True)
    return Comparison(_judged(claim, rate, exactly=False), rate, cells)


def _judged(claim: Claim, has: Sum, *, exactly: bool) -> Verdict:
    allowed = allowance(claim.numeral, exactly=exactly)
    if has.exact:
        agrees = abs(has.least - claim.value) <= allowed
        return Verdict.AGREES if agrees else Verdict.DISAGREES
    return Verdict.DISAGREES if has.least - claim.value > allowed else Verdict.UNKNOWN


def allowance(numeral: Numeral | None, *, exactly: bool) -> Decimal:
    """How far off a number may be: half its last place where it is rounded, 0.1 for a share."""
    if numeral is None:
        return Decimal(0)
    rounding = numeral.step / 2 if numeral.scale > 1 or not exactly else Decimal(0)
    return rounding if exactly else max(rounding, _TOLERANCE)


def _best(verdicts: Iterable[Verdict]) -> Verdict:
    found = list(verdicts)
    return next((v for v in (Verdict.AGREES, Verdict.UNKNOWN) if v in found), Verdict.DISAGREES)


def summed(cells: tuple[str, ...], figures: Figures) -> Sum:
    """What the cells add up to as they are printed."""
    return _total([_printed(cell, figures) for cell in cells])


def _sums(cells: tuple[str, ...], figures: Figures) -> list[Sum]:
    """What the cells add up to as printed and, where a total is wrong, as it should be."""
    printed = [_printed(cell, figures) for cell in cells]
    added = [_added(cell, figures) or one for cell, one in zip(cells, printed, strict=True)]
    return list(dict.fromkeys((_total(printed), _total(added))))


def _total(sums: list[Sum]) -> Sum:
    return Sum(sum((one.least for one in sums), Decimal(0)), all(one.exact for one in sums))


def _printed(cell: str, figures: Figures) -> Sum:
    figure = figures.get(cell)
    if figure is not None:
        return Sum(Decimal(figure), exact=True)
    return _added(cell, figures) or Sum(Decimal(0), exact=False)


def _added(cell: str, figures: Figures) -> Sum | None:
    """What the cells beside a total add up to; None for a cell that is no total."""
    if cell.rpartition(".")[2] != "total":
        return None
    addends = beside(cell, figures)
    known = [Decimal(figure) for id_ in addends if (figure := figures[id_]) is not None]
    return Sum(sum(known, Decimal(0)), exact=bool(addends) and len(known) == len(addends))


def beside(cell: str, figures: Figures) -> tuple[str, ...]:
    """The cells that a total stands beside; none for a cell that is no total."""
    row, _, column = cell.rpartition(".")
    if column != "total":
        return ()
    return tuple(id_ for id_ in figures if id_.startswith(f"{row}.") and id_ != cell)
