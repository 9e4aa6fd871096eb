"""Figures of a page against those that were signed, cell by cell; what is missing row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from reports.content import Content
from reports.figures import Figure, printed
from reports.formats import Cell

from .mismatch import Kind, Mismatch


def compare(content: Content, page: Mapping[str, Any]) -> Iterator[Mismatch]:
    """Every figure and fee that the page has otherwise, or has not."""
    for section in content.format.sections:
        cells = [one for one in content.format.cells.values() if one.section == section.number]
        gone = [one for one in cells if _is_gone(content, page, one)]
        if gone and gone == cells:
            yield _missing(section.number, section.heading, gone, "", _why(page, gone[0].id))
            continue
        for _, row in groupby(cells, key=lambda cell: (cell.block, cell.row)):
            yield from _row(content, page, list(row))
    yield from _fees(content, page)


def _row(content: Content, page: Mapping[str, Any], row: Sequence[Cell]) -> Iterator[Mismatch]:
    gone = [one for one in row if _is_gone(content, page, one)]
    if len(gone) == len(row) > 1:
        signed = " ".join(printed(content.figures.get(one.id)) for one in row)
        label = " ".join(row[0].row[-2:])
        yield _missing(row[0].section, label, gone, signed, _why(page, row[0].id))
        return
    for cell in row:
        if cell in gone:
            signed = printed(content.figures.get(cell.id))
            yield _missing(cell.section, cell.label, [cell], signed, _why(page, cell.id))
        elif cell.id in page["stood"]:
            yield from _cell(cell, content.figures.get(cell.id), page)


def _is_gone(content: Content, page: Mapping[str, Any], cell: Cell) -> bool:
    """Whether a figure that was signed stands nowhere on the page."""
    return cell.id not in page["stood"] and content.figures.get(cell.id) is not None


def is_blank(content: Content, page: Mapping[str, Any], key: str | None) -> bool:
    """Whether nothing was signed for that cell and the page has nothing."""
    return key in content.figures and content.figures[key] is None and key not in page["stood"]


def _missing(section: int, label: str, cells: Sequence[Cell], signed: str, why: str) -> Mismatch:
    """Figures that the page does not have: one, those of a row, those of a table."""
    key, count, why = cells[0].id, len(cells), why or "网页上没有读到"
    return Mismatch(Kind.FIGURE, section, label, signed, "", key, why, count=count)


def _cell(cell: Cell, signed: Figure, page: Mapping[str, Any]) -> Iterator[Mismatch]:
    stood, value = page["stood"][cell.id], page["figures"].get(cell.id)
    if _same(signed, value):
        return
    said = stood["raw"] or "空白"
    why = _why(page, cell.id)
    yield Mismatch(
        Kind.FIGURE, cell.section, cell.label, printed(signed), said, cell.id, why, stood["line"]
    )


def _same(signed: Figure, value: object) -> bool:
    """3.5 and 3.50 are the same amount."""
    if signed is None or value is None:
        return signed is None and value is None
    return Decimal(signed) == Decimal(str(value))


def _why(page: Mapping[str, Any], key: str) -> str:
    told = (one["why"] for one in page["doubts"] if one["cell"] == key)
    return next(told, "")


def _fees(content: Content, page: Mapping[str, Any]) -> Iterator[Mismatch]:
    """Only where the paper states them in a sentence of its own; other words are compared as
    words.
    """
    if not _states_fees(content):
        return
    said = page.get("fees") or {}
    for fee in content.format.fees:
        signed, value = content.fees[fee.id], said.get(fee.id)
        if not _same(signed, value):
            why = "" if value is not None else "网页上没有读到"
            shown = "" if value is None else str(value)
            yield Mismatch(
                Kind.FIGURE,
                content.format.fees_in,
                fee.label,
                printed(signed),
                shown,
                fee.key,
                why,
            )


def differ_in_fees(content: Content, page: Mapping[str, Any]) -> bool:
    """Whether the page has the sentence of the fees, with other figures."""
    return bool(page["fee_sentence"]) and any(_fees(content, page))


def _states_fees(content: Content) -> bool:
    paragraphs = content.paragraphs(str(content.format.fees_in)) if content.format.fees else ()
    return bool(paragraphs) and paragraphs[0].text == content.fee_sentence
