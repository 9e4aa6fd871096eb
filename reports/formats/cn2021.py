"""The form in force for report years from 2021 on: 国办公开办函〔2021〕30号 (annex).

Contents of the report: 政府信息公开条例, art. 50. One line here is one line of the printed form;
what it shares with the edition before stands in `common.py`.
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
from .grammar import Block, Fee, H, Kind, Section

_DOCUMENT_COLUMNS = (
    H("issued", "本年制发件数"),
    H("repealed", "本年废止件数"),
    H("in_force", "现行有效件数"),
)
_DECISIONS = (H("decisions", "本年处理决定数量"),)
_AMOUNT = (H("amount", "本年收费金额（单位：万元）", kind=Kind.MONEY_WAN_YUAN),)

_OTHERWISE = H(
    "otherwise",
    "（六）其他处理",
    H(
        "other_not_corrected",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    H(
        "other_unpaid",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ),
    H("other_misc", "3.其他"),
    lines=("（六）", "其他处理"),
)

FORMAT = Format(
    edition="2021",
    basis="国办公开办函〔2021〕30号",
    first_year=2021,
    last_year=None,
    title=TITLE,
    sections=(
        Section(
            1,
            "一、总体情况",
            "总体情况",
            help="主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障",
            topics=(
                "主动公开",
                "依申请公开",
                "政府信息管理",
                "政府信息公开平台建设",
                "监督保障",
            ),
            signs=(
                "主动公开|公开",
                "申请",
                "信息管理|规范性文件|审核|审查|更新|制度|流程",
                "平台|网站|新媒体|公众号|专栏|公报|政务大厅",
                "监督|保障|培训|考核|督促|检查|指导",
            ),
            government_topics=GOVERNMENT_TOPICS,
            government_signs=GOVERNMENT_SIGNS,
        ),
        Section(
            2,
            "二、主动公开政府信息情况",
            "主动公开",
            widths=(54.0, 34.0, 34.0, 34.0),
            blocks=(
                Block(
                    "documents",
                    title="第二十条第（一）项",
                    corner="信息内容",
                    columns=_DOCUMENT_COLUMNS,
                    rows=(H("rules", "规章"), H("normative", "行政规范性文件")),
                ),
                Block(
                    "licensing",
                    title="第二十条第（五）项",
                    corner="信息内容",
                    columns=_DECISIONS,
                    rows=(H("licences", "行政许可"),),
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
                    columns=_AMOUNT,
                    rows=(H("fees", "行政事业性收费"),),
                ),
            ),
        ),
        applications(_OTHERWISE),
        DISPUTES,
        PROBLEMS,
        OTHER_MATTERS,
    ),
    fees_in=6,
    fees=(
        Fee("notices", "发出收费通知件数", Kind.COUNT),
        Fee("billed", "收费通知总金额", Kind.MONEY_YUAN),
        Fee("received", "实际收取总金额", Kind.MONEY_YUAN),
    ),
    fee_sentence="{year}年，发出政府信息公开信息处理费收费通知{notices}件，总金额{billed}元，实际收取总金额{received}元。",
    fee_subject="收费通知",
    zero_sentences=ZERO_SENTENCES,
    inherits={
        "applications.brought_forward": "carried_over",
        "documents.in_force": "in_force",
    },
    review_first="《中华人民共和国行政复议法》第二十三条",
)
