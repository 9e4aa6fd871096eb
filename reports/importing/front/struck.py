"""Characters of a PDF that a line strikes through: what is deleted, where changes were printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_THIN = 2.0
_UPPER, _LOWER = 0.3, 0.75
"""Between which parts of a character's height a line strikes it through; below it underlines."""


def without(page: Any, chars: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The characters that no line strikes through."""
    lines = [one for one in [*page.lines, *page.rects, *page.curves] if one["height"] < _THIN]
    by_height: dict[int, list[dict[str, Any]]] = {}
    for line in lines:
        by_height.setdefault(round(line["top"]), []).append(line)
    return [char for char in chars if not _is_struck(char, by_height)]


def _is_struck(char: dict[str, Any], by_height: dict[int, list[dict[str, Any]]]) -> bool:
    height = char["bottom"] - char["top"]
    upper, lower = char["top"] + _UPPER * height, char["top"] + _LOWER * height
    middle = (char["x0"] + char["x1"]) / 2
    return any(
        line["x0"] <= middle <= line["x1"] and upper <= (line["top"] + line["bottom"]) / 2 <= lower
        for at in range(int(upper) - 1, int(lower) + 2)
        for line in by_height.get(at, ())
    )
