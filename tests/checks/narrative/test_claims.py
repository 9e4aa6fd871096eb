from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.checks.narrative import Kind, find
from tests.checks.narrative.telling import claims, says, told


@pytest.mark.parametrize("mark", ["，", "；", "。"])
def test_only_the_part_is_left_out(mark: str) -> None:
    text = f"2023年收到政府信息公开申请30件{mark}2024年收到35件"
    assert told(text) == [("received", "35")]


def test_a_heading_tells_what_the_paragraphs_below_it_are_about() -> None:
    assert told("（二）依申请公开情况\n全年收到申请5件。") == [("received", "5")]
    assert told("（二）建议提案情况\n全年收到申请5件。") == []
    assert told("（二）依申请公开情况\n总体平稳。\n全年收到申请5件。") == [("received", "5")]


def test_a_claim_knows_its_place() -> None:
    first, second = claims("总体平稳。\n收到 政府信息公开申请 １２ 件, 答复12件。")
    assert (first.section, first.paragraph, first.start, first.end) == ("1", "p2", 12, 14)
    assert (second.start, second.end, second.quoted) == (20, 22, "答复12件")


def test_claims_stand_in_reading_order_and_never_overlap() -> None:
    found = claims("收到公开申请40件，同比增长25%，予以公开8件，占20%，不予公开3件。")
    places = [(claim.start, claim.end) for claim in found]
    assert places == sorted(places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    assert [claim.kind for claim in found] == [
        Kind.COUNT,
        Kind.CHANGE,
        Kind.COUNT,
        Kind.PERCENT,
        Kind.COUNT,
    ]


def test_lists_of_nouns_are_summed() -> None:
    (claim,) = claims("公开申请中予以公开和部分公开12件")
    assert claim.cells == (("applications.granted.total", "applications.partly_granted.total"),)


def test_a_change_may_be_told_of_several_things_together() -> None:
    (claim,) = claims("信息公开行政复议、行政诉讼数量较上年减少3件")
    assert (claim.kind, int(claim.value)) == (Kind.CHANGE, -3)
    assert claim.cells == (
        ("disputes.review.total", "disputes.direct.total", "disputes.after_review.total"),
    )


def test_what_is_no_paragraph_for_its_length_is_not_read() -> None:
    assert told(f"收到政府信息公开申请5件。{'长' * 20_000}") == []


def test_a_list_of_different_things_is_not_summed() -> None:
    (claim,) = claims("公开申请重复申请和信息公开行政复议3件")
    assert claim.cells == (("disputes.review.total",),)


def test_what_came_in_may_be_told_with_what_was_brought_forward() -> None:
    (claim,) = claims("收到政府信息公开申请12件")
    assert claim.cells == (
        ("applications.received.total",),
        ("applications.received.total", "applications.brought_forward.total"),
    )


def test_an_outcome_is_told_of_the_dispute_just_named() -> None:
    _, claim = claims("信息公开行政诉讼2件，维持1件")
    assert claim.cells[0] == ("disputes.direct.upheld", "disputes.after_review.upheld")


def test_each_edition_has_its_cells() -> None:
    (claim,) = claims("主动公开规章3件", edition="2019", year=2020)
    assert claim.cells[0] == ("documents.rules.published",)
    assert told("主动公开规章3件") == []
    (otherwise,) = claims("公开申请其他处理3件", edition="2019", year=2020)
    assert otherwise.cells == (("applications.otherwise.total",),)


def test_every_part_in_words_is_read() -> None:
    content = says("", preamble="收到公开申请5件。", sections={"6": "收到公开申请6件。"})
    assert [(claim.section, claim.text) for claim in find(content)] == [
        ("preamble", "5"),
        ("6", "6"),
    ]


WORDS = st.sampled_from(
    [
        *"，。；、（）0123456789一二十百万零% \n未无",
        "收到",
        "答复",
        "件",
        "政府信息公开申请",
        "结转下年度",
        "上年结转",
        "予以公开",
        "行政复议",
        "行政诉讼",
        "维持",
        "制发",
        "规章",
        "占",
        "同比增长",
        "2023年",
        "其中",
        "未收到",
    ]
)


@given(st.lists(WORDS, max_size=40).map("".join) | st.text(max_size=40))
def test_whatever_is_written_a_claim_quotes_its_paragraph(text: str) -> None:
    content = says(text)
    paragraphs = {p.id: p.text for p in content.prose["1"]}
    for claim in find(content):
        assert paragraphs[claim.paragraph][claim.start : claim.end] == claim.text
        assert claim.cells
        assert all(cell in content.format.cells for cells in claim.cells for cell in cells)
