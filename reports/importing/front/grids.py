"""Where the boxes of a table stand when some of them reach over several rows or columns."""

from __future__ import annotations


class Grid:
    """Takes boxes row by row, as they are written, and says in which column each begins."""

    def __init__(self) -> None:
        self._reaching: dict[int, int] = {}
        self._row = self._column = 0

    def next_row(self) -> None:
        """A new row begins; boxes from above that reach into it keep their columns."""
        self._row += 1
        self._column = 0

    def place(self, colspan: int, rowspan: int) -> int:
        """The column of the next box."""
        while self._reaching.get(self._column, 0) >= self._row:
            self._column += 1
        column = self._column
        self._column += colspan
        last = self._row + rowspan - 1
        self._reaching |= dict.fromkeys(range(column, column + colspan), last)
        return column
