"""The shapes in which Excel, WPS, Word and web pages put a table on the clipboard, by hand.

Each writes numbers in its own way: grouped, full-width, with a unit or an invisible blank.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from html import escape
from typing import Any

from reports import figures as fig
from reports.figures import Figures
from reports.formats.grid import Box, Grid

Draw = Callable[[Grid, Figures], str]
Cell = Callable[[Box, str, str], str]


def sheet(table: Grid, figures: Figures) -> list[dict[str, Any]]:
    """The boxes for a spreadsheet: place, span, and text or number."""
    return [
        {
            "row": box.row,
            "column": box.column,
            "rowspan": box.rowspan,
            "colspan": box.colspan,
            "text": box.text,
            "number": float(_number(box, figures)) if box.cell else None,
        }
        for box in table.boxes()
    ]


def _rows(table: Grid, figures: Figures, cell: Cell, row: str = "<tr>") -> str:
    drawn = []
    for boxes in table.rows:
        cells = "".join(cell(box, _spans(box), _number(box, figures)) for box in boxes)
        drawn.append(f"{row}\n{cells} </tr>\n")
    return "".join(drawn)


def _spans(box: Box) -> str:
    rows = f" rowspan={box.rowspan}" if box.rowspan > 1 else ""
    return rows + (f" colspan={box.colspan}" if box.colspan > 1 else "")


def _number(box: Box, figures: Figures) -> str:
    return fig.printed(figures[box.cell.id]) if box.cell else ""


def _grouped(number: str) -> str:
    return f"{Decimal(number):,}"


def _full_width(number: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) for char in number)


def _excel(box: Box, spans: str, number: str) -> str:
    if number:
        return f'  <td{spans} class=xl67 align=right x:num="{number}">{_grouped(number)}</td>\n'
    text = "<br>\n    ".join(map(escape, box.lines or (box.text,)))
    style = "border-right:.5pt solid black;height:14.25pt"
    return f"  <td{spans} class=xl65 width=72 style='{style}'>{text}</td>\n"


def excel(table: Grid, figures: Figures) -> str:
    """Excel: the whole of its HTML, the fragment between comments within the table."""
    columns = " <col width=72 style='mso-width-source:userset;mso-width-alt:2304'>\n" * 2
    return (
        '<html xmlns:v="urn:schemas-microsoft-com:vml"\n'
        'xmlns:o="urn:schemas-microsoft-com:office:office"\n'
        'xmlns:x="urn:schemas-microsoft-com:office:excel"\n'
        'xmlns="http://www.w3.org/TR/REC-html40">\n\n<head>\n'
        '<meta http-equiv=Content-Type content="text/html; charset=utf-8">\n'
        "<meta name=ProgId content=Excel.Sheet>\n"
        '<meta name=Generator content="Microsoft Excel 15">\n'
        '<style>\n<!--table\n\t{mso-displayed-decimal-separator:"\\.";\n'
        '\tmso-displayed-thousand-separator:"\\,";}\n.xl67\n\t{mso-number-format:"\\#\\,\\#\\#0";}\n-->\n'
        "</style>\n</head>\n\n<body link=blue vlink=purple>\n\n"
        "<table border=0 cellpadding=0 cellspacing=0 width=648 style='border-collapse:\n"
        f" collapse;width:486pt'>\n{columns}<!--StartFragment-->\n"
        f"{_rows(table, figures, _excel, ' <tr height=19>')}"
        "<!--EndFragment-->\n</table>\n\n</body>\n\n</html>\n"
    )


def _wps(box: Box, spans: str, number: str) -> str:
    if number:
        return f'<td class="et4"{spans} x:num>{_full_width(number)}</td>\n'
    text = escape(box.text).replace("（", "(").replace("）", ")")
    style = 'x:str style="height:13.50pt;"'
    return f'<td class="et3"{spans} {style}><font class="font0">{text}</font></td>\n'


def wps(table: Grid, figures: Figures) -> str:
    """WPS Office: no comments, its own classes, half-width parentheses in the labels."""
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head>\n'
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />\n'
        '<meta name="ProgId" content="Excel.Sheet" />'
        '<meta name="Generator" content="WPS Office ET" />\n'
        "<style>\n<!-- .et4{mso-number-format:General;} -->\n</style>\n</head>\n<body>\n"
        '<table width="504" border="0" cellpadding="0" cellspacing="0" '
        'style="width:378.00pt;border-collapse:collapse;table-layout:fixed;">\n'
        f"{_rows(table, figures, _wps)}</table>\n</body>\n</html>\n"
    )


def _word(box: Box, spans: str, number: str) -> str:
    if number:
        shown = f"<span lang=EN-US style='font-size:10.5pt'>{number}<o:p></o:p></span>"
    else:
        lines = "<br>\n".join(map(escape, box.lines or (box.text,)))
        shown = f"<span style='font-family:仿宋'>{lines}</span>"
    paragraph = f"<p class=MsoNormal align=center style='text-align:center'>{shown}</p>"
    style = "valign=top style='border:solid windowtext 1.0pt'"
    return f"  <td width=66{spans} {style}>\n  {paragraph}\n  </td>\n"


def word(table: Grid, figures: Figures) -> str:
    """Word: paragraphs and spans in every cell, an empty row of widths at the end."""
    widths = "".join("<td width=66 style='border:none'></td>" for _ in table.widths)
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"\n'
        'xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">\n'
        "<head><meta name=ProgId content=Word.Document>"
        '<meta name=Generator content="Microsoft Word 15">\n'
        "</head>\n<body lang=ZH-CN style='tab-interval:21.0pt'>\n<!--StartFragment-->\n"
        f"<p class=MsoNormal><b>{escape(table.section.heading)}<o:p></o:p></b></p>\n"
        "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>\n"
        f"{_rows(table, figures, _word)}"
        f"<![if !supportMisalignedColumns]> <tr height=0>{widths}</tr> <![endif]></table>\n"
        "<!--EndFragment-->\n</body>\n</html>\n"
    )


def _web(box: Box, spans: str, number: str) -> str:
    if box.cell:
        return f"<td{spans}>&nbsp;{_grouped(number)}&nbsp;{box.cell.kind.unit}</td>"
    return f"<th{spans}>\n\t\t\t{escape(box.text)}\n\t\t</th>"


def web(table: Grid, figures: Figures) -> str:
    """A published report on a web page: a mere fragment, with blanks and units round numbers."""
    rows = _rows(table, figures, _web)
    return f'<meta charset="utf-8"><div class="article"><table border="1">{rows}</table></div>\n'


PROGRAMS: dict[str, Draw] = {"excel": excel, "wps": wps, "word": word, "web": web}
