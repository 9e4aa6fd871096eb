"""Every number, label and sentence in which a page differs from the signed report is found."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reports.content import Content
from reports.importing import page
from reports.importing.gate import UnreadableError
from reports.portal import Kind, Mismatch, compare
from reports.rendering import docx, xlsx
from tests.portal.pages import (
    SIGNED,
    compared,
    published,
    replaced,
    told,
    with_figure,
    without_row,
    without_table,
)
from tests.rendering.contents import PROSE, large, old, small

CELL = "applications.received.natural_person"
SAID = SIGNED.figures[CELL]
WHERE = SIGNED.format.cells[CELL].label
LONG = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
HEADING = SIGNED.format.section(3).heading


@pytest.mark.parametrize("content", [large(), small(), old()], ids=["large", "small", "old"])
def test_a_page_that_says_the_same_differs_in_nothing(content: Content) -> None:
    found = compared(published(content), content)
    assert told(found) == []
    assert found.differences == 0


def test_the_words_round_a_report_are_told_and_are_no_difference() -> None:
    assert any("ICP" in one for one in compared(published()).around)


def test_our_word_file_differs_in_nothing() -> None:
    said = page.parse(docx.draw(SIGNED), "docx", "2021")
    assert told(compare(SIGNED, said)) == []


def test_a_workbook_says_the_fees_in_boxes() -> None:
    assert told(compare(SIGNED, page.parse(xlsx.draw(SIGNED), "xlsx", "2021", "2024"))) == []
    other = replace(SIGNED, fees={**SIGNED.fees, "notices": 77})
    found = compare(SIGNED, page.parse(xlsx.draw(other), "xlsx", "2021", "2024"))
    assert [(one.key, one.page) for one in found.found] == [("fees.notices", "77")]


def test_characters_that_nobody_sees_are_no_difference() -> None:
    marked = re.sub(r'(data-cell="[^>]*>[^<]*)', "\\g<1>\x01\x00", published())
    assert told(compared(marked)) == []


def test_hashes_below_our_own_page_are_round_the_report() -> None:
    hashes = "<h2>文件校验值（SHA-256）</h2><p>年报.csv 9b3722396b78c0d9435bbac9aff86294</p>"
    assert told(compared(replaced(published(), "</body>", f"{hashes}</body>"))) == []


@pytest.mark.parametrize(
    ("value", "shown"), [("99999", "99999"), ("", "空白"), ("/", "/"), ("1 2", "1 2")]
)
def test_a_figure_that_differs_is_named_with_both_values(value: str, shown: str) -> None:
    found = compared(with_figure(published(), CELL, value))
    assert told(found) == [("figure", 3, WHERE, str(SAID), shown)]


def test_an_amount_written_otherwise_is_the_same_amount() -> None:
    key = "charges.fees.amount"
    amount = SIGNED.figures[key]
    assert told(compared(with_figure(published(), key, f"{amount}00"))) == []


def test_a_row_that_is_gone_is_one_line_and_counts_every_figure() -> None:
    found = compared(without_row(published(), "2.重复申请"))
    assert [(one.label, one.page, one.count) for one in found.of(Kind.FIGURE)] == [
        ("（五）不予处理 2.重复申请", "", 7)
    ]
    assert [one.label for one in found.of(Kind.LABEL)] == ["2.重复申请"]
    assert found.differences == 8


@pytest.mark.parametrize(("number", "figures"), [(2, 10), (3, 175), (4, 15)])
def test_a_table_that_is_gone_is_one_line(number: int, figures: int) -> None:
    found = compared(without_table(published(), number))
    assert [(one.section, one.count) for one in found.of(Kind.FIGURE)] == [(number, figures)]
    assert not found.of(Kind.LABEL)
    assert not found.of(Kind.DOUBT)


@pytest.mark.parametrize(
    ("printed", "left", "label", "said"),
    [
        ("（二）部分公开", "）部分公开", LONG, LONG.removeprefix("（二")),
        ("结果<br>维持", "结果", "结果维持", ""),
        ("（三）<br>不予公开", "", "（三）不予公开", ""),
        (HEADING, "", HEADING, ""),
        (HEADING, "三、收到和处理政府信息公开", HEADING, "三、收到和处理政府信息公开"),
        ("信息内容", "", "信息内容", ""),
        ("第二十条第（五）项", "第二十条", "第二十条第（五）项", ""),
    ],
)
def test_a_label_that_is_lost_or_halved_is_named(
    printed: str, left: str, label: str, said: str
) -> None:
    found = compared(replaced(published(), printed, left))
    assert [(one.label, one.page) for one in found.of(Kind.LABEL)] == [(label, said)]
    assert not found.of(Kind.FIGURE)
    assert not found.of(Kind.DOUBT)


@pytest.mark.parametrize("number", [1, 5, 6])
def test_a_lost_heading_alone_does_not_take_its_words_along(number: int) -> None:
    heading = SIGNED.format.section(number).heading
    found = compared(replaced(published(), heading, ""))
    assert told(found) == [("label", number, heading, heading, "")]


@pytest.mark.parametrize(("number", "said"), [(1, "全年平稳有序。"), (5, "问题：更新不够快。")])
def test_words_that_went_with_their_heading_are_told_too(number: int, said: str) -> None:
    text = replaced(published(), SIGNED.format.section(number).heading, "")
    found = compared(replaced(text, said, ""))
    assert [(one.signed, one.page) for one in found.of(Kind.TEXT)] == [(said, "")]


def test_a_short_label_written_otherwise_is_a_difference() -> None:
    found = compared(replaced(published(), "3.其他", "3.其它"))
    assert told(found) == [("label", 3, "3.其他", "3.其他", "3.其它")]


def test_the_sentence_of_the_fees_may_stand_on_two_lines() -> None:
    sentence = SIGNED.fee_sentence
    text = replaced(published(), sentence, f"{sentence[:20]}<br>{sentence[20:]}")
    assert told(compared(text)) == []
    notices = f"{SIGNED.fees['notices']}件"
    assert [one.page for one in compared(replaced(text, notices, "77件")).found] == ["77"]


def test_fees_that_the_page_states_in_other_words_are_the_same_fees() -> None:
    signed = large(fees={"notices": 11, "billed": "15100", "received": "10100"})
    words = "发出收费通知11件，总金额15100元，实际收取10100元。"
    found = compared(replaced(published(signed), signed.fee_sentence, words), signed)
    assert told(found) == [
        ("text", 6, signed.format.section(6).heading, signed.fee_sentence, words)
    ]


def test_a_fee_is_told_though_the_heading_above_it_is_lost() -> None:
    notices = f"{SIGNED.fees['notices']}件"
    text = replaced(published(), SIGNED.format.section(6).heading, "")
    sentence = SIGNED.fee_sentence
    found = compared(replaced(text, sentence, sentence.replace(notices, "77件")))
    assert [one.page for one in found.of(Kind.FIGURE)] == ["77"]
    assert found.differences == 2


def test_a_label_lost_in_several_places_says_in_how_many() -> None:
    text = published().replace("结果<br>纠正", "结果")
    assert [one.label for one in compared(text).of(Kind.LABEL)] == ["结果纠正（3处）"]


def test_another_title_is_named() -> None:
    text = published().replace("工作年度报告", "年报")
    said = SIGNED.title.replace("工作年度报告", "年报")
    assert told(compared(text)) == [("label", 0, "标题", SIGNED.title, said)]


def test_a_title_that_is_lost_is_a_label_that_is_lost() -> None:
    text = re.sub(r"(?s)<(title|h1)\b.*?</\1>", "", published())
    assert told(compared(text)) == [("label", 0, "标题", SIGNED.title, "")]


@pytest.mark.parametrize(
    ("printed", "left", "pieces"),
    [
        ("办结率100%", "办结率10%", [("gone", "100%"), ("new", "10%")]),
        ("改进：逐月检查。", "", [("gone", "改进：逐月检查。")]),
        ("更新不够快。", "更新不够快。另有不足。", [("new", "另有不足。")]),
        ("2件，办结率", "3件，办结率", [("gone", "12"), ("new", "13")]),
    ],
)
def test_a_sentence_that_differs_is_shown_word_by_word(
    printed: str, left: str, pieces: list[tuple[str, str]]
) -> None:
    found = compared(replaced(published(), printed, left))
    assert len(found.found) == 1
    shown = [(one.kind, one.text) for one in found.found[0].pieces if one.kind in ("gone", "new")]
    assert shown == pieces


def test_blanks_and_other_lines_are_no_difference() -> None:
    text = (
        published()
        .replace("全年公开", "\u3000\u3000全年&nbsp;公开")
        .replace("渠道畅通", "渠道 畅通")
    )
    assert told(compared(text)) == []


def test_a_fee_that_differs_is_a_figure_and_a_lost_sentence_three() -> None:
    sentence, notices = SIGNED.fee_sentence, f"{SIGNED.fees['notices']}件"
    other = compared(replaced(published(), sentence, sentence.replace(notices, "77件")))
    label = SIGNED.format.fees[0].label
    assert told(other) == [("figure", 6, label, str(SIGNED.fees["notices"]), "77")]
    gone = compared(replaced(published(), sentence, ""))
    assert (gone.counts["figure"], gone.counts["text"]) == (3, 1)


def test_a_row_that_stands_elsewhere_is_a_label_that_differs() -> None:
    rows = re.findall(r"(?s)<tr>.*?</tr>", published())
    one, other = (next(row for row in rows if label in row) for label in ("行政许可", "行政处罚"))
    swapped = published().replace(one, "@").replace(other, one).replace("@", other)
    assert told(compared(swapped)) == [("label", 2, "行政处罚", "行政处罚", "位置变了")]


def test_what_was_kept_is_what_was_found() -> None:
    found = compared(with_figure(published(), CELL, "7")).found
    assert [Mismatch.from_json(one.to_json()) for one in found] == list(found)


def test_text_that_was_copied_is_compared_like_a_file() -> None:
    said = page.read_text("一、总体情况\n随便写的话。\n二、主动公开政府信息情况\n", "2021", 2024)
    found = compare(small(sections=PROSE), said)
    assert found.counts["figure"] == 203
    assert ("text", 1) in [(one.kind.value, one.section) for one in found.found]


@pytest.mark.parametrize("is_first", [True, False])
def test_of_a_page_with_several_years_the_one_that_was_signed_is_compared(is_first: bool) -> None:
    later = replace(SIGNED, year=2025, title=SIGNED.title.replace("2024", "2025"))
    wrong = with_figure(published(), CELL, "99999")
    pages = [wrong, published(later)] if is_first else [published(later), wrong]
    found = compared("\n".join(re.sub(r"</?(html|body)[^>]*>", "", one) for one in pages))
    assert told(found) == [("figure", 3, WHERE, str(SAID), "99999")]
    assert later.title in found.around


def test_of_other_years_alone_it_is_told_which_one_was_read() -> None:
    earlier, later = (
        replace(SIGNED, year=year, title=SIGNED.title.replace("2024", str(year)))
        for year in (2023, 2025)
    )
    pages = [published(earlier), published(later)]
    found = compared("\n".join(re.sub(r"</?(html|body)[^>]*>", "", one) for one in pages))
    assert [one.page for one in found.of(Kind.LABEL)] == [later.title]
    [doubt] = found.of(Kind.DOUBT)
    assert f"只读了“{later.title}”" in doubt.label


def test_what_is_no_report_is_refused_in_a_sentence() -> None:
    with pytest.raises(UnreadableError, match="没有读到"):
        page.read_text("今天天气很好。", "2021", 2024)
