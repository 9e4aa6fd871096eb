"""What of a section is compared: not what everybody writes, and not what no author chose."""

from __future__ import annotations

import pytest

from reports.checks.likeness.sentences import part_of, text_of
from reports.checks.likeness.stock import is_stock
from tests.checking import report
from tests.checks.likeness.texts import SENTENCES, joined

AGENCY = "某某市某某县财政局"


def cores(text: str) -> list[str]:
    """What is compared of each sentence that counts."""
    return [one.core for one in part_of(text, AGENCY).counted]


@pytest.mark.parametrize(
    "stock",
    [
        "2024年，本机关未收到政府信息公开申请。",
        "全年新收政府信息公开申请24件，上年结转2件，办结22件，结转下年度继续办理4件。",
        "未发生因政府信息公开引起的行政复议、行政诉讼。",
        "制发行政规范性文件3件，废止1件，现行有效14件。",
        "本年度发出收费通知0件，总金额0元，实际收取0元。",
        "根据《中华人民共和国政府信息公开条例》第五十条规定，编制本报告。",
        "坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻落实党的二十大精神。",
    ],
)
def test_what_everybody_writes_does_not_count(stock: str) -> None:
    assert cores(stock) == []


@pytest.mark.parametrize(
    ("clause", "is_told"), [("甲乙政府信息公开工作", True), ("甲乙丙政府信息公开工作", False)]
)
def test_two_characters_of_its_own_make_no_clause(clause: str, is_told: bool) -> None:
    assert is_stock(clause) is is_told


def test_beside_what_everybody_writes_the_rest_of_a_sentence_counts() -> None:
    text = "未收到政府信息公开申请，但接待来访群众时逐一解释了申请的办法和途径。"
    assert cores(text) == ["但接待来访群众时逐一解释了申请的办法和途径"]


def test_headings_and_short_sentences_do_not_count() -> None:
    assert cores(joined("（一）主动公开重点领域信息的做法", "抓好了平台建设。", SENTENCES[0])) == [
        "围绕预决算公开编写一图读懂县级预算对专业名词逐一注释"
    ]


def test_a_sentence_of_twelve_characters_counts() -> None:
    assert cores("逐户走访企业听取意见建议。") == ["逐户走访企业听取意见建议"]
    assert cores("逐户走访企业听取意见好。") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024年度接待来访群众120人次并当场作答。", "2023年接待来访群众96人次并当场作答。"),
        ("某某市某某县财政局主动走访了企业当面听取意见。", "我局主动走访了企业当面听取意见。"),
        ("财政局主动走访了企业当面听取意见。", "我局主动走访了企业当面听取意见。"),
        ("一是主动走访了企业并听取意见。", "主动走访了企业并听取意见。"),
        ("县财政局主动走访了企业并听取意见。", "县财政局主动走访了企业，并听取意见！"),
        ("一是主动走访了企业并听取意见。", "（二）主动走访了企业并听取意见。"),
        ("共有二十四个单位重新公开了说明材料。", "共有１２个单位重新公开了说明材料。"),
    ],
)
def test_years_numbers_names_and_marks_are_no_difference(one: str, other: str) -> None:
    assert cores(one) == cores(other) != []


def test_another_agencys_name_is_a_difference() -> None:
    one, other = "会同教育局主动走访了企业当面听取意见。", "会同交通局主动走访了企业当面听取意见。"
    assert cores(one) != cores(other)


def test_what_is_counted_off_falls_apart() -> None:
    text = "主要问题：一是群众看懂表格有困难并常打电话询问，二是部分单位更新栏目很不及时。"
    assert len(cores(text)) == 2


def test_a_text_knows_whose_it_is() -> None:
    told = text_of(report(agency=AGENCY, sections={"1": SENTENCES[0], "5": SENTENCES[1]}))
    assert (told.agency, told.year) == (AGENCY, 2024)
    assert [told.parts[key].sentences[0].text for key in ("1", "5")] == list(SENTENCES[:2])
