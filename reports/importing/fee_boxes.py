"""The fee figures where a file has a box for each beside its label, as our spreadsheets have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reports import figures as fig
from reports.figures import RefusedError
from reports.formats import FORMATS, Fee, Format
from reports.formats.wording import bare

from . import tokens
from .reading import Reading
from .source import Box, Row, Source

Boxes = dict[str, Box]
"""By the id of a fee what stands beside its label."""


def take(source: Source) -> tuple[Source, Boxes]:
    """The source without the rows of such boxes, and the boxes."""
    labels = {words: fee for fmt in FORMATS.values() for fee in fmt.fees for words in _said(fee)}
    boxes: Boxes = {}
    rest: list[Row] = []
    for row in source.rows:
        said = [box for box in row.boxes if box.text.strip()]
        fee = labels.get(bare(said[0].text)) if 0 < len(said) <= 2 else None
        if fee is None or fee.id in boxes:
            rest.append(row)
        else:
            boxes[fee.id] = said[1] if len(said) > 1 else Box("", row.line)
    return (replace(source, rows=tuple(rest)) if boxes else source), boxes


def _said(fee: Fee) -> Iterator[str]:
    yield from (bare(fee.label), bare(fee.label + fee.kind.unit))


def read(reading: Reading, fmt: Format, boxes: Boxes) -> None:
    """Takes the fees from their boxes; what the words say of them otherwise is a doubt."""
    for fee in fmt.fees:
        box = boxes.get(fee.id)
        if box is None or tokens.kind_of(box.text) == tokens.Kind.BLANK:
            continue
        stated = reading.fees.pop(fee.id, None)
        try:
            figure = fig.clean(fee, _number(box.text, fee))
        except RefusedError as error:
            reading.doubt(f"“{fee.label}”{error.why}", box.text, box.line)
            continue
        if stated not in (None, figure):
            reading.doubt(f"“{fee.label}”与文字中写的不同，按表中的数读取", box.text, box.line)
        reading.fees[fee.id] = figure


def _number(text: str, fee: Fee) -> str:
    said = tokens.plain(text)
    unit = fee.kind.unit
    return said.removesuffix(unit).rstrip() if not said.endswith(f"万{unit}") else said
