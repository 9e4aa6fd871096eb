"""A place in the words of a report: how it is quoted, and the sentence that it stands in."""

from __future__ import annotations

import pytest

from reports.checks.passages import Passage, Place, passages, told
from reports.prose import Paragraph
from tests.checking import report

TEXT = "甲一二三四五六七。乙请登陆网站；丙！丁？戊"


def place(words: str, text: str = TEXT) -> Place:
    start = text.index(words)
    return Place(Passage("1", 1, "一、总体情况", Paragraph("p1", text)), start, start + len(words))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("甲", "甲一二三四五六七"),
        ("二三", "甲一二三四五六七"),
        ("乙", "乙请登陆网站"),
        ("登陆", "乙请登陆网站"),
        ("丙", "丙"),
        ("丁", "丁"),
        ("戊", "戊"),
    ],
)
def test_a_place_knows_the_sentence_it_stands_in(words: str, sentence: str) -> None:
    assert place(words).sentence == sentence


def test_a_sentence_may_be_empty_or_begin_behind_the_first_character() -> None:
    assert place("甲", "。甲").sentence == "甲"
    assert place("。", "。甲").sentence == "。甲"
    assert place("丙", "甲。乙。丙。丁。").sentence == "丙"


def test_a_place_is_quoted_with_six_characters_to_either_side() -> None:
    assert place("登陆").quoted == "“五六七。乙请登陆网站；丙！丁”"
    assert place("甲").quoted == "“甲一二三四五六”"
    assert place("戊").stretch == "戊"


@pytest.mark.parametrize(("count", "more"), [(2, ""), (3, ""), (4, "等4处")])
def test_three_places_are_quoted_and_the_others_are_counted(count: int, more: str) -> None:
    (finding,) = told([place("戊")] * count, "code", "R00", "{where}不对")
    quoted = "、".join(["“站；丙！丁？戊”"] * min(count, 3))
    assert finding.message == f"“一、总体情况”中{quoted}{more}不对"


def test_every_paragraph_is_read_with_the_part_it_stands_in() -> None:
    content = report(preamble="引。\n言。", sections={"1": "一。", "5": "五。", "6": "六。"})
    assert [(one.section, one.name, one.text) for one in passages(content)] == [
        (None, "引言", "引。"),
        (None, "引言", "言。"),
        (1, "一、总体情况", "一。"),
        (5, "五、存在的主要问题及改进情况", "五。"),
        (6, "六、其他需要报告的事项", "六。"),
    ]


def test_the_preamble_comes_first_and_bears_its_own_key() -> None:
    preamble, *others = passages(report(preamble="根据条例编制。"))
    assert (preamble.key, preamble.section, preamble.name) == ("preamble", None, "引言")
    assert {one.key for one in others} == {"1", "5", "6"}
