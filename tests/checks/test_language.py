"""R70–R73: how the prose is written; each check finds its defect and lets near misses alone."""

from __future__ import annotations

import pytest

from reports.checks import Finding, Severity, check
from tests.checking import SECTIONS, report
from tests.checks.test_year_to_year import ZERO


def read(text: str, code: str, part: str = "1", year: int = 2024) -> list[Finding]:
    """What is found under that code when section one says this."""
    content = report(ZERO, sections={**SECTIONS, part: text}, year=year)
    return [one for one in check(content) if one.code == code]


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("坚持公开是常态，公开是例外。", "principle-reversed", Severity.WARNING),
        ("坚持以公开为常态、公开为例外。", "principle-reversed", Severity.WARNING),
        ("坚持以公开为例外、不公开为常态。", "principle-reversed", Severity.WARNING),
        ("坚持公开是常态、不公开是例外。", "principle", Severity.NOTE),
        ("坚持公开为常态，不公开为例外。", "principle", Severity.NOTE),
    ],
)
def test_the_principle_is_quoted_as_it_stands(text: str, code: str, severity: Severity) -> None:
    (found,) = read(text, code)
    assert (found.rule, found.severity, found.section) == ("R70", severity, 1)


def test_the_principle_itself_is_right() -> None:
    text = "坚持以公开为常态、不公开为例外。"
    assert read(text, "principle") == read(text, "principle-reversed") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("请登陆查询。", "请登录"),
        ("落实三审三较制度。", "三审三校"),
        ("截止2024年12月31日，共公开30条。", "截至"),
        ("截止目前没有新增。", "截至"),
        ("认真布署年度任务。", "部署"),
        ("建立申请台帐。", "台账"),
        ("坚持以法行政。", "依法行政"),
        ("健全事实求是的作风。", "实事求是"),
    ],
)
def test_a_wrong_word_is_named_with_the_right_one(text: str, right: str) -> None:
    (found,) = read(text, "wrong-word")
    assert found.rule == "R71"
    assert f"应为“{right}”" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "台风登陆期间及时发布信息。",
        "征集意见的截止日期为6月30日。",
        "做到口径统一但不机械。",
        "既便民又高效，既使用网站也使用公报。",
        "公园满意度调查结果已公开。",
        "交通迅速恢复。",
        "机关健身房按排名开放，批复盖章后落实互联网战略，在全部份额内用水。",
        "重申情况，举措失当，群众反应热烈，上一年度年度报告。",
        "解决义务教育问题，同意建设，投资询价结果已公开，各部暑期值班。",
        "信息公开工作工作机构健全，政务公开公开栏已更新。",
    ],
)
def test_what_only_looks_like_a_wrong_word_is_let_alone(text: str) -> None:
    assert read(text, "wrong-word") == []


@pytest.mark.parametrize(
    "text",
    [
        "[bookmark: _GoBack]完善制度。",
        "全年公开XX条。",
        "制定××办法。",
        "举办（ ）次培训。",
        "共____条。",
    ],
)
def test_what_a_template_left_is_found(text: str) -> None:
    (found,) = read(text, "leftover")
    assert "没有替换的占位符" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "使用X光机的单位。",
        "某某县财政局负责。",
        "（一）主动公开情况",
        "12345热线。",
        "3×4米的公开栏。",
        "网址：http://www.example.gov.cn/zwgk/zfxxgk/，邮箱：xxgk@example.cn。",
        "见http://xxgk.example.gov.cn。",
        "附件（xlsx）。",
    ],
)
def test_what_is_no_placeholder_is_let_alone(text: str) -> None:
    assert read(text, "leftover") == []


@pytest.mark.parametrize(
    "text", ["网址为https：//example.gov.cn/，请查询。", "见www。example.gov.cn"]
)
def test_an_address_that_cannot_be_opened_is_found(text: str) -> None:
    assert [found.rule for found in read(text, "address")] == ["R71"]


