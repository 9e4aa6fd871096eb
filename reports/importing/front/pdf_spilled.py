"""Figures that are wider than their boxes and reach over the rules into the next ones.

Where such a figure belongs nobody can say: it may begin in its box, end there, or lie across it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from . import pdf_lines

Bounds = tuple[float, float, float, float]

_TOUCH = 0.05
"""So much of their size digits of one figure are apart at most."""


def figures(chars: Sequence[dict[str, Any]], boxes: Sequence[Bounds]) -> list[list[dict[str, Any]]]:
    """The characters of each figure that begins in one box and ends in another, or in none."""
    return [
        figure
        for row in pdf_lines.rows(chars)
        for figure in _numbers(row)
        if _home(figure[0], boxes) != _home(figure[-1], boxes)
    ]


def inside(box: Bounds, spilled: Sequence[Sequence[dict[str, Any]]]) -> str:
    """What of them reaches into a box, so written that it is no number."""
    over = [one for one in spilled if any(within(char, box) for char in one)]
    return "".join("".join(char["text"] for char in one) + "…" for one in over)


def within(char: dict[str, Any], bounds: Bounds) -> bool:
    """Whether the middle of a character lies there."""
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(bounds[0] <= x <= bounds[2] and bounds[1] <= y <= bounds[3])


def _numbers(row: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Characters of a row that are digits and touch one another."""
    last: list[dict[str, Any]] = []
    for char in row:
        is_digit = char["text"].isdecimal() or char["text"] in ".,"
        if last and is_digit and char["x0"] - last[-1]["x1"] < _TOUCH * char["size"]:
            last.append(char)
            continue
        if len(last) > 1:
            yield last
        last = [char] if is_digit else []
    if len(last) > 1:
        yield last


def _home(char: dict[str, Any], boxes: Sequence[Bounds]) -> Bounds | None:
    return next((box for box in boxes if within(char, box)), None)
