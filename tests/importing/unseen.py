"""Layouts that none of the samples has: what editors, portals and converters make of the tables."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from html import escape

from reports.content import Content
from reports.formats.grid import Box, Grid

from .layouts import Write, parts, spans, text_of
from .readings import LARGE, published

OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
Words = Callable[[Box], str]


@cache
def all_different(filled: float = 1.0) -> Content:
    """A report in which no two counts are the same, so many of its boxes filled."""
    content, rng = published(LARGE), random.Random(3)
    numbers = rng.sample(range(10, 9_999), len(content.figures))
    cells = content.format.cells
    figures = {
        id_: None
        if rng.random() > filled
        else Decimal("123.45")
        if cells[id_].kind.is_money
        else number
        for id_, number in zip(cells, numbers, strict=True)
    }
    return replace(content, figures=figures)


def box(text: str, rowspan: int = 1, colspan: int = 1, tag: str = "td") -> str:
    """One box of a page."""
    return f'<{tag} rowspan="{rowspan}" colspan="{colspan}">{escape(text)}</{tag}>'


def page(content: Content, table: Callable[[Grid], str]) -> bytes:
    """A page with the tables as they are drawn."""
    words = [f"<h1>{content.title}</h1>"]
    for heading, part in parts(content):
        words.append(f"<p>{heading}</p>")
        words.append(f"<p>{part}</p>" if isinstance(part, str) else table(part))
    return f"<html><body>{''.join(words)}</body></html>".encode()


def rows(content: Content, table: Grid) -> str:
    """A table as the form has it."""
    return drawn([[shown(content, one) for one in row] for row in table.rows])


def drawn(lines: list[list[str]]) -> str:
    """A table of boxes that are drawn already."""
    return "<table>" + "".join("<tr>" + "".join(line) + "</tr>" for line in lines) + "</table>"


def shown(content: Content, one: Box) -> str:
    """One box of the form."""
    return box(text_of(content, one), one.rowspan, one.colspan)


def changed(pattern: str, put: str | Callable[[re.Match[str]], str]) -> Write:
    """The usual page with something else in it."""
    return lambda content: re.sub(pattern, put, spans(content).decode(), flags=re.DOTALL).encode()


def of_applications(draw: Callable[[Content, Grid], str]) -> Write:
    """A page with another table three."""
    return lambda content: page(
        content, lambda t: draw(content, t) if len(t.rows) > 20 else rows(content, t)
    )


def of_disputes(draw: Callable[[Content, list[str]], str]) -> Write:
    """A page with another table four, drawn from its figures."""

    def table(content: Content, one: Grid) -> str:
        figures = [text_of(content, last) for last in one.rows[-1]]
        return draw(content, figures) if len(one.rows) < 6 else rows(content, one)

    return lambda content: page(content, lambda t: table(content, t))


def _total_first(content: Content, table: Grid) -> str:
    last = table.columns - 1
    lines = []
    for row in table.rows:
        total = [one for one in row if one.column == last]
        others = [one for one in row if one.column != last]
        at = next((n for n, one in enumerate(others) if one.column >= last - 6), 0)
        lines.append([shown(content, one) for one in others[:at] + total + others[at:]])
    return drawn(lines)


def _with_subtotal(content: Content, table: Grid) -> str:
    """小计 of the organisations before the total of all."""
    end = table.columns - 1
    lines = []
    for row in table.rows:
        line = []
        for one in row:
            wide = one.column < end <= one.column + one.colspan and one.colspan > 1
            line.append(box(text_of(content, one), one.rowspan, one.colspan + wide))
            if one.column == end - 1 and one.colspan == 1:
                line.append(box("77777" if one.cell else "小计"))
        lines.append(line)
    return drawn(lines)


def _with_numbers_of_rows(content: Content, table: Grid) -> str:
    """行次 between headings and figures."""
    lines = []
    for number, row in enumerate(table.rows, 1):
        line = [shown(content, one) for one in row]
        at = sum(not one.cell for one in row) if row[-1].cell else 1
        if number == 1:
            line.insert(at, box("行次", table.head_rows))
        elif row[-1].cell:
            line.insert(at, box(str(number)))
        lines.append(line)
    return drawn(lines)


def with_numbers_left(content: Content, table: Grid, number: str = "{}") -> str:
    """序号 left of the headings."""
    lines = []
    for at, row in enumerate(table.rows):
        line = [shown(content, one) for one in row]
        said = number.format(at - table.head_rows + 1) if row[-1].cell else "序号"
        lines.append([box(said), *line] if at in (0, *range(table.head_rows, 99)) else line)
    return drawn(lines).replace("<td", f'<td rowspan="{table.head_rows}"', 1)


def _last_year_beside(content: Content, table: Grid) -> str:
    """Two figures under every heading, and nothing that says which is which."""
    lines = []
    for row in table.rows:
        line = []
        for one in row:
            wide = one.column >= table.columns - 7 and not one.cell
            line.append(box(text_of(content, one), one.rowspan, one.colspan * (1 + wide)))
            line += [box("5")] if one.cell else []
        lines.append(line)
    return drawn(lines)


def _groups_without_width(content: Content, table: Grid) -> str:
    """The heading over the organisations is as narrow as one of them."""
    return re.sub(r'colspan="5">法人', r'colspan="1">法人', rows(content, table))


def _in_order(content: Content, figures: list[str], order: tuple[int, ...]) -> str:
    """Table four with its three parts in another order, each under its own headings."""
    names = ("行政复议", "未经复议直接起诉", "复议后起诉")
    top = "".join(box(names[n], 1, 5) for n in order)
    heads = "".join(box(one) for one in OUTCOMES * 3)
    values = "".join(box(one) for n in order for one in figures[5 * n : 5 * n + 5])
    return f"<table><tr>{top}</tr><tr>{heads}</tr><tr>{values}</tr></table>"


def _outcomes_in_order(content: Content, figures: list[str], order: tuple[int, ...]) -> str:
    """Table four with the outcomes in another order."""
    top = "".join(box(one, 1, 5) for one in ("行政复议", "未经复议直接起诉", "复议后起诉"))
    heads = "".join(box(OUTCOMES[n]) for n in order) * 3
    values = "".join(box(figures[5 * part + n]) for part in range(3) for n in order)
    return f"<table><tr>{top}</tr><tr>{heads}</tr><tr>{values}</tr></table>"


def _lines(content: Content, line: Callable[[list[str], list[str]], str]) -> bytes:
    """A line of text for each row: its words, its figures."""

    def row(boxes: tuple[Box, ...]) -> str:
        said = [text_of(content, one).replace("\n", "") for one in boxes if not one.cell]
        return line(said, [text_of(content, one) for one in boxes if one.cell])

    lines = [content.title]
    for heading, part in parts(content):
        lines.append(heading)
        lines += [part] if isinstance(part, str) else [row(tuple(one)) for one in part.rows]
    return "\n".join(lines).encode()


def with_last_years_table(content: Content) -> bytes:
    """Behind the report the same table with the figures of the year before."""
    more = {id_: None if n is None else n + 1 for id_, n in content.figures.items()}
    last = replace(content, figures=more)
    third = next(
        part for _, part in parts(last) if not isinstance(part, str) and len(part.rows) > 20
    )
    annex = f"<p>附：上一年度收到和处理情况</p>{rows(last, third)}</body>"
    return spans(content).replace(b"</body>", annex.encode())


READ: dict[str, Write] = {
    "headings as th": lambda c: re.sub(rb"<(/?)td", rb"<\1th", spans(c)),
    "a table in every box": changed(r">(\d+)</td>", r"><table><tr><td>\1</td></tr></table></td>"),
    "figures in boxes to type in": changed(r">(\d+)</td>", r'><input type="text" value="\1"></td>'),
    "figures in areas to type in": changed(r">(\d+)</td>", r"><textarea>\1</textarea></td>"),
    "old figures struck through": changed(r">(\d+)</td>", r"><s>9</s>\1</td>"),
    "old figures struck by style": changed(
        r">(\d+)</td>", r'><span style="text-decoration: line-through">9</span>\1</td>'
    ),
    "the total first": of_applications(_total_first),
    "a column of subtotals": of_applications(_with_subtotal),
    "numbers of rows": of_applications(_with_numbers_of_rows),
    "numbers left of headings": of_applications(with_numbers_left),
    "a group that lost its width": of_applications(_groups_without_width),
    "all widths lost": lambda c: re.sub(rb' colspan="\d+"', b"", spans(c)),
    "lawsuits before reviews": of_disputes(lambda c, f: _in_order(c, f, (1, 2, 0))),
    "totals before outcomes": of_disputes(lambda c, f: _outcomes_in_order(c, f, (4, 0, 1, 2, 3))),
    "last year's table behind": with_last_years_table,
}
"""Pages of which every figure is read, filled or not."""

FLOWING: dict[str, Write] = {
    "figures glued to labels": lambda c: _lines(c, lambda said, n: "".join(said) + " ".join(n)),
    "drawn with strokes": lambda c: _lines(c, lambda said, n: f"│{'│'.join([*said, *n])}│"),
}
"""Texts of which every figure is read where all are filled in."""

NOT_TOLD: dict[str, Write] = {
    "last year beside": of_applications(_last_year_beside),
    "ringed notes": changed(r">(\d+)</td>", r">\1①</td>"),
    "raised notes": changed(r">(\d+)</td>", r">\1<sup>1</sup></td>"),
    "brackets": changed(r">(\d+)</td>", r">(\1)</td>"),
}
"""Pages that do not tell which figure is meant."""
