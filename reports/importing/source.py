"""What every kind of file is turned into before anybody looks for a report in it: rows of boxes.

A line of text is a row of one box and no table. What a file is made of is forgotten here; what it
says, in which order and on which line, is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .gate import UnreadableError

MOST_ROWS, MOST_BOXES, MOST_CHARACTERS = 20_000, 60_000, 400_000
MOST_IN_A_ROW = 256
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Box:
    """One box of a table, or a line. `column` and `colspan` count the columns of its table.

    A box that reaches over several rows stands in the first of them alone. `tag` is what a program
    has noted of which figure it is.
    """

    text: str
    line: int
    column: int = 0
    colspan: int = 1
    tag: str = ""


@dataclass(frozen=True)
class Row:
    """The boxes that begin in one row. `table` counts the tables of the file; 0 is no table.

    `folded`: a figure of a line may go on in the line above or below.
    """

    boxes: tuple[Box, ...]
    line: int
    table: int = 0
    folded: bool = False

    @property
    def text(self) -> str:
        """All that it says."""
        return " ".join(box.text for box in self.boxes if box.text.strip())


@dataclass(frozen=True)
class Source:
    """A file as rows in reading order. `line` of a row counts the lines of a text, the paragraphs
    and table rows of any other file, from 1.

    `title` is what the file calls itself; `placed` are the tables whose columns are true.
    """

    rows: tuple[Row, ...]
    title: str = ""
    placed: frozenset[int] = frozenset()


def raised(text: str) -> str:
    """Digits above the line, as they are written without another size: the 1 of a note beside a
    figure is no part of it.
    """
    return text.translate(_RAISED)


def bounded(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows, unless they are more than any report has. Raises UnreadableError."""
    return tuple(_counted(rows))


def _counted(rows: Iterable[Row]) -> Iterator[Row]:
    boxes = characters = 0
    for number, row in enumerate(rows, 1):
        if len(row.boxes) > MOST_IN_A_ROW and any(b.text for b in row.boxes[MOST_IN_A_ROW:]):
            raise UnreadableError(f"第{row.line}行的列数过多，不像年度报告的表格，请核对文件")
        boxes += len(row.boxes)
        characters += sum(len(box.text) for box in row.boxes)
        if number > MOST_ROWS or boxes > MOST_BOXES or characters > MOST_CHARACTERS:
            raise UnreadableError("文件内容过多，不像一份年度报告，请只保留报告正文后再上传")
        yield row if len(row.boxes) <= MOST_IN_A_ROW else _cut(row)


def tables_of(rows: Iterable[Row]) -> frozenset[int]:
    """All tables of some rows."""
    return frozenset(row.table for row in rows) - {0}


def _cut(row: Row) -> Row:
    """Spreadsheets have empty boxes without end."""
    return Row(row.boxes[:MOST_IN_A_ROW], row.line, row.table)
