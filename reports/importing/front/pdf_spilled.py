"""Figures that are wider than their boxes and reach over the rules into the next ones.

Where such a figure belongs nobody can say: it may begin in its box, end there, or lie across it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import pdf_lines
from .pdf_lines import Char

Bounds = tuple[float, float, float, float]

_TOUCH = 0.05
"""So much of their size digits of one figure are apart at most."""


def taken_out(
    chars: Sequence[Char], boxes: Sequence[Bounds]
) -> tuple[list[Char], list[list[Char]]]:
    """What is left of the characters without those figures that begin in one box and end in
    another, or in none; and the characters of each of these.
    """
    if not boxes:
        return list(chars), []
    numbers = (number for row in pdf_lines.rows(chars) for number in _numbers(row))
    spilled = [one for one in numbers if _home(one[0], boxes) != _home(one[-1], boxes)]
    out = {id(char) for one in spilled for char in one}
    return [char for char in chars if id(char) not in out], spilled


def inside(box: Bounds, spilled: Sequence[Sequence[Char]]) -> str:
    """What of them reaches into a box, so written that it is no number."""
    over = [one for one in spilled if any(within(char, box) for char in one)]
    return "".join("".join(char["text"] for char in one) + "…" for one in over)


def within(char: Char, bounds: Bounds) -> bool:
    """Whether the middle of a character lies there."""
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(bounds[0] <= x <= bounds[2] and bounds[1] <= y <= bounds[3])


def _numbers(row: Sequence[Char]) -> Iterator[list[Char]]:
    """Characters of a row that are digits and touch one another."""
    last: list[Char] = []
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


def _home(char: Char, boxes: Sequence[Bounds]) -> Bounds | None:
    return next((box for box in boxes if within(char, box)), None)
