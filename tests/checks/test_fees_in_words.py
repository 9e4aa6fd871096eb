"""R45, R53: section six in words of its own, against the three fee figures."""

from __future__ import annotations

import pytest

from reports.checks import Case, Settings, check
from reports.checks.settings import OFF
from tests.checking import found, report
from tests.checks.test_fees import ZERO

PAID = {"notices": 11, "billed": "15100", "received": "10100"}
NONE = {"notices": 0, "billed": "0", "received": "0"}


def doubts(words: str, fees: dict[str, object]) -> list[str]:
    """What R45 says of section six in these words."""
    told = found(report(ZERO, fees=fees, sections={"6": words})).values()
    return [one.message for one in told if one.rule == "R45"]


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("发出收费通知11件，总金额15,100元，实际收取10100元。", ""),
        ("发出收费通知11件。", ""),
        ("收费情况见公告。", ""),
        ("发出收费通知11件，总金额10100元，实际收取15100元。", "11件、10100元、15100元"),
        ("发出收费通知5件。", "5件"),
    ],
)
def test_words_of_section_six_agree_with_the_figures(words: str, quoted: str) -> None:
    fees = {"notices": 11, "billed": "15100", "received": "10100"}
    told = [key for key in found(report(ZERO, fees=fees, sections={"6": words})) if "正文" in key]
    assert [f"（{quoted}）" in message for message in told] == ([True] if quoted else [])


@pytest.mark.parametrize(
    "words",
    [
        "本年度未收取任何信息处理费。",
        "按照有关规定，我局依申请公开政府信息未收费。",
        "全年没有向申请人收取费用。",
        "信息处理费：无。",
        "实际收取政府信息公开信息处理费1.6万元。",
        "全年收取信息处理费3000元。",
        "全年共收到15100元信息处理费。",
        "依法收取信息处理费三千元。",
        "依申请公开政府信息均为免费提供。",
        "全年零收费。",
        "发出缴费通知5件。",
        "全年发出5件收费通知。",
        "未产生信息处理费收费通知。",
        "发出缴费通知金额10100元。",
        "发出收费通知11件，总金额1.51万元，实际收取1.6万元。",
        "发出收费通知 11 件，总金额 10100 元，实际收取 1.51 万元。",
        "2023年发出1件，2024年发出缴费通知5件。",
        "全年收取信息 处理费 3000 元。",
    ],
)
def test_fees_in_other_words_agree_with_the_figures(words: str) -> None:
    (told,) = doubts(words, PAID)
    assert "请核对" in told


@pytest.mark.parametrize(
    "words",
    [
        "实际收取政府信息公开信息处理费1.01万元。",
        "全年收取信息处理费10,100元。",
        "发出缴费通知11件，金额15100元，收到缴费金额10100元。",
        "发出收费通知11件，总金额1.51万元，实际收取1.01万元。",
        "对10件以下的申请未收取信息处理费。",
        "其中3件符合减免条件，未收取费用。",
        "去年未收取信息处理费。",
        "按件收取信息处理费的，收取信息处理费100元/件。",
        "未按收费通知要求缴纳费用的申请8件，不再处理。",
        "开展培训未收取场地租金。",
        "收取信息处理费十十元。",
        "依法收取信息处理费一万零一百元，发出缴费通知十一件。",
        "我局不收取信息处理费以外的任何费用，免费开放查阅场所。",
        "发出收费通知 11 件，总金额 1.51 万元，实际收取 1.01 万元。",
        "2023年，发出收费通知1件，总金额100元；2024年，发出收费通知11件，总金额15100元。",
        "2023年度发出的1件收费通知于2024年缴费100元。",
    ],
)
def test_fees_in_other_words_that_say_the_same_are_let_alone(words: str) -> None:
    assert doubts(words, PAID) == []


