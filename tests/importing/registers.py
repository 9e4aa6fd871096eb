"""Registers as agencies keep them, in all the shapes that spreadsheets and CSV files have."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook

from tests.bytes_of import bytes_of

HEADINGS = (
    "登记编号",
    "收到日期",
    "申请人类别",
    "申请人姓名",
    "联系电话",
    "申请内容",
    "答复日期",
    "办理结果",
)
PEOPLE = ("张建国", "欧阳娜娜", "某某县宏达商贸有限公司", "阿卜杜·热合曼", "仝晓明")
PHONES = ("13912345678", "0571-87654321", "13712345678", "15512345678", "0755-7654321")
SECRETS = (*PEOPLE, *PHONES, "拆迁补偿", "110101199001011237")
_WRITTEN = """\
2024-001|2024-3-5|自然人|张建国|13912345678|拆迁补偿安置情况|2024/3/20|予以公开
2024-002|2024年4月1日|自然人|欧阳娜娜|0571-87654321|另一处拆迁补偿|2024.4.19|部分公开
2024-003|45400|商业企业|某某县宏达商贸有限公司|13712345678|招标文件|2024-05-06|属于三类内部事务信息
2024-004|2024-12-20|自然人|阿卜杜·热合曼|15512345678|拆迁补偿协议||
2023-099|2023-12-25|自然人|仝晓明|0755-7654321|身份证110101199001011237|2024-1-8|予以公开"""
ROWS = tuple(tuple(line.split("|")) for line in _WRITTEN.splitlines())

Rows = Sequence[Sequence[object]]


def workbook(*sheets: Rows, merged: Sequence[str] = (), names: Sequence[str] = ()) -> bytes:
    """A file with these sheets; `merged` are areas of the first, like “A1:H1”."""
    book = Workbook()
    del book["Sheet"]
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(names[number] if names else f"表{number + 1}")
        for row in rows:
            sheet.append(list(row))
        for area in merged if number == 0 else ():
            sheet.merge_cells(area)
    return bytes_of(book)


def commas(rows: Rows, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """The same as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


USUAL = workbook([HEADINGS, *ROWS])
