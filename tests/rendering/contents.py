"""Reports to draw: of a large district, of nothing but zeros, and with what people really type."""

from __future__ import annotations

from functools import cache
from typing import Any

from reports import figures as fig
from reports.content import Content, from_json
from reports.formats import edition
from reports.rendering import pdf
from tests.checking import FEES
from tests.samples import sample

FORMAT = edition("2021")
PROSE = {
    "1": "（一）主动公开。全年公开“一图读懂”12件，办结率100%。\n（二）依申请公开\n1.渠道畅通\n"
    "（1）当面、邮寄、网上均可申请。\n全年平稳有序。",
    "5": "问题：更新不够快。改进：逐月检查。",
    "6": "无其他需要报告的事项。",
}
RARE = "喆堃𬭚赟玥珺㛃"


def large(**more: Any) -> Content:
    """A report with the figures of a large district, and words in every part."""
    said = {"preamble": "根据《条例》编制本报告。", "sections": PROSE, "fees": FEES}
    return sample("haidian-2024", **{**said, **more})


def small(**more: Any) -> Content:
    """The shortest report that is complete: every figure 0, a sentence in each part."""
    said = {"sections": dict.fromkeys(PROSE, "无。"), "fees": FEES}
    figures = dict.fromkeys(FORMAT.cells, 0)
    return from_json({"agency": "某某县司法局", "year": 2024, "figures": figures, **said, **more})


def old(**more: Any) -> Content:
    """A report of 2019 in the form of its time, every box filled; one figure is negative."""
    printed = sample("shanghai-office-2019")
    cells = printed.format.cells
    blank = {id_ for id_, figure in printed.figures.items() if figure is None}
    figures = {**printed.figures, **{id_: 0 for id_ in blank if not cells[id_].computed}}
    figures |= {"licensing.licences.change": -12, "charges.fees.change": 3}
    figures |= fig.recompute(printed.format, figures, blank)
    said = {"figures": fig.to_json(figures), "sections": PROSE}
    return sample("shanghai-office-2019", **{**said, **more})


@cache
def large_pdf() -> pdf.Drawing:
    """The final PDF of the large report, drawn once a run."""
    return pdf.drawn(large())
