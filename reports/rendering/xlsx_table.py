"""A table of the form as a worksheet, empty, with a place for what is said of each equation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.formats import Equation, Format
from reports.formats.grid import Box, Grid

from . import sheet_style as style
from .docx_style import HEI, SONG
from .xlsx_formulas import GAP

CHECKED = "核对"
"""Heads the column in which a table checks itself, and begins each line in which it does."""

CORNER = style.Corner(2, 1)
_HEAD = PatternFill("solid", fgColor="FFF5F5F5")
_WRONG = PatternFill("solid", fgColor="FFFDE3E1")
_QUIET, _RED = "FF666666", "FFB00020"
_AT_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
_MM, _WIDE = 0.6, 9
"""Width units a millimetre, as wide as the paper has room for; those of the checks."""

_SLIM, _HIGH = 5, 21


@dataclass(frozen=True)
class Check:
    """Where the verdict on an equation stands; `mark` is what it begins with."""

    equation: Equation
    name: str
    mark: str = ""


@dataclass(frozen=True)
class Laid:
    """A table in its worksheet: the names of the cells of its figures, and its checks."""

    names: Mapping[str, str]
    checks: tuple[Check, ...]


def lay(page: Worksheet, table: Grid, fmt: Format) -> Laid:
    """Draws the table under its heading, ready to print on one page."""
    names = {box.cell.id: CORNER.name(box) for box in table.boxes() if box.cell}
    for number, width in enumerate(table.widths, 1):
        page.column_dimensions[get_column_letter(number)].width = max(width * _MM, _SLIM)
    for row, boxes in enumerate(table.rows, CORNER.row):
        for box in boxes:
            _box(page, box)
        page.row_dimensions[row].height = max(style.height(table, boxes, _MM), _HIGH)
    checks = tuple(_checks(page, table, fmt))
    width = max(page.max_column, table.columns)
    _line(page, 1, (1, width), table.section.heading)
    page.cell(1, 1).font = Font(name=HEI, size=14)
    page.row_dimensions[1].height = 30
    _to_print(page, table)
    return Laid(names, checks)


def _box(page: Worksheet, box: Box) -> None:
    style.frame(page, box, CORNER)
    place = style.put(page, *CORNER.of(box), "" if box.cell else "\n".join(box.lines) or box.text)
    place.font, place.alignment = Font(name=SONG, size=10.5), style.MIDDLE
    if box.cell is None:
        place.fill = _HEAD
        if box.kind == "row" and box.rowspan == 1:
            place.alignment = _AT_LEFT


def _checks(page: Worksheet, table: Grid, fmt: Format) -> Iterator[Check]:
    """Equations along a row beside it, all others below the table, a line for each kind."""
    boxes = {box.cell.id: box for box in table.boxes() if box.cell}
    equations = [one for one in fmt.equations if one.section == table.section.number]
    deep = min((box.column for box in boxes.values()), default=0)
    beside = [one for one in equations if deep and len({boxes[c].row for c in one.cells}) == 1]
    if beside:
        yield from _beside(page, table, beside, boxes)
    below = [one for one in equations if one not in beside]
    kinds = groupby(sorted(below, key=lambda one: one.code), key=lambda one: one.code)
    for row, (_, same) in enumerate(kinds, CORNER.row + len(table.rows)):
        yield from _below(page, row, deep, list(same), boxes)


def _beside(
    page: Worksheet, table: Grid, equations: Sequence[Equation], boxes: Mapping[str, Box]
) -> Iterator[Check]:
    column = CORNER.column + table.columns
    letter = get_column_letter(column)
    page.column_dimensions[letter].width = _WIDE
    last = CORNER.row + max(table.head_rows, 1) - 1
    _quiet(page, CORNER.row, column, CHECKED)
    page.merge_cells(f"{letter}{CORNER.row}:{letter}{last}")
    for equation in equations:
        row = CORNER.row + boxes[equation.cells[0]].row
        yield _check(page, row, (column, column), equation)


def _below(
    page: Worksheet, row: int, deep: int, equations: Sequence[Equation], boxes: Mapping[str, Box]
) -> Iterator[Check]:
    """One line: what is checked, where the table leaves room to say so, and a verdict for each."""
    page.row_dimensions[row].height = 2 * _HIGH - 6
    if deep:
        _line(page, row, (1, deep), f"{CHECKED}：{equations[0].because}")
        page.cell(row, 1).font = Font(name=SONG, size=9, color=_QUIET)
    for equation in equations:
        columns = [CORNER.column + boxes[id_].column for id_ in equation.cells]
        mark = "" if deep else f"{CHECKED}："
        yield _check(page, row, (min(columns), max(columns)), equation, mark)


def _check(
    page: Worksheet, row: int, columns: tuple[int, int], equation: Equation, mark: str = ""
) -> Check:
    _quiet(page, row, columns[0])
    name = f"{get_column_letter(columns[0])}{row}"
    if columns[0] < columns[1]:
        page.merge_cells(start_row=row, start_column=columns[0], end_row=row, end_column=columns[1])
    wrong = FormulaRule(  # type: ignore[no-untyped-call]
        formula=[f'ISNUMBER(SEARCH("{GAP}",{name}))'],
        fill=_WRONG,
        font=Font(color=_RED, bold=True),
    )
    page.conditional_formatting.add(name, wrong)
    return Check(equation, name, mark)


def _quiet(page: Worksheet, row: int, column: int, text: str = "") -> None:
    place = style.put(page, row, column, text)
    place.font, place.alignment = Font(name=SONG, size=9, color=_QUIET), style.MIDDLE


def _line(page: Worksheet, row: int, columns: tuple[int, int], text: str) -> None:
    """Words over several columns."""
    style.put(page, row, columns[0], text).alignment = _AT_LEFT
    if columns[0] < columns[1]:
        page.merge_cells(start_row=row, start_column=columns[0], end_row=row, end_column=columns[1])


def _to_print(page: Worksheet, table: Grid) -> None:
    """The head stays in sight and stands on every page; all of it goes on one."""
    first = CORNER.row + table.head_rows
    deep = min((box.column for box in table.boxes() if box.cell), default=0)
    page.freeze_panes = style.at(page, first, 1 + deep if table.head_rows else 1)
    if table.head_rows:
        page.print_title_rows = f"1:{first - 1}"
    page.page_setup.fitToHeight = 1
