"""差额小助手: what one slip of the hand could explain an identity that fails, and in which cell.

It names places to look at in the register, never more than three, and changes nothing: a button
that set the figure right would invite making figures fit (凑数).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reports.figures import Figures, total
from reports.formats import Equation, Format
from reports.formats.grid import grid

from .finding import Repair

MOST = 3

Signs = Mapping[str, int]
"""Cell → +1 if more of it raises the left sum over the right one, −1 if it lowers it."""


def repairs(fmt: Format, figures: Figures, failing: Equation) -> tuple[Repair, ...]:
    """Up to three slips of one cell, each of which alone would make the failing identity hold.

    Those that clear more of the failing identities come first; what would break another one is
    left out.
    """
    trial = _Trial(fmt, figures, failing)
    best: dict[str, tuple[int, Repair]] = {}
    for repair in (one for slip in _SLIPS for one in slip(trial)):
        if repair.cell in best:
            continue
        left = trial.failing_after(repair.then)
        if left is not None:
            best[repair.cell] = (left, repair)
    ranked = sorted(best.values(), key=lambda one: one[0])
    return tuple(repair for _, repair in ranked[:MOST])


class _Trial:
    """The figures as they are, and what would fail if some of them were others.

    `fails` has the identities that do not hold by their number in the form, `gap` says by how much
    the left sum of the one in question is over the right one.
    """

    def __init__(self, fmt: Format, figures: Figures, failing: Equation) -> None:
        self.fmt, self.figures, self.failing = fmt, figures, failing
        self.signs = _signs(fmt, failing)
        self.fails = {n for n, eq in enumerate(fmt.equations) if _gap(eq, figures)}
        self.gap = _gap(failing, figures)

    def count(self, cell: str) -> int | None:
        """The figure as a count; None while it is blank."""
        figure = self.figures.get(cell)
        return None if figure is None else int(figure)

    def needed(self, cell: str) -> int:
        """By how much the cell alone would have to change."""
        return -self.gap * self.signs[cell]

    def label(self, cell: str) -> str:
        return self.fmt.cells[cell].label

    def failing_after(self, then: Mapping[str, int]) -> int | None:
        """How many identities would fail; None if this one did, or one that holds now.

        Looks only at identities that what changes bears on: a trial takes microseconds.
        """
        now, equations = {**self.figures, **then}, self.fmt.equations
        touched = self._spread(now, set(then))
        if touched.isdisjoint(self.failing.cells) or _gap(self.failing, now):
            return None
        looked = {n for n, on in enumerate(_cells(self.fmt)) if not touched.isdisjoint(on)}
        failing = {n for n in looked if _gap(equations[n], now)}
        return None if failing - self.fails else len(self.fails - looked) + len(failing)

    def _spread(self, now: Figures, touched: set[str]) -> set[str]:
        """Sums up `now` what rests on the touched cells, which gain the totals that followed."""
        for number, equation in enumerate(self.fmt.equations):
            rests = equation.computes and not touched.isdisjoint(equation.left)
            if rests and number not in self.fails:
                now[equation.right[0]] = total(now, equation.left)
                touched.add(equation.right[0])
        return touched


def _gap(equation: Equation, figures: Figures) -> int:
    """Left sum less right sum; 0 also where a blank leaves nothing to judge."""
    left, right = total(figures, equation.left), total(figures, equation.right)
    return 0 if left is None or right is None else left - right


@cache
def _cells(fmt: Format) -> tuple[frozenset[str], ...]:
    """The cells of each identity by its number."""
    return tuple(frozenset(equation.cells) for equation in fmt.equations)


@cache
def _signs(fmt: Format, failing: Equation) -> Signs:
    """Every cell that the identity rests on; totals that others compute count by their addends."""
    computing = {eq.right[0]: eq for eq in fmt.equations if eq.computes and eq is not failing}

    def walk(cells: tuple[str, ...], sign: int) -> Iterator[tuple[str, int]]:
        for cell in cells:
            if cell in computing:
                yield from walk(computing[cell].left, sign)
            else:
                yield cell, sign

    return dict([*walk(failing.left, 1), *walk(failing.right, -1)])


def _crossing(trial: _Trial) -> Iterator[Repair]:
    """A row and a column disagree by the same number: the cell where they cross is suspect."""
    failing = (trial.fmt.equations[number] for number in sorted(trial.fails))
    for other in (eq for eq in failing if eq.computes and eq is not trial.failing):
        shared = trial.signs.keys() & set(other.left)
        for cell in sorted(shared):
            value, needed = trial.count(cell), trial.needed(cell)
            if value is not None and needed == -_gap(other, trial.figures) and value + needed >= 0:
                then = value + needed
                words = f"现为{value}：若应为{then}，则行、列两处都平，请核对台账"
                yield Repair(cell, f"“{trial.label(cell)}”{words}", {cell: then})


def _swapped(trial: _Trial) -> Iterator[Repair]:
    """Two digits changed places: the difference is then a multiple of nine."""
    if trial.gap % 9:
        return
    counts = {cell: n for cell in trial.signs if (n := trial.count(cell)) is not None}
    for cell, value in counts.items():
        for other in _swaps(str(value)):
            if other - value == trial.needed(cell):
                yield Repair(
                    cell,
                    f"“{trial.label(cell)}”现为{value}：可能两位数字录颠倒（{other}），请核对台账",
                    {cell: other},
                )


def _swaps(digits: str) -> Iterator[int]:
    for n in range(len(digits) - 1):
        swapped = digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :]
        if swapped[0] != "0":
            yield int(swapped)


def _moved(trial: _Trial) -> Iterator[Repair]:
    """The figure stands one row or column off: its right place is empty-handed beside it."""
    size = abs(trial.gap)
    for cell in trial.signs:
        for beside in _neighbours(trial.fmt).get(cell, ()):
            yield from _from_to(trial, beside, cell, size)
            yield from _from_to(trial, cell, beside, size)


def _from_to(trial: _Trial, start: str, end: str, size: int) -> Iterator[Repair]:
    if trial.count(start) == size and trial.count(end) == 0:
        words = f"“{trial.label(start)}”的{size}：可能应录在旁边的“{trial.label(end)}”，请核对台账"
        yield Repair(start, words, {start: 0, end: size})


def _missing(trial: _Trial) -> Iterator[Repair]:
    """A figure as large as the difference was left out: its place holds 0."""
    for cell in (*trial.failing.left, *trial.failing.right):
        if cell in trial.signs and trial.count(cell) == 0 and trial.needed(cell) > 0:
            yield Repair(
                cell,
                f"“{trial.label(cell)}”现为0，差额正好{trial.needed(cell)}：可能漏录，请核对台账",
                {cell: trial.needed(cell)},
            )


def _left_out(trial: _Trial) -> Iterator[Repair]:
    """A total that came in with a paste or a file was summed up without one of its addends."""
    if not trial.failing.computes:
        return
    result, size = trial.failing.right[0], trial.gap
    for cell in trial.failing.left:
        if size > 0 and trial.count(cell) == size:
            words = f"“{trial.label(cell)}”的{size}正好等于差额：合计里可能漏加了这一格，请核对台账"
            yield Repair(cell, words, {result: total(trial.figures, trial.failing.left) or 0})


def _typed_twice(trial: _Trial) -> Iterator[Repair]:
    """A sum was typed into the place of an addend: it equals all the others of that sum."""
    size = abs(trial.gap)
    for cells in _sums(trial):
        counts = {cell: trial.count(cell) for cell in cells}
        filled = [count for count in counts.values() if count]
        if sum(filled) != 2 * size or len(filled) < 3:
            continue
        for cell, count in counts.items():
            if count == size and cell in trial.signs:
                words = f"的{size}等于其他各格之和：可能把合计又录了一次，请核对台账"
                yield Repair(cell, f"“{trial.label(cell)}”{words}", {cell: 0})


def _sums(trial: _Trial) -> Iterator[Sequence[str]]:
    """The cells of either side of the identity, and of every sum of the form."""
    for side in (1, -1):
        yield [cell for cell, sign in trial.signs.items() if sign == side]
    yield from (eq.left for eq in trial.fmt.equations if eq.computes)


_SLIPS = (_crossing, _swapped, _left_out, _moved, _typed_twice, _missing)


@cache
def _neighbours(fmt: Format) -> Mapping[str, tuple[str, ...]]:
    """For each typed cell the typed cells above, below, left and right of it."""
    near: dict[str, tuple[str, ...]] = {}
    for section in fmt.sections:
        if not section.blocks:
            continue
        at = {
            (box.row, box.column): box.cell
            for box in grid(fmt, section.number).boxes()
            if box.cell and not box.cell.computed and not box.cell.kind.is_money
        }
        for (row, column), cell in at.items():
            around = ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
            near[cell.id] = tuple(at[place].id for place in around if place in at)
    return near
