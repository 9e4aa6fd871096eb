"""台账: table three counted from the rows of a register. Pure: a register in, numbers out."""

from .dates import day
from .entries import Counted, Entry, Meanings, Outside
from .rules import count

__all__ = ["Counted", "Entry", "Meanings", "Outside", "count", "day"]
