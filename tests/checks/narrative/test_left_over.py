"""R46: which years of a report for 2024 are left over, and which stand in their place."""

import pytest

from reports.checks.narrative.left_over import Place, unexplained
from reports.checks.narrative.plain import LONGEST
from tests.checks.narrative.telling import codes, says, warned

LEFT_OVER = [
    "2023年度，本机关主动公开政府信息358条。",
    "2023年我局共开展培训2次。",
    "2023年，某某县财政局认真贯彻《条例》。",
    "本机关2023年度主动公开政府信息358条。",
    "某某县财政局2023年主动公开政府信息358条。",
    "2023年，在县委、县政府的领导下，我局政务公开工作始终坚持依法公开。",
    "2023年全年，我局未收到投诉。",
    "（一）主动公开情况。2023年通过网站主动公开信息35条。",
    "2023年，我们坚持公开为常态。",
    "2023年度本机关未收取信息处理费。",
    "2023年发出收费通知的件数0件，总金额0元。",
    "我局2023年收取信息处理费0元。",
    "按照要求，2023年我局主动公开信息35条。",
    "总体较上年平稳。2023年，我局主动公开信息35条。下一步，提升质量。",
    "2023年收到公开申请3件，对2023年制定的文件进行清理。",
    "2023年，我局认真落实要求，出台制度2项。",
    "二〇二三年，我局主动公开信息35条。",
    "２０２３ 年，我局主动公开信息35条。",
    "2025年，我局主动公开信息35条。",
    "2023年收到公开申请3件，上年结转2件。",
    "2023年我局办理申请5件，其中上年度结转2件。",
    "截至2023年12月31日，我局主动公开信息35条。",
    "截至2023年底，我局主动公开信息35条。",
    "报告中所列数据统计期限自2023年1月1日至12月31日。",
    "本报告数据的统计期限为2022年1月1日至2022年12月31日。",
    "统计期限自2024年1月1日至2025年12月31日。",
    "报告所涉数据的统计期自2023年1月1日至12月31日止。",
    "本报告统计时段为2023年1月1日至12月31日。",
    "统计期限为2023年01月01日至12月31日，2024年我局主动公开信息35条。",
]
IN_PLACE = [
    "2024年度，本机关主动公开政府信息358条。",
    "2022年，我局主动公开政府信息358条。",
    "2023年，我局主动公开信息30条，2024年主动公开35条。",
    "2023年，市教育局主动公开信息35条。",
    "市教育局2023年主动公开信息35条。",
    "2023年，全市政务公开培训会在我局召开。",
    "2023年，我局认真整改存在的问题。",
    "2023年，我局组织的政务公开开放日获评优秀案例。",
    "2023年我局收到的建议已全部办结。",
    "2023年12月，我局主动公开信息35条。",
    "对2023年我局主动公开的信息进行清理。",
    "从2023年收到公开申请3件，增至目前的水平。",
    "2023年以来，我局主动公开信息35条。",
    "2023年以来，我局未收取信息处理费。",
    "2025年，我局将规范收取信息处理费。",
    "按照2023年信息处理费的规定，我局主动公开标准。",
    "2023年我局收到公开申请3件。今年主动公开信息35条。",
    "2023年收到公开申请3件，本年度收到0件。",
    "2023年收到公开申请3件，今年收到0件。",
    "与2023年相比，我局主动公开信息更加及时。",
    "2023年，我局主动公开信息35条，同比增长5%。",
    "2023年收到公开申请3件，上年收到2件。",
    "2023年制定的行政规范性文件中，2件已废止。",
    "清理行政规范性文件，2023年的文件2件已废止。",
    "2025年，我局将主动公开信息35条。",
    "2025年，我局持续推进公开工作。",
    "2025年，我局主动公开重点领域信息。",
    "截至2023年底，我局已建成专区20个。",
    "截至2023年底，我局已建成专区20个。累计公开信息35条。",
    "截至2023年6月，我局主动公开信息35条。",
    "本报告数据的统计期限为2024年1月1日至2024年12月31日，于2025年1月20日公布。",
    "2023年1月1日起，我局启用新的政府信息公开指南。",
    "现公布我局2023年政府信息公开工作年度报告。",
]


