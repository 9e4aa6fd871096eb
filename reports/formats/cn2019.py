"""The form for report years 2019 and 2020: 国办公开办函〔2019〕60号 (annex, on trial).

One line here is one line of the printed form; what it shares with the edition that followed stands
in `common.py`. It knows no information-handling fees: those were ordered later.
"""

from __future__ import annotations

from .common import (
    DISPUTES,
    GOVERNMENT_SIGNS,
    GOVERNMENT_TOPICS,
    OTHER_MATTERS,
    PROBLEMS,
    TITLE,
    ZERO_SENTENCES,
    applications,
)
from .format import Format
from .grammar import Block, H, Kind, Section

_DOCUMENT_COLUMNS = (
    H("made", "本年新制作数量"),
    H("published", "本年新公开数量"),
    H("published_total", "对外公开总数量"),
)
_ITEMS = (
    H("previous_items", "上一年项目数量"),
    H("change", "本年增/减", kind=Kind.SIGNED_COUNT),
)
_DECISIONS = (*_ITEMS, H("decisions", "处理决定数量"))
_PROCUREMENT = (
    H("items", "采购项目数量"),
    H("amount", "采购总金额", kind=Kind.MONEY_YUAN),
)

FORMAT = Format(
    edition="2019",
    basis="国办公开办函〔2019〕60号",
    first_year=2019,
    last_year=2020,
    title=TITLE,
    sections=(
        Section(
            1,
            "一、总体情况",
            "总体情况",
            government_topics=GOVERNMENT_TOPICS,
            government_signs=GOVERNMENT_SIGNS,
        ),
        Section(
            2,
            "二、主动公开政府信息情况",
            "主动公开",
            widths=(54.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0),
            blocks=(
                Block(
                    "documents",
                    title="第二十条第（一）项",
                    corner="信息内容",
                    columns=_DOCUMENT_COLUMNS,
                    rows=(H("rules", "规章"), H("normative", "规范性文件")),
                ),
                Block(
                    "licensing",
                    title="第二十条第（五）项",
                    corner="信息内容",
                    columns=_DECISIONS,
                    rows=(
                        H("licences", "行政许可"),
                        H("other_services", "其他对外管理服务事项"),
                    ),
                ),
                Block(
                    "sanctions",
                    title="第二十条第（六）项",
                    corner="信息内容",
                    columns=_DECISIONS,
                    rows=(H("penalties", "行政处罚"), H("compulsion", "行政强制")),
                ),
                Block(
                    "charges",
                    title="第二十条第（八）项",
                    corner="信息内容",
                    columns=_ITEMS,
                    rows=(H("fees", "行政事业性收费"),),
                ),
                Block(
                    "procurement",
                    title="第二十条第（九）项",
                    corner="信息内容",
                    columns=_PROCUREMENT,
                    rows=(H("central", "政府集中采购"),),
                ),
            ),
        ),
        applications(H("otherwise", "（六）其他处理")),
        DISPUTES,
        PROBLEMS,
        OTHER_MATTERS,
    ),
    zero_sentences=ZERO_SENTENCES,
    inherits={
        "applications.brought_forward": "carried_over",
        "documents.published_total": "published_total",
        "licensing.previous_items": "previous_items",
        "sanctions.previous_items": "previous_items",
        "charges.previous_items": "previous_items",
    },
)
