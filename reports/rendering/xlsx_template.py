"""The .xlsx prepared once for an edition: everything but the words and figures of one report.

A worksheet for each part of the report, in its order: what reads it back finds the parts where the
paper has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from reports.formats import Cell, Fee, Format, Section, edition
from reports.formats.grid import grid

from . import sheet_style as style
from .docx_style import FANG, HEI, KAI, SONG, TITLE
from .package import CORE
from .workbook import parts
from .xlsx_table import Laid, lay
from .xlsx_to_fill import open_fees, open_table

MARKS = "{{marks}}"
DECIMALS = 6
WORDS_WIDE, FEE_WIDE = 76, 12
"""Width units: digits of the face that cells have unless they say otherwise."""

_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_TEXT = Alignment(vertical="top", wrap_text=True)
_LOOKS: dict[str, tuple[Font, Alignment]] = {
    "marks": (Font(name=SONG, size=9), Alignment(horizontal="right")),
    "title": (Font(name=TITLE, size=20), _CENTRE),
    "heading": (Font(name=HEI, size=14), _TEXT),
    "0": (Font(name=FANG, size=14), _TEXT),
    "2": (Font(name=KAI, size=14), _TEXT),
    "3": (Font(name=FANG, size=14), _TEXT),
    "4": (Font(name=FANG, size=14), _TEXT),
    "fee": (Font(name=FANG, size=14), Alignment(vertical="center", indent=2)),
}
"""Face and place of each kind of line in the worksheets of words; a digit is a heading's level."""


@dataclass
class Template:
    """`parts` are the package's files as bytes, `trees` those of its worksheets, to copy and fill.

    `tables` has, by section, where its figures and checks stand. `looks` are the styles of lines
    of words, by kind; `numbers` those of a figure, by its cell or fee and how many decimals it has.
    `to_fill`: it is a form to fill in.
    """

    to_fill: bool
    parts: dict[str, bytes] = field(default_factory=dict)
    trees: dict[int, tuple[str, Any]] = field(default_factory=dict)
    tables: dict[int, Laid] = field(default_factory=dict)
    looks: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, tuple[int, ...]] = field(default_factory=dict)


@cache
def template(name: str, *, to_fill: bool = False) -> Template:
    """The prepared workbook of that edition; with `to_fill` a form whose boxes are open."""
    fmt, book, made = edition(name), _workbook(), Template(to_fill)
    book.remove(book.worksheets[0])
    for section in fmt.sections:
        page = book.create_sheet(style.sheet_name(section))
        _begin(page)
        if section.is_prose:
            _words(page, fmt, section, made)
        else:
            laid = made.tables[section.number] = lay(page, grid(fmt, section.number), fmt)
            if to_fill:
                open_table(page, fmt, laid)
            made.numbers |= _numbers(page, fmt.cells, laid.names)
    assert book.calculation is not None
    book.calculation.fullCalcOnLoad = False  # every formula stands with what it comes to
    _unpack(book, made)
    return made


def _workbook() -> Workbook:
    """An empty one. Columns are as many digits wide as they say: those of a Chinese face are half
    as wide as high, whichever one a machine has in its place.
    """
    book: Any = Workbook()
    book._named_styles["Normal"].font = Font(name=SONG, size=11)  # noqa: SLF001 - no door
    return cast("Workbook", book)


def _begin(page: Worksheet) -> None:
    style.on_paper(page)
    page.page_margins.left = page.page_margins.right = 0.6
    page.print_options.horizontalCentered = True
    assert page.oddFooter is not None
    assert page.oddHeader is not None
    page.oddFooter.center.text = "— &P —"
    page.oddHeader.right.text = MARKS


def _words(page: Worksheet, fmt: Format, section: Section, made: Template) -> None:
    """A worksheet of words, still without a line; the fees stand beside their labels."""
    page.column_dimensions["A"].width = WORDS_WIDE
    for row, (kind, (font, alignment)) in enumerate(_LOOKS.items(), 1):
        sample = style.at(page, row, 1)
        sample.font, sample.alignment = font, alignment
        if kind == "fee":
            sample.border = style.BORDER
        made.looks[kind] = _registered(sample)
        sample.quotePrefix = True
        made.looks[f"{kind}'"] = _registered(sample)
    if section.number == fmt.fees_in:
        page.column_dimensions["B"].width = FEE_WIDE
        sample = style.at(page, 1, 2)
        sample.font, sample.alignment = Font(name=FANG, size=14), style.MIDDLE
        sample.border = style.BORDER
        if made.to_fill:
            open_fees(page, fmt, sample)
        made.numbers |= {fee.key: _formats(sample, fee) for fee in fmt.fees}


def _numbers(
    page: Worksheet, cells: Mapping[str, Cell], names: Mapping[str, str]
) -> dict[str, tuple[int, ...]]:
    return {id_: _formats(page[name], cells[id_]) for id_, name in names.items()}


def _formats(place: SheetCell, figure: Cell | Fee) -> tuple[int, ...]:
    """The style of a figure with no, one, two … decimals; the place keeps the first."""
    unit = f'"{figure.suffix}"' if isinstance(figure, Cell) and figure.suffix else ""
    found = []
    for decimals in range(DECIMALS if figure.kind.is_money else 0, -1, -1):
        place.number_format = f"0.{'0' * decimals}{unit}" if decimals else f"0{unit}"
        found.append(_registered(place))
    return tuple(found[::-1])


def _registered(place: Any) -> int:
    """The number of a cell's style in the workbook; changes of the cell make another style."""
    number: int = place.style_id
    place._style = copy(place._style)  # noqa: SLF001 - the workbook has kept this very object
    return number


def _unpack(book: Workbook, made: Template) -> None:
    made.parts |= parts(book)
    made.parts.pop(CORE)
    for number in range(1, len(book.worksheets) + 1):
        name = f"xl/worksheets/sheet{number}.xml"
        made.trees[number] = name, etree.fromstring(made.parts.pop(name))