@pytest.mark.parametrize("text", LEFT_OVER)
def test_a_year_in_which_reports_say_what_was_done_is_left_over(text: str) -> None:
    assert codes(says(text)) == ["said-year"]


@pytest.mark.parametrize("text", IN_PLACE)
def test_another_year_that_is_spoken_of_is_not(text: str) -> None:
    assert codes(says(text)) == []


def test_before_section_one_the_report_names_its_own_year() -> None:
    named = "现公布我局{}年政府信息公开工作年度报告。"
    (finding,) = warned(says("", preamble=named.format(2023)))
    assert (finding.code, finding.section) == ("said-year", None)
    assert finding.message.startswith("正文开头写“现公布我局2023年政府信息公开工作年度报告”，")
    assert codes(says("", preamble=named.format(2024))) == []
    assert codes(says("", preamble=named.format(2022))) == []
    assert codes(says("", preamble="我局2023年政府信息公开的重点。")) == []


def test_a_whole_year_before_section_one_is_the_period_of_the_report() -> None:
    told = "本报告全面总结{0}年1月1日至{0}年12月31日的工作。"
    assert codes(says("", preamble=told.format(2023))) == ["said-year"]
    assert codes(says("", preamble=told.format(2024))) == []
    assert codes(says(told.format(2023))) == []
    assert codes(says("", preamble="2023年1月1日，我局启用新的指南。")) == []


def test_what_is_done_next_year_in_section_five_is_planned() -> None:
    text = "2025年，我局主动公开信息35条。"
    assert codes(says("", sections={"5": text})) == []
    assert codes(says("", sections={"6": text})) == ["said-year"]


def test_the_sentence_is_quoted_from_the_year_on() -> None:
    long = f"总体平稳。根据要求，2023年，我局认真{'公' * 100}。总体有序。"
    (finding,) = warned(says(long))
    assert f"写“2023年，我局认真{'公' * 70}…”，年份是2023年，" in finding.message
    (finding,) = warned(says(f"2023年，我局认真{'公' * 70}。"))
    assert f"写“2023年，我局认真{'公' * 70}”，" in finding.message


def test_the_first_year_of_several_is_told() -> None:
    text = "2025年，我局收到公开申请3件。2023年，我局答复公开申请3件。"
    (finding,) = [one for one in warned(says(text)) if one.code == "said-year"]
    assert "写“2025年，我局收到公开申请3件”" in finding.message


def test_what_is_no_paragraph_for_its_length_is_not_read() -> None:
    assert codes(says(f"2023年，我局主动公开信息35条。{'长' * 20_000}")) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2022年，我局收取信息处理费300元。", True),
        ("某某县财政局2022年收取信息处理费300元。", True),
        ("县教育局2022年收取信息处理费300元。", False),
        ("2022年收取信息处理费300元，2024年收取0元。", False),
        ("2022年收取信息处理费300元，2023年收取0元。", True),
        ("2023年收取信息处理费300元。", False),
        ("2022年收取信息处理费300元，本年收取0元。", False),
        ("2022年收取信息处理费300元，今年收取0元。", False),
        ("2022年收取信息处理费300元。本年收取0元。", False),
        ("2022年收取信息处理费300元。今年收取0元。", False),
        ("2022年度发出的收费通知已缴清。", False),
        ("截至2022年，收取信息处理费300元。", False),
        ("2022年起收取信息处理费300元。", False),
        ("2022年4月收取信息处理费300元。", True),
        ("2022年4月起收取信息处理费300元。", False),
        ("对2022年的通知，收费300元。2022年，我局收取信息处理费300元。", True),
        ("", False),
    ],
)
def test_a_year_is_left_unexplained(text: str, due: bool) -> None:
    place = Place("6", 2024, "某某县财政局")
    assert unexplained(place, text, 2022) is due


def test_a_year_in_a_text_of_that_length_is_read_and_in_a_longer_one_not() -> None:
    place, text = Place("6", 2024, "某某县财政局"), "2022年，我局收取信息处理费300元。"
    longest = text + "长" * (LONGEST - len(text))
    assert unexplained(place, longest, 2022)
    assert not unexplained(place, f"{longest}长", 2022)
