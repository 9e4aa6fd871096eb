"""R73: half-width, doubled and unpaired marks, missing full stops, numbers of documents."""

from __future__ import annotations

import pytest

from reports.checks import Severity, check
from tests.checking import SECTIONS, report
from tests.checks.test_language import read
from tests.checks.test_year_to_year import ZERO


def test_half_width_marks_are_told_once_a_report() -> None:
    content = report(
        ZERO, sections={**SECTIONS, "1": "主动公开,依法公开.", "5": "存在不足,已改进。"}
    )
    (found,) = [one for one in check(content) if one.code == "half-width"]
    assert "“一、总体情况”等部分中" in found.message


@pytest.mark.parametrize(
    "text",
    [
        '落实"三审三校"制度。',
        "落实“三审”制度.",
        "公开及时.全面准确。",
        "推行'一网通办'。",
        "全部办结.\n其他。",
    ],
)
def test_half_width_quotes_and_stops_are_told(text: str) -> None:
    assert [one.rule for one in read(text, "half-width")] == ["R73"]


@pytest.mark.parametrize(
    "text",
    [
        "金额1,234.5元。",
        "时间为12:30。",
        "see http://a.cn:80/b,c",
        "公开（一）",
        "2.0版本，附件年报.docx。",
        "党员's。",
    ],
)
def test_half_width_marks_among_figures_and_latin_are_right(text: str) -> None:
    assert read(text, "half-width") == []


def test_brackets_of_which_more_is_to_be_said_are_told_once() -> None:
    text = "落实国办发(2020)10号文件。"
    assert len(read(text, "document-number")) == 1
    assert read(text, "half-width") == []
    assert len(read("举办培训( )次，详见错误!未找到引用源。", "leftover")) == 1
    assert read("举办培训( )次，详见错误!未找到引用源。", "half-width") == []
    (found,) = read(text + "公开(预算)信息。", "half-width")
    assert "2020" not in found.message
    assert read("(填写单位)已公开。", "half-width") == []
    assert len(read("落实国办发(2020)10号,已公开。", "half-width")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "国办发[2020]10号",
        "国办发（2020）10号",
        "国办发(2020)第10号",
        "国办发［2020］10号",
        "国办发﹝2020﹞10号",
        "国办发( 2020 ) 10 号",
    ],
)
def test_a_document_number_takes_its_own_brackets(text: str) -> None:
    assert [found.rule for found in read(text, "document-number")] == ["R73"]


@pytest.mark.parametrize(
    "text",
    [
        "国办发〔2020〕第10号",
        "国办发〔2020〕01号",
        "国办发〔 2020 〕 第 1 号",
        "国办发〔2020〕008号",
    ],
)
def test_behind_the_year_of_a_document_stands_a_bare_number(text: str) -> None:
    (found,) = read(f"落实{text}文件。", "document-number")
    assert found.rule == "R73"
    assert "不加“第”字" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "国办发〔2020〕10号",
        "国办发〔2020〕100号",
        "（2024）年度10号通知",
        "（2023年版）1号",
        "第10号令",
        "公告第3号",
        "2020年第3号公告",
        "公告〔2020〕第3号",
        "国务院公报〔2020〕第3号",
        "〔2020〕第10号令",
        "政复决字〔2020〕第10号",
        "行政复议决定书〔2020〕第10号",
    ],
)
def test_a_document_number_in_order_is_let_alone(text: str) -> None:
    assert read(text, "document-number") == []


@pytest.mark.parametrize(
    "text", ["依据《条例编制。", "落实“分级分类、先审后发”程序，落实”。", "（一）公开）"]
)
def test_brackets_and_quotes_pair(text: str) -> None:
    assert [found.code for found in read(text, "unpaired")] == ["unpaired"]


@pytest.mark.parametrize("text", ["依据《条例》（以下简称“《条例》”）编制。", "1）公开情况"])
def test_nested_pairs_are_right(text: str) -> None:
    assert read(text, "unpaired") == []


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息30条，收到申请0件",
        "全年公开信息30条，办结申请3件\n其他工作平稳。",
        "加强学习。落实审核制度\n其他工作平稳。",
        "一是加强学习，落实“三审”\n二是开展培训。",
        "公开预算，公开决算、\n其他工作平稳。",
    ],
)
def test_a_paragraph_without_a_full_stop_is_noted(text: str) -> None:
    (found,) = read(text, "full-stop")
    assert (found.rule, found.severity, found.section) == ("R73", Severity.NOTE, 1)


@pytest.mark.parametrize(
    "text",
    [
        "（一）聚焦重点领域，深化主动公开\n全年平稳。",
        "聚焦重点领域，深化主动公开\n全年平稳。",
        "全年平稳。\n某某县财政局\n2025年1月20日",
        "主要做法如下：\n加强学习；\n落实审核。",
        "见网址，http://example.gov.cn/",
        "（全年公开30条，各项工作平稳。）",
        "做到“应公开，尽公开。”",
        "一是网站，二是微信。（网站指门户网站）",
        "联系地址：某某路1号，邮编：123456",
        "全年平稳（详见附件）。",
    ],
)
def test_headings_signatures_and_lists_need_no_full_stop(text: str) -> None:
    assert read(text, "full-stop") == []


@pytest.mark.parametrize(("length", "told"), [(40, 0), (41, 1)])
def test_forty_characters_may_still_be_a_heading(length: int, told: int) -> None:
    text = "聚焦重点领域，" + "深" * (length - 7)
    assert len(text) == length
    assert len(read(f"{text}\n全年平稳。", "full-stop")) == told


@pytest.mark.parametrize(
    "text", ["公开及时。。", "公开及时，，准确。", "公开及时。，准确。", "公开：、准确。"]
)
def test_doubled_marks_are_told(text: str) -> None:
    assert [one.rule for one in read(text, "doubled")] == ["R73"]


@pytest.mark.parametrize(
    "text", ["如何申请？！请看指南……", "落实“公开。”，并改进。", "详见《条例》：“公开”。"]
)
def test_marks_that_belong_together_are_let_alone(text: str) -> None:
    assert read(text, "doubled") == []
