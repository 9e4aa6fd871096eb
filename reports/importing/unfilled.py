"""A blank form of ours that came back: what stands where nobody wrote anything is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reports.formats import FORMATS
from reports.formats.to_fill import hints

from .source import Row, Source

_MARK = "【"


def without_hints(source: Source) -> Source:
    """The source without the words of the blank form; a line that said nothing else is gone."""
    said = {hint: None for fmt in FORMATS.values() for hint in hints(fmt)}
    return replace(source, rows=tuple(_without(source.rows, said)))


def _without(rows: Iterable[Row], said: Iterable[str]) -> Iterator[Row]:
    for row in rows:
        if not any(_MARK in box.text for box in row.boxes):
            yield row
            continue
        boxes = tuple(replace(box, text=_cleared(box.text, said)) for box in row.boxes)
        if row.table or any(box.text.strip() for box in boxes):
            yield replace(row, boxes=boxes)


def _cleared(text: str, said: Iterable[str]) -> str:
    for hint in said:
        text = text.replace(hint, "")
    return text
