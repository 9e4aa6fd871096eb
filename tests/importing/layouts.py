"""The tables of a report in the layouts in which reports are published, with any figures.

Each writes title, headings and the three tables; what a layout loses (spans, blanks) it loses here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

import openpyxl

from reports.content import Content
from reports.figures import printed
from reports.formats.grid import Box, Grid, grid
from tests.bytes_of import bytes_of

Write = Callable[[Content], bytes]
Rows = list[list[str]]

PROSE = {"1": "（一）主动公开。网上公开12件。", "5": "问题：不够快。改进：逐月检查。", "6": "无。"}


def text_of(content: Content, box: Box) -> str:
    """What is printed in a box: the label as it is broken, or the figure."""
    if box.cell:
        return printed(content.figures[box.cell.id])
    return "\n".join(box.lines or (box.text,))


def parts(content: Content) -> Iterator[tuple[str, str | Grid]]:
    """What is written one after another: a heading with words or with a table."""
    for section in content.format.sections:
        if section.is_prose:
            yield section.heading, PROSE[str(section.number)]
        else:
            yield section.heading, grid(content.format, section.number)


def full(content: Content, table: Grid, covered: str | None = "") -> Rows:
    """Every place of the table; where a box reaches to there is nothing, or (None) it again."""
    made = [["" for _ in range(table.columns)] for _ in table.rows]
    for box in table.boxes():
        for row in range(box.row, box.row + box.rowspan):
            for column in range(box.column, box.column + box.colspan):
                first = (row, column) == (box.row, box.column)
                made[row][column] = text_of(content, box) if first or covered is None else covered
    return made


# Text


def _text(content: Content, table: Callable[[Grid], str]) -> bytes:
    lines = [content.title]
    for heading, part in parts(content):
        lines += [heading, part if isinstance(part, str) else table(part)]
    return "\n".join(lines).encode()


def pipes(content: Content) -> bytes:
    """Strokes between boxes, covered ones empty, as crawlers write tables."""
    return _text(
        content, lambda t: "\n".join(f"| {' | '.join(_flat(r))} |" for r in full(content, t))
    )


def tabs(content: Content) -> bytes:
    """Tabs between boxes, covered ones empty, as tables are pasted from a browser."""
    return _text(content, lambda t: "\n".join("\t".join(_flat(row)) for row in full(content, t)))


def _flat(row: list[str]) -> list[str]:
    return [text.replace("\n", " ") for text in row]


def repeated(content: Content) -> bytes:
    """Strokes between boxes, covered ones saying it again, as converters unmerge tables."""
    return _text(
        content, lambda t: "\n".join(f"| {' | '.join(_flat(r))} |" for r in full(content, t, None))
    )


def markdown(content: Content) -> bytes:
    """Headings and tables as Markdown has them."""
    lines = [f"# {content.title}"]
    for heading, part in parts(content):
        lines.append(f"## **{heading}**")
        if isinstance(part, str):
            lines.append(part)
            continue
        rows = [[text.replace("\n", "<br>") for text in row] for row in full(content, part)]
        rows.insert(1, ["---"] * part.columns)
        lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(lines).encode()


def a_box_a_line(content: Content) -> bytes:
    """A box a line behind a tab, an empty line behind each row, as Word files are dumped."""

    def table(one: Grid) -> str:
        rows = ["\n".join(f"\t{text}" for text in row) for row in _begun(content, one)]
        return "\n" + "\n\n".join(rows) + "\n"

    return _text(content, table)


def a_box_a_line_without_rows(content: Content) -> bytes:
    """The same without the empty lines: nothing tells where a row ends."""
    return re.sub(rb"\n\n+", b"\n", a_box_a_line(content))


def bare_lines(content: Content) -> bytes:
    """A box a line with nothing round it."""
    return _text(content, lambda t: "\n".join("\n".join(_flat(row)) for row in _begun(content, t)))


def one_line(content: Content) -> bytes:
    """The whole report in one line."""
    return b" ".join(bare_lines(content).split(b"\n"))


def _begun(content: Content, table: Grid) -> Rows:
    return [[text_of(content, box) for box in row] for row in table.rows]


# Web pages


def _page(content: Content, table: Callable[[Grid], str], charset: str = "utf-8") -> bytes:
    words = [f"<h1>{escape(content.title)}</h1>"]
    for heading, part in parts(content):
        words.append(f"<p><strong>{heading}</strong></p>")
        words.append(f"<p>{part}</p>" if isinstance(part, str) else table(part))
    head = f'<html><head><meta charset="{charset}"><title>年报</title></head>'
    return f"{head}<body>{''.join(words)}</body></html>".encode(charset)


def _html(content: Content, table: Grid, cell: Callable[[str], str] = escape) -> str:
    rows = []
    for row in table.rows:
        boxes = "".join(
            f'<td rowspan="{b.rowspan}" colspan="{b.colspan}">{cell(text_of(content, b))}</td>'
            for b in row
        )
        rows.append(f"<tr>{boxes}</tr>")
    return f"<table><tbody>{''.join(rows)}</tbody></table>"


def spans(content: Content) -> bytes:
    """rowspan and colspan, and nothing else."""
    return _page(content, lambda table: _html(content, table))


def gbk(content: Content) -> bytes:
    """The same in the old encoding."""
    return _page(content, lambda table: _html(content, table), "gbk")


def styled(content: Content) -> bytes:
    """Spans and styles round every word, no-break spaces in and round the figures."""

    def cell(text: str) -> str:
        shown = "".join(f"<span style='font-size:10pt'>{escape(c)}</span>" for c in text)
        return f"<p class=MsoNormal style='margin:0'>&nbsp;{shown}<o:p></o:p></p>\r\n"

    return _page(content, lambda table: _html(content, table, cell))


def laid_out(content: Content) -> bytes:
    """Tables that only lay out the page round everything, with a menu beside it."""
    page = _page(content, lambda table: _html(content, table)).decode()
    before, _, rest = page.partition("<body>")
    body, _, after = rest.partition("</body>")
    menu = "<td><ul><li>首页</li><li>政务公开</li></ul></td>"
    inner = f"<table><tr>{menu}<td><table><tr><td>{body}</td></tr></table></td></tr></table>"
    return f"{before}<body><script>var a=1</script>{inner}</body>{after}".encode()


def without_spans(content: Content) -> bytes:
    """Every covered place an empty box."""

    def table(one: Grid) -> str:
        rows = ["".join(f"<td>{escape(text)}</td>" for text in row) for row in full(content, one)]
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"

    return _page(content, table)


# Spreadsheets


def _book(content: Content, put: Callable[[Any, int, Grid], None]) -> bytes:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append([content.title])
    for heading, part in parts(content):
        sheet.append([heading])
        if isinstance(part, str):
            sheet.append([part])
        else:
            put(sheet, sheet.max_row + 1, part)
    return bytes_of(book)


def merged_sheet(content: Content) -> bytes:
    """A worksheet with merged cells, its figures numbers."""

    def put(sheet: Any, top: int, table: Grid) -> None:
        for box in table.boxes():
            row, column = top + box.row, box.column + 1
            figure = content.figures[box.cell.id] if box.cell else text_of(content, box)
            sheet.cell(row, column, figure)
            if box.rowspan * box.colspan > 1:
                last = (row + box.rowspan - 1, column + box.colspan - 1)
                sheet.merge_cells(None, row, column, *last)
        sheet.cell(top + len(table.rows) - 1, table.columns)

    return _book(content, put)


def plain_sheet(content: Content) -> bytes:
    """A worksheet without merged cells, its figures text."""

    def put(sheet: Any, top: int, table: Grid) -> None:
        for number, row in enumerate(full(content, table), top):
            for column, text in enumerate(row, 1):
                sheet.cell(number, column, text or None)

    return _book(content, put)


TEXTS: dict[str, Write] = {"pipes": pipes, "tabs": tabs, "a box a line": a_box_a_line}
FLOWS: dict[str, Write] = {
    "a box a line without rows": a_box_a_line_without_rows,
    "bare lines": bare_lines,
    "one line": one_line,
}
PAGES: dict[str, Write] = {
    "spans": spans,
    "gbk": gbk,
    "styled": styled,
    "laid out": laid_out,
    "without spans": without_spans,
}
SHEETS: dict[str, Write] = {"merged": merged_sheet, "plain": plain_sheet}
