"""What a clerk reads of the form: blanks (R10–R13), topics and lengths (R04–R10), 规章 (R15)."""

from __future__ import annotations

import pytest

from reports.checks import Case, Finding, Severity
from reports.checks.rule import ARTICLE_50
from reports.content import Content
from tests.checking import SECTIONS, report, told
from tests.checks.test_year_to_year import ZERO

ERROR, WARNING, NOTE = Severity
LICENCES, PENALTIES, FORCE = "licensing.licences", "sanctions.penalties", "sanctions.compulsion"
RECEIVED = "applications.received"
COLUMNS = ("natural_person", "business", "research", "welfare", "legal_service", "other", "total")
NOTICE_2019, NOTICE_2021 = "国办公开办函〔2019〕60号", "国办公开办函〔2021〕30号"
LAW = "《中华人民共和国立法法》第九十一条、第九十三条"


def blank(*rows: str) -> Content:
    return report({**ZERO, **{f"{row}.decisions": None for row in rows}})


def said(part: str, words: str) -> Content:
    return report(ZERO, sections={**SECTIONS, part: words})


TOO_LARGE = {
    f"{RECEIVED}.business": 999_999_999,
    f"{RECEIVED}.research": 2,
    f"{RECEIVED}.total": None,
}
RULES = {"documents.rules.issued": 1}
ONE = "“行政许可 × 本年处理决定数量”"
TWO = f"{ONE}、“行政处罚 × 本年处理决定数量”"
TYPED = "只能录入数字，没有的填0（录入的是“两”）"
ZEROS = "没有发生的填0，不能留空"
UNSAID = "方面的内容，请补充；已用别的说法写到的，写明情况"
BOTH = "问题和改进两方面都要写"
FIVE = "“五、存在的主要问题及改进情况”"

TOLD: list[tuple[Content | Case, Finding]] = [
    (
        report({**ZERO, f"{LICENCES}.decisions": "两"}),
        Finding("invalid", ERROR, f"{ONE}{TYPED}", (f"{LICENCES}.decisions",), 2, "R13"),
    ),
    (
        report(ZERO, fees={"notices": "两", "billed": "0", "received": "0"}),
        Finding("invalid", ERROR, f"“发出收费通知件数”{TYPED}", (), 6, "R13"),
    ),
    (
        report({**ZERO, **TOO_LARGE}),
        Finding(
            "invalid",
            ERROR,
            "“一、本年新收政府信息公开申请数量 × 总计”合计1000000001，超过了999999999，"
            "请核对各格的位数",
            tuple(f"{RECEIVED}.{column}" for column in COLUMNS),
            3,
            "R13",
        ),
    ),
    (
        blank(LICENCES),
        Finding(
            "blank",
            ERROR,
            f"还有1格没有填写：{ONE}。{ZEROS}",
            (f"{LICENCES}.decisions",),
            2,
            "R12",
        ),
    ),
    (
        blank(LICENCES, PENALTIES),
        Finding(
            "blank",
            ERROR,
            f"还有2格没有填写：{TWO}。{ZEROS}",
            (f"{LICENCES}.decisions", f"{PENALTIES}.decisions"),
            2,
            "R12",
        ),
    ),
    (
        blank(LICENCES, PENALTIES, FORCE),
        Finding(
            "blank",
            ERROR,
            f"还有3格没有填写：{TWO}等。{ZEROS}",
            (f"{LICENCES}.decisions", f"{PENALTIES}.decisions", f"{FORCE}.decisions"),
            2,
            "R12",
        ),
    ),
    (
        said("1", ""),
        Finding("section-blank", ERROR, "“一、总体情况”没有内容，请填写", (), 1, "R10", ARTICLE_50),
    ),
    (
        report(ZERO, sections={**SECTIONS, "6": ""}, fees={}),
        Finding(
            "section-blank",
            ERROR,
            "“六、其他需要报告的事项”没有内容，请填写",
            (),
            6,
            "R11",
            ARTICLE_50,
        ),
    ),
    (
        report(edition="2021", year=2020),
        Finding(
            "edition",
            WARNING,
            f"2020年的报告应使用2019年格式（{NOTICE_2019}），现为2021年格式",
            rule="R04",
            because=NOTICE_2019,
        ),
    ),
    (
        report(edition="2021", year=2015),
        Finding("edition", WARNING, "没有适用于2015年的版式，请核对报告年度", rule="R04"),
    ),
    (
        report(title="某某县财政局2024年报"),
        Finding(
            "title",
            WARNING,
            "报告名称“某某县财政局2024年报”与通用的"
            "“某某县财政局2024年政府信息公开工作年度报告”不一致",
            rule="R05",
        ),
    ),
    (
        said("1", "主动公开信息30条，收到申请0件，落实审核制度。"),
        Finding(
            "topics",
            WARNING,
            f"“一、总体情况”没有看到“政府信息公开平台建设”、“监督保障”{UNSAID}",
            (),
            1,
            "R07",
            NOTICE_2021,
        ),
    ),
    (
        Case(report(ZERO), is_government=True),
        Finding(
            "topics",
            WARNING,
            f"“一、总体情况”没有看到“工作考核”、“社会评议”、“责任追究”{UNSAID}",
            (),
            1,
            "R08",
            ARTICLE_50,
        ),
    ),
    (
        Case(report(ZERO), longest={5: 14, 6: 13}),
        Finding("length", NOTE, f"{FIVE}15字，本地要求不超过14字，请精简", (), 5, "R09"),
    ),
    (
        said("5", "全年各项工作平稳有序。"),
        Finding(
            "one-sided",
            WARNING,
            f"{FIVE}没有看到存在的问题和改进的措施，{BOTH}",
            (),
            5,
            "R10",
            ARTICLE_50,
        ),
    ),
    (
        said("5", "有不足，应当改进。"),
        Finding("one-sided", WARNING, f"{FIVE}只有9个字，{BOTH}", (), 5, "R10", ARTICLE_50),
    ),
    (
        Case(report({**ZERO, **RULES}), makes_rules=False),
        Finding(
            "rules",
            WARNING,
            "本机关登记为没有规章制定权，“规章”一行应为0，请核对是否应填入下一行",
            tuple(RULES),
            2,
            "R15",
            LAW,
        ),
    ),
]


@pytest.mark.parametrize(("case", "due"), TOLD, ids=[due.code for _, due in TOLD])
def test_a_finding_is_told_in_full(case: Content | Case, due: Finding) -> None:
    assert told(case, due.code) == [due]