@pytest.mark.parametrize(
    "text",
    [
        "见https://example.gov.cn/。",
        "请登录https://example.gov.cn/：",
        "网址：http://example.gov.cn/a?b=1，请查询。",
    ],
)
def test_an_address_that_can_be_opened_is_let_alone(text: str) -> None:
    assert read(text, "address") == []


def test_half_width_marks_are_told_once_a_report() -> None:
    content = report(
        ZERO, sections={**SECTIONS, "1": "主动公开,依法公开.", "5": "存在不足,已改进。"}
    )
    (found,) = [one for one in check(content) if one.code == "half-width"]
    assert "“一、总体情况”等部分中" in found.message


@pytest.mark.parametrize(
    "text", ["金额1,234.5元。", "时间为12:30。", "see http://a.cn:80/b,c", "公开（一）"]
)
def test_half_width_marks_among_figures_and_latin_are_right(text: str) -> None:
    assert read(text, "half-width") == []


@pytest.mark.parametrize("text", ["国办发[2020]10号", "国办发（2020）10号", "国办发(2020)第10号"])
def test_a_document_number_takes_its_own_brackets(text: str) -> None:
    assert [found.rule for found in read(text, "document-number")] == ["R73"]


@pytest.mark.parametrize("text", ["国办发〔2020〕10号", "（2024）年度10号通知", "（2023年版）1号"])
def test_a_document_number_in_order_is_let_alone(text: str) -> None:
    assert read(text, "document-number") == []


@pytest.mark.parametrize("year", ["（2019）", "[2019]", "【2019】"])
def test_an_old_basis_is_known_whatever_its_brackets(year: str) -> None:
    text = f"依据国办公开办函{year}60号编制。"
    assert [found.rule for found in read(text, "basis")] == ["R72"]
    assert read(text + "并依据国办公开办函(2021)30号。", "basis") == []


def test_an_old_basis_alone_is_told() -> None:
    text = "依据国办公开办函〔2019〕60号编制。"
    assert [found.rule for found in read(text, "basis")] == ["R72"]
    assert read(text + "并依据国办公开办函〔2021〕30号。", "basis") == []
    assert [found.rule for found in read(text, "basis", year=2021)] == ["R72"]
    assert read(text, "basis", year=2020) == []


@pytest.mark.parametrize(
    "text", ["依据《条例编制。", "落实“分级分类、先审后发”程序，落实”。", "（一）公开）"]
)
def test_brackets_and_quotes_pair(text: str) -> None:
    assert [found.code for found in read(text, "unpaired")] == ["unpaired"]


@pytest.mark.parametrize("text", ["依据《条例》（以下简称“《条例》”）编制。", "1）公开情况"])
def test_nested_pairs_are_right(text: str) -> None:
    assert read(text, "unpaired") == []


def test_a_number_that_is_left_out_is_found() -> None:
    (found,) = read("（一）主动公开\n内容。\n（三）平台建设\n内容。", "numbering")
    assert "（三）平台" in found.message


def test_numbers_begin_anew_and_count_past_ten() -> None:
    ones = "一二三四五六七八九"
    numbers = [*ones, "十", *(f"十{one}" for one in ones), "二十", "二十一", "一"]
    assert read("\n".join(f"（{number}）内容。" for number in numbers), "numbering") == []


@pytest.mark.parametrize("first", ["二", "十", "二十"])
def test_each_part_counts_from_one(first: str) -> None:
    assert len(read(f"（{first}）内容。", "numbering")) == 1
    sections = {"1": "（一）内容。", "5": "（二）问题不足。\n（三）改进。"}
    (found,) = [one for one in check(report(ZERO, sections=sections)) if one.code == "numbering"]
    assert found.section == 5


def test_two_ways_of_numbering_are_found() -> None:
    (found,) = read("1、主动公开。\n2.依申请公开。", "numbering-mixed")
    assert "不统一" in found.message
    assert read("1.主动公开。\n2.依申请公开。\n2024年公开12.5万条。", "numbering-mixed") == []