@pytest.mark.parametrize(
    "words",
    [
        "2023年，我局发出收费通知1件，总金额100元，实际收取100元。",
        "2023年度我局共收取信息处理费300元。",
        "2023年度未收取信息处理费。",
    ],
)
def test_of_a_fee_sentence_of_another_year_only_the_year_is_told(words: str) -> None:
    told = found(report(ZERO, fees=PAID, sections={"6": words})).values()
    assert [one.rule for one in told if one.rule in ("R45", "R46")] == ["R46"]


OTHER_YEARS = [
    "{}年，我局发出收费通知1件，总金额100元，实际收取100元。",
    "{}年度我局共收取信息处理费300元。",
    "{}年度未收取信息处理费。",
]


@pytest.mark.parametrize("year", [2019, 2022, 2023, 2025])
@pytest.mark.parametrize("is_asked", [True, False])
@pytest.mark.parametrize("words", OTHER_YEARS)
def test_fees_of_another_year_are_told_once_whatever_the_year_and_the_settings(
    words: str, year: int, is_asked: bool
) -> None:
    settings = Settings() if is_asked else Settings(severities={"said_year": OFF})
    content = report(ZERO, fees=PAID, sections={"6": words.format(year)})
    told = [one.rule for one in check(Case(content, settings=settings))]
    assert len([one for one in told if one in ("R45", "R46")]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "2022年，发出收费通知1件，总金额100元；2024年，发出收费通知11件，总金额15100元。",
        "2022年度收取信息处理费300元，本年度收取信息处理费10100元。",
        "2022年度发出的收费通知1件，总金额100元，已缴清。",
        "截至2022年底，共收取信息处理费300元。",
        "某某县教育局2022年收取信息处理费300元。",
        "2022年起，我局共收取信息处理费300元。",
        "2021年1月1日以后，共收取信息处理费300元。",
        "近三年，共收取信息处理费300元。",
    ],
)
@pytest.mark.parametrize("is_asked", [True, False])
def test_fees_of_another_year_may_be_told_rightly(words: str, is_asked: bool) -> None:
    settings = Settings() if is_asked else Settings(severities={"said_year": OFF})
    content = report(ZERO, fees=PAID, sections={"6": words})
    told = [one.rule for one in check(Case(content, settings=settings))]
    assert not {"R45", "R46"}.intersection(told)


def test_behind_a_paragraph_of_another_year_the_next_one_is_read() -> None:
    words = "2022年度发出的收费通知1件，总金额100元，已缴清。\n本年度发出收费通知5件。"
    (told,) = doubts(words, PAID)
    assert "（5件）" in told


def test_what_was_not_charged_may_be_said_in_any_words() -> None:
    for words in (
        "未收取任何信息处理费。",
        "未收费。",
        "收取信息处理费0元。",
        "没有产生收费通知。",
    ):
        assert doubts(words, NONE) == []


def test_of_figures_that_are_not_filled_in_nothing_is_doubted() -> None:
    assert doubts("未收取信息处理费。", {"received": "0"}) == []
    (told,) = doubts("未收取信息处理费。", {"received": "40"})
    assert told == "正文写的是“未收取信息处理费”，录入的“实际收取总金额”40元，请核对"


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("发出收费通知2件，总金额200，实际收取200元。", "总金额200"),
        ("全年收取15,100。", "收取15,100"),
        ("收取信息处理费100。", "处理费100"),
        ("收取信息处理费1.6万。", "处理费1.6万"),
        ("总金额200元，实际收取0.02万元。", ""),
        ("依据收费标准10件以下不收费，共收取3件的费用。", ""),
        ("没有收费，收费通知0件。", ""),
        ("收费总金额为0，实际收取0。", ""),
        ("收费总金额为0.5。", "金额为0.5"),
        ("收取信息处理费1.6万元。", ""),
        ("收取费用10,000元，收费总金额10，000元。", ""),
        ("发出信息处理费收费通知2件。", ""),
    ],
)
def test_an_amount_says_its_unit(words: str, quoted: str) -> None:
    told = [key for key in found(report(ZERO, sections={"6": words})) if "没有写明单位" in key]
    assert [quoted in message for message in told] == ([True] if quoted else [])
