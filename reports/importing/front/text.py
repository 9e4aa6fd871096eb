"""Text that was pasted or crawled: rows of pipes, rows of tabs, one box a line, or plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..gate import UnreadableError
from ..source import Box, Row, Source, bounded
from ..tokens import Kind, kind_of

_BREAK = re.compile("\r\n|[\r\n\v\f\u0085\u2028\u2029]")
_RULE = re.compile(r"[\s|:+=-]*-{2,}[\s|:+=-]*")
_DRAWN = re.compile(r"[\s\u2500-\u257f]{3,}")
_MARKDOWN = re.compile(r"^\s{0,3}#{1,6}\s+|\*\*|__")
_BR = re.compile(r"<br\s*/?>|&nbsp;", re.IGNORECASE)
_STROKE = re.compile("[|｜│┃║]")
_ENCODINGS = ("utf-8-sig", "gb18030", "big5")
_MOST_SINGLE = 0.3
_LONGEST_REST = 30


def source(data: bytes) -> Source:
    """The lines of a text file. Raises UnreadableError."""
    return from_text(decoded(data))


def decoded(data: bytes) -> str:
    """The text of a file: UTF-16 with its mark, UTF-8, else GB 18030 or Big5."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("文件的文字编码无法识别，请另存为UTF-8文本后再上传")


def from_text(text: str) -> Source:
    """The rows of a text."""
    lines = [(number, _unmarked(line)) for number, line in enumerate(_BREAK.split(text), 1)]
    single = _is_one_box_a_line([line for _, line in lines])
    rows = bounded(_boxed(lines) if single else _rows(lines))
    return Source(rows, placed=frozenset() if single else _square(rows))


def _unmarked(line: str) -> str:
    """A line without what Markdown marks headings, bold type and breaks with."""
    line = _MARKDOWN.sub("", line) if line[:1] in "#*_ " or "**" in line else line
    return _BR.sub(" ", line)


def _square(rows: Sequence[Row]) -> frozenset[int]:
    """The tables in which every row has as many boxes: nothing in them has moved."""
    widths: dict[int, set[int]] = {}
    for row in rows:
        widths.setdefault(row.table, set()).add(len(row.boxes))
    return frozenset(table for table, found in widths.items() if table and len(found) == 1)


def _is_one_box_a_line(lines: Sequence[str]) -> bool:
    """Whether tabs begin the boxes and hardly any line has two of them."""
    tabbed = [line for line in lines if "\t" in line]
    several = [line for line in tabbed if sum(bool(part.strip()) for part in line.split("\t")) > 1]
    return len(tabbed) >= 20 and len(several) < _MOST_SINGLE * len(tabbed)


def _rows(lines: Sequence[tuple[int, str]]) -> Iterator[Row]:
    table = 0
    before = False
    for number, line in lines:
        parts = _parts(line)
        if not line.strip() or _DRAWN.fullmatch(line):
            continue
        if len(parts) < 2:
            before = False
            yield Row((Box(line, number),), number)
        elif not _RULE.fullmatch(line):
            table += not before
            before = True
            boxes = (Box(part.strip(), number, column) for column, part in enumerate(parts))
            yield _table_row(tuple(boxes), number, table)


def _parts(line: str) -> list[str]:
    if "\t" in line:
        return line.split("\t")
    if _STROKE.search(line):
        return _STROKE.split(_framed(line.strip()))
    return [line]


def _framed(line: str) -> str:
    """A row without the strokes of its frame, where it has both."""
    return line[1:-1] if len(line) > 1 and _STROKE.match(line) and _STROKE.match(line[-1]) else line


def _table_row(boxes: tuple[Box, ...], number: int, table: int) -> Row:
    """A row of a table; one long text with a stroke behind it is a line after all."""
    said = [box for box in boxes if box.text]
    if len(said) == 1 and len(said[0].text) > 60:
        return Row((Box(said[0].text, number),), number)
    return Row(boxes, number, table)


def _boxed(lines: Sequence[tuple[int, str]]) -> Iterator[Row]:
    """Every line that a tab begins is a box; a line without one behind it goes on with it; an
    empty line ends the row, as do words behind figures.
    """
    row: list[Box] = []
    table = 1
    for number, line in [*lines, (0, "")]:
        if line.startswith("\t"):
            boxes = [Box(part, number) for part in line[1:].split("\t")]
            if kind_of(boxes[0].text) == Kind.WORDS and any(_is_figure(box) for box in row):
                yield _row_of(row, table)
                row = []
            row += boxes
        elif row and _goes_on(row[-1], line):
            last = row.pop()
            row.append(Box(f"{last.text}\n{line}", last.line))
        else:
            if row:
                yield _row_of(row, table)
            row = []
            if line.strip():
                table += 1
                yield Row((Box(line, number),), number)


def _goes_on(box: Box, line: str) -> bool:
    """Whether a line is the rest of a box: words of words, a figure that was pushed down."""
    before, after = kind_of(box.text), kind_of(line)
    if before == Kind.WORDS:
        return after == Kind.WORDS and len(line) < _LONGEST_REST
    return before == Kind.BLANK and after in (Kind.NUMBER, Kind.MARK, Kind.ODD)


def _is_figure(box: Box) -> bool:
    return kind_of(box.text) in (Kind.NUMBER, Kind.MARK)


def _row_of(boxes: Sequence[Box], table: int) -> Row:
    numbered = (Box(box.text, box.line, column) for column, box in enumerate(boxes))
    return Row(tuple(numbered), boxes[0].line, table)
