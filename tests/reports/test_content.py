import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from reports.content import Content, ContentError, from_json, loads, short_code
from reports.prose import Paragraph
from tests.samples import sample
from tests.strategies import FORMAT, contents

BASE: dict[str, Any] = {"agency": "某某县财政局", "year": 2024}
FEES = {"notices": 11, "billed": "15100", "received": "10100"}


def with_fees(section_six: str, **fees: Any) -> Content:
    return from_json({**BASE, "fees": {**FEES, **fees}, "sections": {"6": section_six}})


def told(content: Content) -> dict[str, str]:
    return {problem.key: problem.message for problem in content.problems}


@settings(max_examples=50)
@given(contents())
def test_a_report_survives_its_json(content: Content) -> None:
    text = json.dumps(content.to_json(ids=True))
    again = loads(text)
    assert again == content
    assert again.problems == ()
    assert again.digest == content.digest


@settings(max_examples=50)
@given(contents())
def test_without_ids_the_report_says_the_same(content: Content) -> None:
    again = from_json(content.to_json())
    assert again.to_json() == content.to_json()
    assert again.digest == content.digest


def test_a_published_report_is_read_and_written_as_it_was() -> None:
    content = sample("haidian-2024")
    figures = content.to_json()["figures"]
    assert isinstance(figures, dict)
    assert len(figures) == 200
    assert figures["charges.fees.amount"] == "22010.3538"
    assert figures["applications.received.natural_person"] == 3014


def test_the_least_report_is_an_agency_and_a_year() -> None:
    content = from_json(BASE)
    assert content.format is FORMAT
    assert content.title == "某某县财政局2024年政府信息公开工作年度报告"
    assert set(content.figures.values()) == {None}
    assert set(content.fees) == {"notices", "billed", "received"}
    assert content.problems == ()
    assert content.is_untitled
    assert not from_json({**BASE, "title": "年报"}).is_untitled


def test_numbers_keep_their_digits() -> None:
    text = (
        '{"year": 2024, "figures": {"charges.fees.amount": 22010.3538}, "fees": {"billed": 1.50}}'
    )
    content = loads(text)
    assert content.figures["charges.fees.amount"] == Decimal("22010.3538")
    assert str(content.fees["billed"]) == "1.50"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "不是有效的JSON文件，第1行第1列附近有错"),
        ('{"year": 2024,\n}', "不是有效的JSON文件，第2行第1列附近有错"),
        (b'{"agency": "\xd6\xd0"}', "UTF-8"),
        ("[" * 100_000, "嵌套过深"),
        ('{"year": ' + "9" * 5000 + "}", "数字过长"),
        ('{"year": 2024, "year": 2023}', "“year”出现了不止一次"),
        ('{"year": 2024, "figures": {"a": 1, "a": 2}}', "“a”出现了不止一次"),
        ("[]", "应是一个对象"),
        ("null", "应是一个对象"),
        ('"2024"', "应是一个对象"),
        ("{}", "缺少报告年度"),
        ('{"year": "2024"}', "应为四位整数"),
        ('{"year": true}', "应为四位整数"),
        ('{"year": 2024.0}', "应为四位整数"),
        ('{"year": NaN}', "应为四位整数"),
        ('{"year": 24}', "应为四位整数"),
        ('{"year": 20240}', "应为四位整数"),
        ('{"year": -2024}', "应为四位整数"),
        ('{"year": 1999}', "没有适用于1999年的版式"),
        ('{"year": 2024, "edition": "1999"}', "没有“1999”版式"),
        ('{"year": 2024, "edition": ["2021"]}', "“edition”应是版式的名称"),
        ('{"year": 2024, "figures": []}', "“figures”应是一个对象"),
        ('{"year": 2024, "figures": "12"}', "“figures”应是一个对象"),
        ('{"year": 2024, "fees": 3}', "“fees”应是一个对象"),
        ('{"year": 2024, "sections": ["一"]}', "“sections”应是一个对象"),
        ('{"year": 2024, "sections": {"1": 5}}', "“1”应是文字"),
        ('{"year": 2024, "preamble": []}', "“preamble”应是文字"),
        ('{"year": 2024, "agency": 7}', "“agency”应是文字"),
        ('{"year": 2024, "title": NaN}', "“title”应是文字"),
        ('{"year": 2024, "agency": "\\ud800"}', "“agency”里有残缺的字符"),
        ('{"year": 2024, "sections": {"5": "a\\udfffb"}}', "“5”里有残缺的字符"),
        ('{"year": 2024, "\\ud800": 1, "\\ud800": 2}', "“?”出现了不止一次"),
    ],
    ids=lambda x: ascii(x)[:40],
)
def test_what_is_no_report_is_refused_in_plain_words(text: str | bytes, why: str) -> None:
    with pytest.raises(ContentError) as error:
        loads(text)
    assert why in str(error.value)
    assert len(str(error.value).encode()) < 300


