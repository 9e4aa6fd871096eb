"""登记表模板: an empty register of applications as .xlsx, with lists to choose from.

Its columns and their allowed values follow from the form, so that it is counted without a question.
"""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reports.formats import Format
from reports.formats.register import applicants, leaves_of, results
from reports.formats.register_words import ROLES, Role

from .sheet_style import NOTICE
from .workbook import begun, saved

ROWS = 2000
"""So many are prepared."""

_HELP = (
    "一件申请一行，从第二行起填写；不要增加标题行，不要合并单元格。",
    "不要填写申请人姓名、证件号码、电话、地址和申请内容：计数不需要，上传后也不会读入。",
    "上年收到、上年没有办结的申请也要登记在内，计入第二行。",
    "填好后在“台账计数”页上传。上传的文件不保存，计数后只留件数和登记编号。",
    NOTICE,
)
_THIN = Side(style="thin", color="FF888888")
_EDGE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="FFDCE6F2")
_WIDTHS = {"case": 18, "date": 14, "value": 52}


def columns() -> list[Role]:
    """The columns of the template: those that a drop-down of single kinds needs."""
    return [role for role in ROLES if role.needed or role.holds == "case"]


def draw(fmt: Format) -> bytes:
    """The file. Opens in Excel, WPS and LibreOffice."""
    book, page = begun("登记表")
    lists = _draw_lists(book, fmt)
    _draw_register(page, lists)
    _draw_help(book)
    return saved(book)


def _draw_register(page: Worksheet, lists: dict[str, str]) -> None:
    page.freeze_panes = "A2"
    for number, role in enumerate(columns(), 1):
        letter = get_column_letter(number)
        head = page.cell(1, number, role.label)
        head.font, head.fill, head.border = Font(bold=True), _HEAD, _EDGE
        head.alignment = Alignment(horizontal="center", vertical="center")
        page.column_dimensions[letter].width = _WIDTHS[role.holds]
        page.column_dimensions[letter].number_format = "@" if role.holds == "case" else "General"
        _allow(page, f"{letter}2:{letter}{ROWS + 1}", role, lists)
        for row in range(2, ROWS + 2):
            page.cell(row, number).number_format = _PATTERNS[role.holds]


_PATTERNS = {"case": "@", "date": "yyyy-mm-dd", "value": "General"}


def _allow(page: Worksheet, area: str, role: Role, lists: dict[str, str]) -> None:
    """What may stand in a column; the pattern of the question is shown where one stands in it."""
    if role.holds == "case":
        return
    if role.holds == "date":
        rule = DataValidation("date", operator="between", formula1="36526", formula2="73050")
        rule.error = "请填写日期，如2024-3-5"
    else:
        rule = DataValidation("list", formula1=lists[role.id])
        rule.error = "请从下拉列表中选择"
    rule.allow_blank, rule.showErrorMessage, rule.showInputMessage = True, True, True
    rule.errorTitle, rule.promptTitle, rule.prompt = role.label, role.label, role.asks
    rule.add(area)
    page.add_data_validation(rule)


def _draw_lists(book: Workbook, fmt: Format) -> dict[str, str]:
    """The lists on a sheet of their own, and by role where theirs stands."""
    page = book.create_sheet("选项")
    page.sheet_state = "hidden"
    found = {}
    told = (("applicant", applicants(fmt)), ("result", results(fmt)))
    for number, (role, meanings) in enumerate(told, 1):
        labels = [one.label for one in leaves_of(meanings)]
        for row, label in enumerate(labels, 1):
            page.cell(row, number, label)
        letter = get_column_letter(number)
        found[role] = f"{quote_sheetname(page.title)}!${letter}$1:${letter}${len(labels)}"
    return found


def _draw_help(book: Workbook) -> None:
    page = book.create_sheet("填表说明")
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 20, 80
    lines = [(role.label, role.asks) for role in columns()]
    lines += [(f"说明{number}", text) for number, text in enumerate(_HELP, 1)]
    for row, (name, text) in enumerate(lines, 1):
        page.cell(row, 1, name).font = Font(bold=True)
        page.cell(row, 2, text).alignment = Alignment(wrap_text=True, vertical="top")
