"""Which lines of a page hold figures that go on in another line, because their boxes were narrow.

Without rules nothing but where they stand tells the end of a figure from a figure of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .pdf_lines import Line

_NEAR = 2.2
"""So many times their size two lines of one box are apart at most."""


def marked(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page from top to bottom, those marked in which a figure may be folded."""
    folded = set(_folded(lines))
    return [replace(one, folded=n in folded) for n, one in enumerate(lines)]


def _folded(lines: Sequence[Line]) -> Iterator[int]:
    for at, above in enumerate(lines):
        for under in range(at + 1, len(lines)):
            below = lines[under]
            if below.top - above.top > _NEAR * max(above.size, below.size):
                break
            if _may_be_one(above, below, follows=under == at + 1):
                yield from (at, under)


def _may_be_one(above: Line, below: Line, *, follows: bool) -> bool:
    """Whether digits of one line stand over, or under, digits of a fuller one, those that touch the
    heading of the row among them; of lines with as many figures, whether those below have no words
    of their own.
    """
    if len(above.figures) == len(below.figures):
        return follows and not below.has_words and _meet(above, below)
    fewer, fuller = sorted((above, below), key=lambda one: len(one.figures))
    return _meet(fewer, fuller)


def _meet(fewer: Line, fuller: Line) -> bool:
    """A sentence may end a line with one number: its other numbers are no row of figures."""
    row = fuller.digits if len(fuller.figures) > 1 else fuller.figures
    return any(x0 < other[1] and other[0] < x1 for x0, x1 in fewer.digits for other in row)