@pytest.mark.parametrize("start", ["\ufeff", ""])
@pytest.mark.parametrize("kind", [str, bytes])
def test_a_byte_order_mark_does_no_harm(start: str, kind: type) -> None:
    text = start + json.dumps(BASE)
    assert loads(text.encode() if kind is bytes else text).agency == "某某县财政局"


@pytest.mark.parametrize(
    ("part", "raw", "key", "section", "why"),
    [
        (
            "figures",
            {"documents.rules.issued": "十二"},
            "documents.rules.issued",
            2,
            "只能录入数字",
        ),
        ("figures", {"documents.rules.issued": 1.5}, "documents.rules.issued", 2, "应为数字"),
        ("figures", {"documents.rules.issued": [1]}, "documents.rules.issued", 2, "应为数字"),
        ("figures", {"disputes.review.total": "-1"}, "disputes.review.total", 4, "不能是负数"),
        ("figures", {"disputes.review.sum": 1}, "disputes.review.sum", None, "没有"),
        ("fees", {"billed": "12.345"}, "fees.billed", 6, "最多2位小数"),
        ("fees", {"paid": 1}, "fees.paid", None, "没有“paid”这一项"),
        ("sections", {"2": "见下表。"}, "sections.2", None, "不是文字部分"),
        ("sections", {"7": "附件"}, "sections.7", None, "不是文字部分"),
        ("sections", {"preamble": "前言"}, "sections.preamble", None, "不是文字部分"),
    ],
    ids=lambda x: ascii(x)[:30],
)
def test_a_bad_value_is_told_by_name_and_left_blank(
    part: str, raw: dict[str, Any], key: str, section: int | None, why: str
) -> None:
    content = from_json({**BASE, part: raw})
    (problem,) = content.problems
    assert (problem.key, problem.section) == (key, section)
    assert why in problem.message
    assert content.to_json() == from_json(BASE).to_json()


def test_infinite_figures_are_refused_one_by_one() -> None:
    text = (
        '{"year": 2024, "figures": {"documents.rules.issued": NaN}, "fees": {"billed": -Infinity}}'
    )
    assert list(told(loads(text))) == ["documents.rules.issued", "fees.billed"]


def test_what_a_reader_doubted_and_parts_left_empty_are_no_problem() -> None:
    doubts = [{"cell": "disputes.review.total", "raw": "6 2", "why": "…", "line": 41}]
    content = from_json({**BASE, "doubts": doubts, "sections": {"2": "", "3": None}})
    assert content.problems == ()


def test_a_long_wild_key_is_told_in_few_words() -> None:
    content = from_json({**BASE, "figures": {"\ud800" + "x" * 10_000: 1}})
    (problem,) = content.problems
    assert len(problem.key) <= 40
    assert problem.message.encode()


@pytest.mark.parametrize("key", ["agency", "title"])
def test_a_name_set_in_two_lines_is_one_name(key: str) -> None:
    content = from_json({**BASE, key: "\u3000某某县\r\n人民\u200b政府 \n"})
    assert getattr(content, key) == "某某县人民政府"


def test_a_blank_title_is_the_form_s_own() -> None:
    assert from_json({**BASE, "title": " \n"}).title == from_json(BASE).title


