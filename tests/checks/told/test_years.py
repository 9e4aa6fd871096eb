"""What a clerk reads of this year's figures against last year's: R14, R16, R30–R34, R79."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reports.checks import Case, Finding, Predecessor, Severity
from tests.checking import report, told
from tests.checks.test_year_to_year import FEES, OPENING, RULES, ZERO, carried, opened, stock

_, WARNING, NOTE = Severity
OPENINGS = (f"{OPENING}natural_person", f"{OPENING}total")
STOCK = (f"{RULES}issued", f"{RULES}repealed", f"{RULES}in_force")
REVIEW, DIRECT, AFTER = (f"disputes.{forum}." for forum in ("review", "direct", "after_review"))
PENALTIES = "sanctions.penalties.decisions"
OPENING_ROW = "“二、上年结转政府信息公开申请数量”"
REFORM = "国办公开办函〔2019〕14号"


def case(now: Mapping[str, object], last: Mapping[str, object]) -> Case:
    return Case(report({**ZERO, **now}), report({**ZERO, **last}, year=2023))


def merged(now: Mapping[str, object], *others: tuple[str, Mapping[str, object], bool]) -> Case:
    before = (
        Predecessor(name, report({**ZERO, **figures}, agency=name, year=2023), whole)
        for name, figures, whole in others
    )
    return Case(report({**ZERO, **now}), predecessors=tuple(before))


TOLD = [
    (
        case(opened(4, 3), carried(5, 4)),
        Finding(
            "opening",
            WARNING,
            f"{OPENING_ROW}与2023年报告结转的数不一致：“自然人”本年3、上年4；“总计”本年4、上年5。"
            "请核对，确有更正的写明情况",
            OPENINGS,
            3,
            "R30",
        ),
    ),
    (
        case(stock(3, 1, 13), stock(0, 0, 10)),
        Finding(
            "stock",
            WARNING,
            "“规章 × 现行有效件数”13，按上年推算为12（2023年10＋制发3－废止1）。"
            "有失效、清理或机构改革的写明情况",
            STOCK,
            2,
            "R31",
        ),
    ),
    (
        case(stock(5, 1, 3), {}),
        Finding(
            "in-force",
            WARNING,
            "“规章”现行有效3件，少于本年制发5件减去废止1件，请核对",
            STOCK,
            2,
            "R16",
        ),
    ),
    (
        case(stock(1, 12, 0), stock(0, 0, 10)),
        Finding(
            "repealed",
            WARNING,
            "“规章”废止12件，多于上年有效10件与本年制发1件之和，请核对",
            STOCK,
            2,
            "R16",
        ),
    ),
    (
        case({f"{REVIEW}total": 2}, {f"{REVIEW}pending": 3}),
        Finding(
            "pending",
            NOTE,
            "“行政复议”总计2件，少于2023年尚未审结的3件，请核对上年未结案件是否计入",
            (f"{REVIEW}total",),
            4,
            "R32",
        ),
    ),
    (
        case({PENALTIES: 64}, {PENALTIES: 21}),
        Finding(
            "jump",
            NOTE,
            "“行政处罚 × 本年处理决定数量”由上年的21变为64，变化较大，请核对",
            (PENALTIES,),
            2,
            "R33",
        ),
    ),
    (
        case({FEES: "35000"}, {FEES: "3.5"}),
        Finding(
            "magnitude",
            WARNING,
            "“行政事业性收费”35000万元，上年3.5，相差悬殊，请核对单位是不是万元",
            (FEES,),
            2,
            "R14",
        ),
    ),
    (
        Case(report({**ZERO, FEES: "1000000"})),
        Finding(
            "magnitude",
            WARNING,
            "“行政事业性收费”1000000万元，相差悬殊，请核对单位是不是万元",
            (FEES,),
            2,
            "R14",
        ),
    ),
    (
        Case(report({**ZERO, f"{DIRECT}total": 2, f"{AFTER}total": 1})),
        Finding(
            "review-first",
            NOTE,
            "“未经复议直接起诉”2件，多于“复议后起诉”1件，请核对是否属于复议前置的情形",
            (f"{DIRECT}total", f"{AFTER}total"),
            4,
            "R79",
            "《中华人民共和国行政复议法》第二十三条",
        ),
    ),
    (
        merged(opened(6, 5), ("县教育局", carried(3, 2), True), ("县体育局", carried(1, 1), False)),
        Finding(
            "reform-opening",
            WARNING,
            f"{OPENING_ROW}与各机关上年结转的合计不一致："
            "“自然人”本年5，县教育局2＋县体育局（拆分）1＝2至3；"
            "“总计”本年6，县教育局3＋县体育局（拆分）1＝3至4。请核对，确有出入的写明情况",
            OPENINGS,
            3,
            "R34",
            REFORM,
        ),
    ),
    (
        merged(opened(1, 0), ("县教育局", carried(3, 0), True)),
        Finding(
            "reform-opening",
            WARNING,
            f"{OPENING_ROW}与各机关上年结转的合计不一致：“总计”本年1，县教育局3。"
            "请核对，确有出入的写明情况",
            OPENINGS[1:],
            3,
            "R34",
            REFORM,
        ),
    ),
    (
        merged(
            stock(2, 1, 13), ("县教育局", stock(0, 0, 8), True), ("县体育局", stock(0, 0, 3), True)
        ),
        Finding(
            "reform-stock",
            WARNING,
            "“规章 × 现行有效件数”13，按各机关上年数推算为12"
            "（县教育局8＋县体育局3＝11，再加制发2、减废止1）。有失效、清理的写明情况",
            STOCK[2:],
            2,
            "R34",
        ),
    ),
]


@pytest.mark.parametrize(("case", "due"), TOLD, ids=[due.code for _, due in TOLD])
def test_a_finding_is_told_in_full(case: Case, due: Finding) -> None:
    assert told(case, due.code) == [due]
