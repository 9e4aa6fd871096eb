"""The boxes of a blank form: which are open, and what they take."""

from __future__ import annotations

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Protection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reports.figures import LARGEST
from reports.formats import Format, Kind

from .sheet_style import OPEN
from .xlsx_table import Laid

_WRONG = "填写有误"


def open_table(page: Worksheet, fmt: Format, laid: Laid) -> None:
    """Opens the boxes of a table that are typed, and shuts all else of its worksheet."""
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False
    takes = {kind: _taking(kind) for kind in Kind}
    for id_, name in laid.names.items():
        cell = fmt.cells[id_]
        if not cell.computed:
            place = page[name]
            _open(place)
            takes[cell.kind].add(place)
    for one in takes.values():
        if one.cells:
            page.add_data_validation(one)


def open_fees(page: Worksheet, fmt: Format, sample: SheetCell) -> None:
    """Opens the boxes of the fees, which stand one below the other under the part's heading."""
    _open(sample)
    for row, fee in enumerate(fmt.fees, 2):
        one = _taking(fee.kind)
        one.add(f"B{row}")
        page.add_data_validation(one)


def _open(place: SheetCell) -> None:
    place.fill, place.protection = OPEN, Protection(locked=False)


def _taking(kind: Kind) -> DataValidation:
    """What a box takes that counts things of that kind."""
    asked = {
        Kind.COUNT: "请填不小于0的整数，没有发生的填0。",
        Kind.SIGNED_COUNT: "请填整数，减少的填负数，没有增减的填0。",
    }.get(kind, f"请填不小于0的数，单位是{kind.unit}，没有发生的填0。")
    return DataValidation(
        type="decimal" if kind.is_money else "whole",
        operator="between",
        formula1=str(-LARGEST if kind.is_signed else 0),
        formula2=str(LARGEST),
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=_WRONG,
        error=asked,
    )
