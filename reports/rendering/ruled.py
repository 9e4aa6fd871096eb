"""Tables laid out once for each form, into which the figures of every report are set.

What is kept is what WeasyPrint made of the table with figures of each length. This rests on its
inner layout, as `justify` does, and is tied to the same series.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from . import justify, quick

LENGTHS = (0, 1, 7, 8, 9, 10)
"""Figures of these many characters are set each in a size of its own; 0: nothing filled in."""

_BASE = 1
_MOST_KEPT = 5000
"""Figures, of at most some hundred bytes each."""

_SAME = 1e-6
"""Pixels by which two places may differ that are meant to be one."""

_going_in: ContextVar[Mapping[str, Any]] = ContextVar("_going_in")


class Ruled:
    """One table of a form: its lines and headings, and room for a figure in each box."""

    def __init__(self, tables: Mapping[int, Any]) -> None:
        """`tables` are laid-out boxes of the same table, by the length of the figures in it."""
        self._table = tables[_BASE]
        self._cells = {length: _cells(table) for length, table in tables.items()}
        self._set: dict[tuple[str, str], Any] = {}

    def filled(self, figures: Mapping[str, str]) -> Any:
        """The table with figures, by cell id, as they are printed; None if one does not go in."""
        inside = {id_: self._figure(id_, figures[id_]) for id_ in self._cells[_BASE]}
        return None if None in inside.values() else _Filled(self._table, inside)

    def _figure(self, id_: str, text: str) -> Any:
        """The cell with a figure; kept, for most reports have many of the same."""
        if (id_, text) not in self._set:
            if len(self._set) > _MOST_KEPT:
                self._set.clear()
            self._set[id_, text] = self._cell(id_, text)
        return self._set[id_, text]

    def _cell(self, id_: str, text: str) -> Any:
        length = max(length for length in LENGTHS if length <= len(text))
        if length not in self._cells:
            return None
        cell = self._cells[length][id_]
        return _with_text(cell, text) if text else cell


class _Filled:
    """A table as it goes into one report."""

    def __init__(self, table: Any, inside: Mapping[str, Any]) -> None:
        self.table, self.inside = table, inside

    def at(self, x: float, y: float) -> Any:
        """A table of its own, moved to where it is to stand."""
        dx, dy = x - self.table.position_x, y - self.table.position_y
        table = self._moved(self.table, dx, dy)
        table.column_positions = [at + dx for at in table.column_positions]
        table.moved = dx, dy
        table.column_groups = tuple(_moved(group, dx, dy) for group in table.column_groups)
        return table

    def _moved(self, box: Any, dx: float, dy: float) -> Any:
        if (id_ := _cell_id(box)) in self.inside:
            return _moved(self.inside[id_], dx, dy)
        moved = box.copy()
        moved.position_x += dx
        moved.position_y += dy
        moved.children = [self._moved(child, dx, dy) for child in box.children]
        return moved


def _moved(box: Any, dx: float, dy: float) -> Any:
    moved = box.copy()
    moved.position_x += dx
    moved.position_y += dy
    moved.children = [_moved(child, dx, dy) for child in box.children]
    return moved


def kept(draw: Callable[[int], Any]) -> Ruled | None:
    """The table as it can be kept; None where it must be laid out for each report.

    `draw(length)` gives the laid-out pages of a document that has the table alone, with figures of
    so many characters.
    """
    if not install():
        return None
    table = _only_table(draw(_BASE))
    if table is None:
        return None
    others = ((length, _only_table(draw(length))) for length in LENGTHS if length != _BASE)
    tables = {length: one for length, one in others if one and _alike(table, one)}
    tables[_BASE] = table
    table.lines = quick.lines(table) if _is_bare(table) else None
    for one in tables.values():
        _keep_texts(one)
    return Ruled(tables)


@contextmanager
def going_in(filled: Mapping[str, Any]) -> Iterator[None]:
    """Sets filled tables, by the class of the empty element that stands for each."""
    token = _going_in.set(filled)
    try:
        yield
    finally:
        _going_in.reset(token)


@cache
def install() -> bool:
    """Makes WeasyPrint take kept tables, once a process; False where its version is not known."""
    import weasyprint
    from weasyprint.html import HTML_HANDLERS
    from weasyprint.layout import block

    if not weasyprint.__version__.startswith(justify.SERIES):
        return False
    HTML_HANDLERS["table"] = _handle
    block.table_layout = _layout(block.table_layout)
    quick.install()
    return True


def _handle(element: Any, box: Any, *_others: Any) -> list[Any]:
    filled = _going_in.get({})
    for name in element.get("class", "").split():
        if name in filled:
            box.ruled = filled[name]
    return [box]


def _layout(whole: Callable[..., Any]) -> Callable[..., Any]:
    """`weasyprint.layout.table.table_layout`, for tables that were kept as well."""

    def layout(context: Any, table: Any, bottom_space: float, *others: Any) -> Any:
        filled = getattr(table, "ruled", None)
        if filled is None:
            return whole(context, table, bottom_space, *others)
        page_is_empty, nothing = others[2], {"break": "any", "page": None}
        placed = filled.at(table.position_x, table.position_y)
        bottom = placed.content_box_y() + placed.height
        if not page_is_empty and context.overflows_page(bottom_space, bottom):
            return None, None, nothing, [], False
        return placed, None, nothing, [], False

    return layout


def _only_table(pages: Any) -> Any:
    """The table on the first page, if it is whole there and may not be divided."""
    from weasyprint.formatting_structure import boxes

    found = [box for page in pages for box in page.descendants() if isinstance(box, boxes.TableBox)]
    if len(found) != 1 or found[0].style["break_inside"] != "avoid":
        return None
    return found[0]


def _alike(one: Any, other: Any) -> bool:
    """Whether lines and headings stand at the same places in both."""
    return len(_places(one)) == len(_places(other)) and all(
        abs(a - b) < _SAME for a, b in zip(_places(one), _places(other), strict=True)
    )


def _places(table: Any) -> list[float]:
    rows = [row for group in table.children for row in group.children]
    cells = [cell for row in rows for cell in row.children]
    return [
        number
        for box in (*rows, *cells)
        for number in (box.position_x, box.position_y, box.width, _height(box))
    ]


def _height(box: Any) -> float:
    """With the padding that holds a figure in the middle."""
    return float(box.border_height() if hasattr(box, "colspan") else box.height)


def _cell_id(box: Any) -> str:
    return box.element.get("data-cell", "") if box.element_tag == "td" else ""


def _cells(table: Any) -> dict[str, Any]:
    rows = (row for group in table.children for row in group.children)
    return {_cell_id(cell): cell for row in rows for cell in row.children if _cell_id(cell)}


def _with_text(cell: Any, text: str) -> Any:
    """The cell with another figure in the middle of its line; None if that takes more room."""
    from weasyprint.layout.inline import split_text_box

    (line,) = cell.children
    (was,) = line.children
    box, resume_at, _ = split_text_box(None, was.copy_with_text(text), cell.width, 0)
    same = ("height", "baseline", "margin_top", "margin_bottom")
    if resume_at is not None or box.width > cell.width:
        return None
    if any(abs(getattr(box, name) - getattr(was, name)) > _SAME for name in same):
        return None
    box.pango_layout = _kept_layout(box)
    box.position_x = cell.content_box_x() + (cell.width - box.width) / 2
    line = line.copy_with_children([box])
    line.position_x, line.width = box.position_x, box.width
    return cell.copy_with_children([line])


def _is_bare(table: Any) -> bool:
    """Whether lines are all there is to draw of it, but for words."""
    rows = [row for group in table.children for row in group.children]
    cells = [cell for row in rows for cell in row.children]
    groups = [*table.children, *table.column_groups]
    columns = [column for group in table.column_groups for column in group.children]
    return not any(box.background for box in (table, *groups, *columns, *rows, *cells))


def _keep_texts(table: Any) -> None:
    from weasyprint.formatting_structure import boxes

    for box in table.descendants():
        if isinstance(box, boxes.TextBox):
            box.pango_layout = _kept_layout(box)


def _kept_layout(box: Any) -> Any:
    """A layout of the box's text that need not be made again for each drawing."""
    layout = box.pango_layout = _layout_class()(box.style)
    layout.set_text(box.text)
    layout.words = quick.words(box)
    return layout


@cache
def _layout_class() -> Any:
    from weasyprint.text.line_break import Layout

    class Kept(Layout):  # type: ignore[misc]
        words: quick.Words | None = None

        def deactivate(self) -> None:
            """Stays as it is."""

        def reactivate(self, style: Any) -> None:
            """Is as it was."""

    return Kept
