"""The Word and Excel files that are judged: of every kind that we hand out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from reports.formats import FORMATS
from reports.rendering import collection_sheet, docx, docx_changes, listing, register_sheet, xlsx
from reports.rendering.blank_form import BlankForm
from reports.rendering.hand import Hand
from reports.rendering.marks import Marks
from reports.rendering.paper import Signature
from reports.rendering.verifying import Verification
from tests.rendering.contents import RARE, large, old, small

_DRAFT = Marks(draft=True, number=2, check_code="1A2B-3C4D")
_VERIFIED = Marks(verify=Verification("https://xxgk.example.gov.cn", small().digest))
_SIGNED = Marks(signature=Signature("某某市滨湖区人民政府", dt.date(2025, 1, 20)))
_HAND = Hand("王填报", dt.datetime(2026, 1, 5, tzinfo=dt.UTC))


def _changes() -> bytes:
    """Figures and paragraphs that came, went and changed, the last of the file too."""
    words = {
        "1": f"（一）主动公开。全年公开13件，{RARE}。\n新增一段。",
        "5": "",
        "6": "无。\n又及。",
    }
    before = large(figures={"applications.received.natural_person": 7})
    return docx_changes.draw(before, large(sections=words), _DRAFT, lambda place: _HAND)


def _odd() -> bytes:
    """What people type that XML has a meaning for, and figures as long as may be."""
    figures = dict.fromkeys(small().figures, 9_999_999_999)
    money = {id_ for id_, cell in small().format.cells.items() if cell.kind.is_money}
    figures = {id_: figure for id_, figure in figures.items() if id_ not in money}
    content = small(preamble="<w:p>&amp;“引号”\u3000]]>", figures=figures)
    return docx.draw(replace(content, title=f"<{RARE}>&2024年政府信息公开工作年度报告"))


def _sheet() -> bytes:
    """What a division is asked for: figures, words, fees."""
    keys = (*large().figures, "prose.5", *(fee.key for fee in large().format.fees))
    return collection_sheet.draw(
        collection_sheet.Sheet(
            large().format, large().title, "某某县财政局", "法规科", "1A2B", keys
        )
    )


FILES: dict[str, Callable[[], bytes]] = {
    "large.docx": lambda: docx.draw(large()),
    "zeros.docx": lambda: docx.draw(small()),
    "signed.docx": lambda: docx.draw(large(), _SIGNED),
    "2019.docx": lambda: docx.draw(old()),
    "draft.docx": lambda: docx.draw(large(figures={}), _DRAFT),
    "verified.docx": lambda: docx.draw(small(), _VERIFIED),
    "odd.docx": _odd,
    "changes.docx": _changes,
    "large.xlsx": lambda: xlsx.draw(large()),
    "2019.xlsx": lambda: xlsx.draw(old()),
    "draft.xlsx": lambda: xlsx.draw(large(figures={}), _DRAFT),
    "sheet.xlsx": _sheet,
    "register.xlsx": lambda: register_sheet.draw(large().format),
    "list.xlsx": lambda: listing.draw("导入", "导入情况表", ["文件", "数"], [["=1.docx", 3]]),
    **{
        f"form-{name}.{kind}": lambda fmt=fmt, kind=kind: BlankForm(fmt).draw(kind)  # type: ignore[misc]
        for name, fmt in FORMATS.items()
        for kind in ("docx", "xlsx")
    },
}
"""By name, drawn when asked for."""
