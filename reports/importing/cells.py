"""Values into cells: which of a row's boxes is which column, and what number stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reports import figures as fig
from reports.figures import Figure, RefusedError
from reports.formats import Cell, Kind, edition

from . import tokens
from .reading import Reading, Stood
from .strip import Run
from .tokens import Token

_MONEY = re.compile(r"(.*?)\s*(万元|元)")
_TEN_THOUSAND = Decimal(10_000)


@dataclass
class Columns:
    """Which boxes the figures stand in, learned from the rows that have them all.

    `heads` are the columns that the headings stand in, where the file tells.
    """

    heads: Sequence[int] = ()
    seen: dict[tuple[int, int], set[tuple[int, ...]]] = field(default_factory=dict)

    def learn(self, run: Run, count: int) -> None:
        """Remembers a row of which every figure is there."""
        if run.tight and len(run.told) == count < len(run.values):
            told = tuple(n for n, value in enumerate(run.values) if value.is_told)
            self.seen.setdefault((run.table, len(run.values)), set()).add(told)

    def choose(self, run: Run, count: int) -> Sequence[Token] | None:
        """The boxes of the figures in their order; None where that cannot be told."""
        if len(run.told) == count:
            return run.told
        if run.tight and len(run.values) == count:
            return run.values
        if run.tight and not run.told:
            return run.values[:count] if len(run.values) >= count else None
        if run.tight and len(run.told) < count:
            return self._under(run, count) or self._learned(run, count)
        return None

    def repeated(self, run: Run, count: int) -> Sequence[Token] | None:
        """The boxes of a row in which every figure is written as often as its box was wide."""
        times, rest = divmod(len(run.told), count)
        if not run.tight or rest or times < 2:
            return None
        groups = [run.told[n * times : (n + 1) * times] for n in range(count)]
        if any(len({value.text.strip() for value in group}) > 1 for group in groups):
            return None
        return [group[0] for group in groups]

    def _learned(self, run: Run, count: int) -> Sequence[Token] | None:
        seen = self.seen.get((run.table, len(run.values)), set())
        if len(seen) != 1:
            return None
        places = next(iter(seen))
        outside = [v for n, v in enumerate(run.values) if v.is_told and n not in places]
        return None if outside else [run.values[n] for n in places]

    def _under(self, run: Run, count: int) -> Sequence[Token] | None:
        """The boxes that stand under the headings, where each stands under one of its own."""
        if len(self.heads) != count:
            return None
        chosen = [
            next((v for v in run.values if v.column <= head < v.column + v.colspan), None)
            for head in self.heads
        ]
        boxes = [box for box in chosen if box is not None]
        if len(set(map(id, boxes))) != count or any(v.is_told and v not in boxes for v in run.told):
            return None
        return boxes


def put(reading: Reading, cell: Cell, token: Token, table: int) -> None:
    """What stands in one box, into its cell: a number, or None with what is written there."""
    raw = token.text.strip()
    column, at = (token.column + 1, 0) if table else (0, token.at + 1)
    reading.stood[cell.id] = Stood(raw, token.line, column, at)
    reading.figures[cell.id] = None
    if token.kind == tokens.Kind.BLANK:
        return
    _judge_tag(reading, cell, token)
    if token.kind == tokens.Kind.MARK:
        reading.doubt(f"“{cell.label}”没有数字，按未填处理", raw, token.line, cell.id)
        return
    try:
        reading.figures[cell.id] = _number(reading, cell, token)
    except RefusedError as error:
        reading.doubt(f"“{cell.label}”{error.why}", raw, token.line, cell.id)


def _judge_tag(reading: Reading, cell: Cell, token: Token) -> None:
    """What stands under a heading is read as that heading says; a tag of another cell, as a figure
    has that was copied or moved with its control, is a doubt.
    """
    meant = edition(reading.edition).cells.get(token.tag)
    if meant is not None and meant is not cell:
        why = f"“{cell.label}”处的数带有“{meant.label}”的标记，可能是移动或复制过来的，已按表头读取"
        reading.doubt(f"{why}，请核对", token.text, token.line, cell.id)


def _number(reading: Reading, cell: Cell, token: Token) -> Figure:
    text = tokens.plain(token.text)
    if not cell.kind.is_money:
        return fig.clean(cell, fig.measured(cell, text))
    money = _MONEY.fullmatch(text)
    if money is None or money[2] == cell.kind.unit:
        return fig.clean(cell, money[1] if money else text)
    figure = _exchanged(cell, fig.clean(cell, money[1]))
    told = f"“{cell.label}”写的单位是{money[2]}，已换算为{fig.printed(figure)}{cell.kind.unit}"
    reading.doubt(f"{told}，请核对", token.text, token.line, cell.id)
    return figure


def _exchanged(cell: Cell, figure: Figure) -> Figure:
    if figure is None:
        return None
    amount = Decimal(figure)
    if cell.kind == Kind.MONEY_WAN_YUAN:
        return fig.clean(cell, f"{amount / _TEN_THOUSAND:f}")
    return fig.clean(cell, f"{(amount * _TEN_THOUSAND).normalize():f}")
