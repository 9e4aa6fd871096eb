"""The statute as data: every edition of the form. Pure Python; knows nothing of Django."""

from __future__ import annotations

from . import cn2019, cn2021
from .equations import Equation
from .format import Cell, Format
from .grammar import Block, Fee, Heading, Kind, Rule, Section

FORMATS: dict[str, Format] = {fmt.edition: fmt for fmt in (cn2019.FORMAT, cn2021.FORMAT)}


class NoFormatError(ValueError):
    """No edition of the form is known under that name or for that year."""


def edition(name: str) -> Format:
    """The edition of that name ("2021"). Raises NoFormatError."""
    try:
        return FORMATS[name]
    except KeyError:
        known = "、".join(FORMATS)
        raise NoFormatError(f"没有“{name}”版式，可用的版式：{known}") from None


def in_force(year: int) -> Format:
    """The edition that a report of that year must use. Raises NoFormatError."""
    for fmt in FORMATS.values():
        if fmt.first_year <= year and (fmt.last_year is None or year <= fmt.last_year):
            return fmt
    raise NoFormatError(f"没有适用于{year}年的版式")


__all__ = [
    "FORMATS",
    "Block",
    "Cell",
    "Equation",
    "Fee",
    "Format",
    "Heading",
    "Kind",
    "NoFormatError",
    "Rule",
    "Section",
    "edition",
    "in_force",
]
