"""Values into cells: what number stands in a box."""

from __future__ import annotations

import re
from decimal import Decimal

from reports import figures as fig
from reports.figures import Figure, RefusedError
from reports.formats import Cell, Kind, edition

from . import tokens
from .reading import Reading, Stood
from .tokens import Token

_MONEY = re.compile(r"(.*?)\s*(万元|元)")
_UNITS = ("万元", "元")
_WHOLE = re.compile(r"([+-]?\d[\d,]*)\.0{1,2}")
_TEN_THOUSAND = Decimal(10_000)


def put(reading: Reading, cell: Cell, token: Token, table: int, unit: str = "") -> None:
    """What stands in one box, into its cell: a number, or None with what is written there.

    `unit` is what the heading over an amount says.
    """
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
        reading.figures[cell.id] = _number(reading, cell, token, unit)
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


def _number(reading: Reading, cell: Cell, token: Token, unit: str) -> Figure:
    text = tokens.plain(token.text)
    if not cell.kind.is_money:
        return _count(reading, cell, token, text)
    money = _MONEY.fullmatch(text)
    amount, unit = (money[1], money[2]) if money else (text, unit or cell.kind.unit)
    if unit == cell.kind.unit:
        return fig.clean(cell, amount)
    if unit not in _UNITS:
        raise RefusedError(cell.label, f"写的单位是{unit}，没有读入", token.text)
    figure = _exchanged(cell, fig.clean(cell, amount))
    told = f"“{cell.label}”写的单位是{unit}，已换算为{fig.printed(figure)}{cell.kind.unit}"
    reading.doubt(f"{told}，请核对", token.text, token.line, cell.id)
    return figure


def _count(reading: Reading, cell: Cell, token: Token, text: str) -> Figure:
    """A count; one that is written 5.00 is 5, and named."""
    written = str(fig.measured(cell, text))
    whole = _WHOLE.fullmatch(written)
    if whole:
        reading.doubt(f"“{cell.label}”写成小数，已按整数读取", token.text, token.line, cell.id)
    return fig.clean(cell, whole[1] if whole else written)


def _exchanged(cell: Cell, figure: Figure) -> Figure:
    if figure is None:
        return None
    amount = Decimal(figure)
    if cell.kind == Kind.MONEY_WAN_YUAN:
        return fig.clean(cell, f"{amount / _TEN_THOUSAND:f}")
    return fig.clean(cell, f"{(amount * _TEN_THOUSAND).normalize():f}")
