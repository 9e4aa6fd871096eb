"""A blank form of ours that came back: what stands where nobody wrote anything is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reports.formats import FORMATS
from reports.formats.to_fill import hints

from .source import Row, Source

_MARK = "【"
_MOST_LINES = 4


def without_hints(source: Source) -> Source:
    """The source without the words of the blank form; a line that said nothing else is gone."""
    said = {hint: None for fmt in FORMATS.values() for hint in hints(fmt)}
    return replace(source, rows=tuple(_without(source.rows, said)))


def _without(rows: Sequence[Row], said: Iterable[str]) -> Iterator[Row]:
    until = 0
    for number, row in enumerate(rows):
        if number < until:
            continue
        if not any(_MARK in box.text for box in row.boxes):
            yield row
            continue
        until = number + _broken(rows[number : number + _MOST_LINES], said)
        if until > number:
            continue
        boxes = tuple(replace(box, text=_cleared(box.text, said)) for box in row.boxes)
        if row.table or any(box.text.strip() for box in boxes):
            yield replace(row, boxes=boxes)


def _broken(rows: Sequence[Row], said: Iterable[str]) -> int:
    """Over how many lines from the first on one hint goes, as titles are broken; else 0."""
    whole = ""
    for count, row in enumerate(rows, 1):
        whole += "".join(row.text.split())
        if whole in said and not row.table:
            return count
    return 0


def _cleared(text: str, said: Iterable[str]) -> str:
    for hint in said:
        text = text.replace(hint, "")
    return text
