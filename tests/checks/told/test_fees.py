"""What a clerk reads of the three fee figures: R11, R45, R50–R54."""

from __future__ import annotations

from typing import Any

import pytest

from reports.checks import Finding, Severity
from reports.content import Content
from tests.checking import SECTIONS, report, told
from tests.checks.test_year_to_year import FEES, ZERO

_, WARNING, NOTE = Severity
UNPAID = "applications.other_unpaid.total"
IN_ORDER = "2024年，发出政府信息公开信息处理费收费通知11件，总金额15100元，实际收取总金额10100元。"
TARIFF = "《政府信息公开信息处理费管理办法》第四条、第五条（国办函〔2020〕109号）"


def charged(notices: object, billed: object, received: object, **more: object) -> Content:
    fees = {"notices": notices, "billed": billed, "received": received}
    return report({**ZERO, FEES: "2", **more}, fees=fees)


def said(words: str, **more: Any) -> Content:
    return report({**ZERO, FEES: "2"}, sections={**SECTIONS, "6": words}, **more)


def fees(code: str, rule: str, words: str, severity: Severity = WARNING, law: str = "") -> Finding:
    return Finding(code, severity, words, (), 6, rule, law)


TOLD = [
    (
        charged(None, "0", None),
        fees(
            "fees-blank",
            "R11",
            "信息处理费没有填写：发出收费通知件数、实际收取总金额。没有收费的填0，"
            "三项填齐后正文才写收费情况",
        ),
    ),
    (
        charged(11, "0", "0"),
        fees(
            "fees-notices",
            "R50",
            "“发出收费通知件数”11件，“收费通知总金额”0元，两者对不上，请核对",
        ),
    ),
    (
        charged(4, "40", "50"),
        fees("fees-received", "R50", "“实际收取总金额”50元，多于“收费通知总金额”40元，请核对"),
    ),
    (
        said(
            "发出收费通知11件。\n发出收费通知5件，总金额15100元。",
            fees={"notices": 11, "billed": "15100", "received": "10100"},
        ),
        fees(
            "fees-words",
            "R45",
            f"正文写的收费情况（5件、15100元）与录入的不一致：{IN_ORDER}请核对",
        ),
    ),
    (
        said(
            "无其他事项。本年度未收取信息处理费。",
            fees={"notices": 11, "billed": "15100", "received": "10100"},
        ),
        fees(
            "fees-words",
            "R45",
            "正文写的是“本年度未收取信息处理费”，录入的“实际收取总金额”10100元，请核对",
        ),
    ),
    (
        charged(2, "20", "0", **{UNPAID: 3}),
        Finding(
            "fees-unpaid",
            WARNING,
            "逾期未缴费、不再处理的申请3件，多于“发出收费通知件数”2件，请核对",
            (UNPAID,),
            3,
            "R51",
        ),
    ),
    (
        charged(2, "45", "0"),
        fees(
            "fees-tens",
            "R52",
            "“收费通知总金额”45元，按收费标准应为10元的整数倍，请核对",
            NOTE,
            TARIFF,
        ),
    ),
    (
        said("总金额200，实际收取200元。"),
        fees(
            "fees-unit",
            "R53",
            "“六、其他需要报告的事项”中“总金额200，实际收取2”没有写明单位，请写明是元还是万元",
        ),
    ),
    (
        charged(2, "20001", "20001"),
        Finding(
            "fees-charges",
            NOTE,
            "“实际收取总金额”20001元，多于“行政事业性收费”2万元，请核对",
            (FEES,),
            2,
            "R54",
        ),
    ),
]


@pytest.mark.parametrize(("content", "due"), TOLD, ids=[due.code for _, due in TOLD])
def test_a_finding_is_told_in_full(content: Content, due: Finding) -> None:
    assert told(content, due.code) == [due]


@pytest.mark.parametrize("fees", [(None, "0", "0"), (0, None, "0"), (3, None, "0")])
def test_what_is_not_filled_in_is_not_set_against_the_rest(fees: tuple[object, ...]) -> None:
    content = charged(*fees)
    assert told(content, "fees-blank")
    assert told(content, "fees-notices") == told(content, "fees-received") == []