@pytest.mark.parametrize(
    "ids", [None, "p9", ["a"], ["a", "a"], ["a", ""], ["a", "b\nc"], ["a", "x" * 99], ["a", {}]]
)
def test_paragraph_ids_that_do_not_fit_are_left_aside(ids: object) -> None:
    data = {**BASE, "preamble": "甲\n乙", "paragraph_ids": {"preamble": ids}}
    assert [p.id for p in from_json(data).prose["preamble"]] == ["p1", "p2"]


def test_paragraph_ids_that_fit_are_kept() -> None:
    data = {**BASE, "sections": {"1": "甲\n乙"}, "paragraph_ids": {"1": ["x_1", "9af0"]}}
    assert from_json(data).prose["1"] == (Paragraph("x_1", "甲"), Paragraph("9af0", "乙"))


def test_the_three_fees_write_their_sentence_at_the_head_of_section_six() -> None:
    first, second = with_fees("无其他需要报告的事项。").paragraphs("6")
    assert first.text == (
        "2024年，发出政府信息公开信息处理费收费通知11件，总金额15100元，实际收取总金额10100元。"
    )
    assert second.text == "无其他需要报告的事项。"


@pytest.mark.parametrize("fee", ["notices", "billed", "received"])
def test_a_blank_fee_writes_no_sentence(fee: str) -> None:
    content = with_fees("无。", **{fee: None})
    assert content.fee_sentence == ""
    assert [p.text for p in content.paragraphs("6")] == ["无。"]


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("全年发出收费通知11件，总金额15100元，实际收取10100元。", False),
        ("收费通知共11件（15100元，实收10100元）。", False),
        ("全年发出收费通知11件，总金额15100元。", True),
        ("全年发出收费通知12件，总金额15100元，实际收取10100元。", True),
        ("受理11件，涉及15100人、10100户。", True),
        ("发出收费通知11件。\n总金额15100元，实际收取10100元。", True),
        ("全年发出收费通知１１件，总金额15,100元，实际收取10100.00元。", False),
        ("全年发出收费通知11件，总金额10100元，实际收取15100元。", True),
        ("", True),
        ("发出收费通知11件，总金额1.51万元，实际收取1.01万元。", False),
        ("未按收费通知要求缴费的11件，总金额15100元，实际收取10100元。", True),
    ],
)
def test_fees_told_in_words_of_their_own_are_not_told_twice(words: str, again: bool) -> None:
    paragraphs = with_fees(words).paragraphs("6")
    assert ("fees" in {paragraph.id for paragraph in paragraphs}) is again


@pytest.mark.parametrize(
    ("words", "again"), [("发出收费通知0件。", True), ("收费通知0、0、0。", False)]
)
def test_three_zeros_are_told_by_three_zeros(words: str, again: bool) -> None:
    content = with_fees(words, notices=0, billed="0", received="0")
    assert (len(content.paragraphs("6")) == 2) is again


def test_the_fee_sentence_is_not_part_of_what_was_written() -> None:
    assert with_fees("").text("6") == ""
    assert [p.id for p in with_fees("").paragraphs("6")] == ["fees"]


@pytest.mark.parametrize(
    "change",
    [
        {"agency": "某某县教育局"},
        {"year": 2023},
        {"title": "年报"},
        {"preamble": "前言"},
        {"sections": {"5": "有不足"}},
        {"fees": {"notices": 0}},
        {"figures": {"documents.rules.issued": 0}},
    ],
    ids=str,
)
def test_the_digest_moves_with_everything_a_reader_sees(change: dict[str, Any]) -> None:
    assert from_json({**BASE, **change}).digest != from_json(BASE).digest


def test_the_digest_does_not_see_the_ids_of_paragraphs() -> None:
    data = {**BASE, "preamble": "甲"}
    renamed = from_json({**data, "paragraph_ids": {"preamble": ["other"]}})
    assert renamed.digest == from_json(data).digest


def test_the_check_code_is_the_head_of_the_digest() -> None:
    content = from_json(BASE)
    assert content.check_code == short_code(content.digest)
    assert content.check_code.replace("-", "").lower() == content.digest[:8]
    assert len(content.check_code) == 9
