"""台账: table three counted from the rows of a register. Pure: a register in, numbers out."""

from .dates import day
from .entries import HIDDEN, MASKED, Counted, Entry, Meanings, Outside
from .mapping import Mapped, decided, propose
from .rules import count
from .sifted import Column, Sifted

__all__ = [
    "HIDDEN",
    "MASKED",
    "Column",
    "Counted",
    "Entry",
    "Mapped",
    "Meanings",
    "Outside",
    "Sifted",
    "count",
    "day",
    "decided",
    "propose",
]
