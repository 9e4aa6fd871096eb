"""The report as the parts that every writer walks in order: headings, paragraphs, tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.content import Content
from reports.figures import printed
from reports.formats import Section
from reports.formats.grid import Box, Grid, grid
from reports.prose import Paragraphs

LONG = 7
"""Figures of so many characters need smaller type in the narrow columns of sections 3 and 4."""


@dataclass(frozen=True)
class Part:
    """One part: its section (None for the preamble), its paragraphs or its table."""

    key: str
    section: Section | None
    paragraphs: Paragraphs = ()
    table: Grid | None = None


@dataclass(frozen=True)
class Signature:
    """署名 and 成文日期 below the last part, where an agency wants them (GB/T 9704-2012, 7.3.5).

    `day` is the day on which the last leader signed. The date keeps four characters from the right
    edge, the name is centred over it; a name that is longer than that leaves room for reaches the
    edge, and the date is centred below it.
    """

    agency: str
    day: dt.date

    @property
    def date(self) -> str:
        """In Arabic digits, without leading zeros."""
        return f"{self.day.year}年{self.day.month}月{self.day.day}日"


def parts(content: Content) -> Iterator[Part]:
    """The preamble, if it says anything, then sections one to six."""
    if content.paragraphs("preamble"):
        yield Part("preamble", None, content.paragraphs("preamble"))
    for section in content.format.sections:
        key = str(section.number)
        if section.is_prose:
            yield Part(key, section, content.paragraphs(key))
        else:
            yield Part(key, section, table=grid(content.format, section.number))


def words(box: Box, figures: Mapping[str, str]) -> tuple[str, ...]:
    """The lines printed in a box: a heading as the form breaks it, or the figure."""
    if box.cell is not None:
        return (figures[box.cell.id],)
    return box.lines or (box.text,)


def printed_figures(content: Content) -> dict[str, str]:
    """Every figure as printed, with a unit where no heading names it; a blank prints nothing."""
    figures = {id_: printed(content.figures.get(id_)) for id_ in content.format.cells}
    cells = content.format.cells
    return {id_: text + cells[id_].suffix if text else "" for id_, text in figures.items()}
