"""What is read of a government's report against its units': R60–R64."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from reports.checks import Finding, Severity
from tests.checking import report, shown
from tests.checks.test_rollup import AFTER, LICENCES, NEW, OFFICE, REVIEWS, found
from tests.checks.test_year_to_year import CLOSING, FEES, OPENING, ZERO

_, WARNING, NOTE = Severity
APART = "与所属机关合计不一致："
LICENSING = "“行政许可 × 本年处理决定数量”"
JOINTLY = "复议机关作共同被告的案件只由原行为主体计算"
PENALTIES, FORCE = "sanctions.penalties.decisions", "sanctions.compulsion.decisions"
LAST = report({**ZERO, f"{CLOSING}total": 5}, year=2023)
SUPREME = "国办公开办函〔2016〕201号"
Figures = Mapping[str, object]

TOLD: list[tuple[Figures, Figures, Figures | None, dict[str, Any], Finding]] = [
    (
        {LICENCES: 9},
        {LICENCES: 2},
        {LICENCES: 5},
        {},
        Finding(
            "sum",
            WARNING,
            f"{APART}{LICENSING}9，合计7（其中{OFFICE}2），多2。请核对",
            (LICENCES,),
            2,
            "R60",
        ),
    ),
    (
        {LICENCES: 1, PENALTIES: 2, FORCE: 3, FEES: "0.5"},
        {},
        {LICENCES: 3, PENALTIES: 2, FORCE: 1},
        {"office": ""},
        Finding(
            "sum",
            WARNING,
            f"{APART}{LICENSING}1，合计3，少2；“行政强制 × 本年处理决定数量”3，合计1，多2；"
            "“行政事业性收费 × 本年收费金额（单位：万元）”0.5，合计0，多0.5。请核对",
            (LICENCES, FORCE, FEES),
            2,
            "R60",
        ),
    ),
    (
        {LICENCES: 1, PENALTIES: 2, FORCE: 3, FEES: "0.5"},
        {},
        {},
        {"office": ""},
        Finding(
            "sum",
            WARNING,
            f"{APART}{LICENSING}1，合计0，多1；“行政处罚 × 本年处理决定数量”2，合计0，多2；"
            "“行政强制 × 本年处理决定数量”3，合计0，多3等4格。请核对",
            (LICENCES, PENALTIES, FORCE, FEES),
            2,
            "R60",
        ),
    ),
    (
        {},
        {},
        None,
        {},
        Finding(
            "units-missing",
            WARNING,
            "还有1家没有可以汇总的本年报告：某某县财政局。合计不完整",
            rule="R61",
        ),
    ),
    (
        {},
        {},
        {},
        {"units": tuple((f"{n}局", None) for n in "甲乙丙丁戊己"), "office": ""},
        Finding(
            "units-missing",
            WARNING,
            "还有6家没有可以汇总的本年报告：甲局、乙局、丙局、丁局、戊局等。合计不完整",
            rule="R61",
        ),
    ),
    (
        {},
        {},
        {LICENCES: None, NEW: None},
        {},
        Finding(
            "figures-missing",
            WARNING,
            "有1家的报告缺少数据：某某县财政局（2格）。合计不完整",
            rule="R61",
        ),
    ),
    (
        {REVIEWS: 3},
        {REVIEWS: 2},
        {REVIEWS: 2},
        {},
        Finding(
            "disputes-sum",
            NOTE,
            f"{APART}“行政复议 总计”3，合计4（其中{OFFICE}2），少1。"
            f"{JOINTLY}，可以少于合计，请核对",
            (REVIEWS,),
            4,
            "R62",
            SUPREME,
        ),
    ),
    (
        {AFTER: 3},
        {AFTER: 1},
        {AFTER: 2},
        {},
        Finding(
            "disputes-twice",
            NOTE,
            f"本级和所属机关都有“复议后起诉”案件。{JOINTLY}，请核对有没有重复计算",
            (AFTER,),
            4,
            "R62",
            SUPREME,
        ),
    ),
    (
        {},
        {},
        {},
        {"office": "县府办"},
        Finding("office", WARNING, "“县府办”没有列入汇总单位，应当列入一次", rule="R63"),
    ),
    (
        {LICENCES: 9},
        {LICENCES: 2},
        {LICENCES: 5},
        {},
        Finding(
            "office",
            WARNING,
            f"与合计的差额正好是“{OFFICE}”的数，像是重复计入，请核对",
            (LICENCES,),
            2,
            "R63",
        ),
    ),
    (
        {LICENCES: 5},
        {LICENCES: 2},
        {LICENCES: 5},
        {},
        Finding(
            "office",
            WARNING,
            f"与合计的差额正好是“{OFFICE}”的数，像是漏计，请核对",
            (LICENCES,),
            2,
            "R63",
        ),
    ),
    (
        {},
        {},
        {},
        {"units": tuple((f"{n}局", None) for n in "甲乙丙丁戊"), "office": ""},
        Finding(
            "units-missing",
            WARNING,
            "还有5家没有可以汇总的本年报告：甲局、乙局、丙局、丁局、戊局。合计不完整",
            rule="R61",
        ),
    ),
    (
        {f"{OPENING}total": 4, f"{OPENING}business": 4},
        {},
        {},
        {"previous": LAST},
        Finding(
            "rollup-opening",
            WARNING,
            "“二、上年结转政府信息公开申请数量”与上年汇总报告结转的数不一致："
            "“商业企业”4，2023年0；“总计”4，2023年5。机构增减不影响结转，请核对",
            (f"{OPENING}business", f"{OPENING}total"),
            3,
            "R64",
        ),
    ),
    (
        {f"{OPENING}total": 4},
        {f"{OPENING}total": 4},
        {},
        {"previous": LAST},
        Finding(
            "rollup-opening",
            WARNING,
            "“二、上年结转政府信息公开申请数量”与上年汇总报告结转的数不一致：“总计”4，2023年5。"
            "机构增减不影响结转，请核对",
            (f"{OPENING}total",),
            3,
            "R64",
        ),
    ),
]


@pytest.mark.parametrize(
    ("own", "office", "bureau", "more", "due"), TOLD, ids=[due.code for *_, due in TOLD]
)
def test_a_finding_is_told_in_full(
    own: Figures, office: Figures, bureau: Figures | None, more: dict[str, Any], due: Finding
) -> None:
    assert [shown(one) for one in found(own, office, bureau, due.rule, **more)] == [due]
