"""Which of a row's boxes is which column of the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reports.formats import Heading

from . import heads
from .heads import Heads
from .layout import Layout
from .reading import Reading
from .strip import Run
from .tokens import Token


@dataclass
class Columns:
    """Which boxes the figures stand in: under headings, else as in the rows that have them all.

    `placed` are the tables of the file whose columns are true, `ended` those in which rows end with
    an empty box. `unclear`: the headings stand in an order of their own, and nobody can say over
    which boxes.
    """

    heads: Heads = field(default_factory=Heads)
    seen: dict[tuple[int, int, int], set[tuple[int, ...]]] = field(default_factory=dict)
    sizes: Counter[tuple[int, bool]] = field(default_factory=Counter)
    unclear: bool = False
    placed: frozenset[int] = frozenset()
    ended: set[int] = field(default_factory=set)

    def learn(self, run: Run, count: int) -> None:
        """Remembers how many figures rows have, and of one that has them all where they stand."""
        if run.tight and not run.values[-1].is_told:
            self.ended.add(run.table)
        self.sizes[count, len(run.told) > count] += 1
        if run.tight and len(run.told) == count < len(run.values):
            told = tuple(n for n, value in enumerate(run.values) if value.is_told)
            self.seen.setdefault((run.table, len(run.values), count), set()).add(told)

    def choose(self, run: Run, count: int) -> Sequence[Token] | None:
        """The boxes of the figures in the order of the file; None where that cannot be told."""
        if run.tight and (under := self._under(run, count)):
            return under
        if self.unclear or self._has_more(run, count):
            return None
        if len(run.told) == count:
            return run.told
        if run.tight and not run.told:
            return run.values[:count] if len(run.values) >= count else None
        if not run.tight or not self._is_whole(run) or len(run.told) > count:
            return None
        return run.values if len(run.values) == count else self._learned(run, count)

    def repeated(self, run: Run, count: int) -> Sequence[Token] | None:
        """The boxes of a row in which every figure is written as often as its box was wide."""
        times, rest = divmod(len(run.told), count)
        if not run.tight or rest or times < 2:
            return None
        groups = [run.told[n * times : (n + 1) * times] for n in range(count)]
        if any(len({value.text.strip() for value in group}) > 1 for group in groups):
            return None
        return [group[0] for group in groups]

    def others(self, run: Run, chosen: Sequence[Token]) -> Iterator[tuple[str, Token]]:
        """What stands in the row under headings that are not the form's, with their words."""
        for value in run.told:
            if value not in chosen and (words := self.heads.other(value.column)):
                yield words, value

    def _is_whole(self, run: Run) -> bool:
        """Whether no box is lost at the end of the row: columns are true, or rows of the table have
        empty boxes there. Texts are trimmed, and seven boxes are then not the seven columns.
        """
        return run.table in self.placed or run.table in self.ended

    def _has_more(self, run: Run, count: int) -> bool:
        """Whether most rows have more figures than the form: then one that has as many may lack
        another than the one too many.
        """
        over, rest = self.sizes[count, True], self.sizes[count, False]
        return count > 1 and bool(run.told) and over > rest

    def _learned(self, run: Run, count: int) -> Sequence[Token] | None:
        seen = self.seen.get((run.table, len(run.values), count), set())
        if len(seen) != 1:
            return None
        places = next(iter(seen))
        outside = [v for n, v in enumerate(run.values) if v.is_told and n not in places]
        return None if outside else [run.values[n] for n in places]

    def _under(self, run: Run, count: int) -> Sequence[Token] | None:
        """The boxes that stand under the headings, where each stands under one of its own and
        nothing is told elsewhere but under other headings.
        """
        end, width = max(v.column + v.colspan for v in run.values), self.heads.width
        if len(self.heads.at) != count or end > width:
            return None
        if run.table != self.heads.table and end != width:
            return None
        boxes: list[Token] = []
        for first, last in sorted(self.heads.at):
            under = [v for v in run.values if v.column < last and first < v.column + v.colspan]
            if len(under) != 1 or under[0] in boxes:
                return None
            boxes += under
        outside = [v for v in run.told if v not in boxes]
        return None if any(not self.heads.other(v.column) for v in outside) else boxes


def columns_under(
    reading: Reading, layout: Layout, columns: tuple[Heading, ...], low: int, high: int
) -> Columns:
    """The columns under the headings between two places of the strip; names what is odd there."""
    found = Columns(heads.find(layout, columns, low, high), placed=layout.source.placed)
    if not found.heads.at and heads.contradict(layout, columns, low, high):
        found.unclear = True
        why = "各列的次序与标准格式不同，分不清哪一列是哪一项，没有读入"
        reading.doubt(why, "", layout.line(low))
    heads.judge(reading, layout, columns, low, high)
    return found


def in_order(
    reading: Reading, layout: Layout, cells: Sequence[str], placed: Sequence[int], low: int
) -> Sequence[str]:
    """The cells in the order in which the file has its columns; names another than the form's."""
    if len(placed) != len(cells) or list(placed) == sorted(placed):
        return cells
    reading.doubt("各列的次序与标准格式不同，已按表头对应", "", layout.line(low))
    return [cell for _, cell in sorted(zip(placed, cells, strict=True))]
