"""A paragraph made plain, every character of which knows its place in the original."""

import pytest

from reports.checks.narrative.plain import plain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("收到 申请\u3000１２ 件", "收到申请12件"),
        ("共１,326件,均已办结", "共1,326件，均已办结"),
        ("办结(含上年);其他:无!真的?", "办结（含上年）；其他：无！真的？"),
        ("占33．9％", "占33.9%"),
        ("全部办结. 无其他.", "全部办结。无其他。"),
        ("见a.cn和3.5件", "见a.cn和3.5件"),
        ("依据《收到申请5件办法》办理", "依据《□□□□□□□□》办理"),
    ],
)
def test_punctuation_is_full_width_and_figures_are_half_width(text: str, read: str) -> None:
    assert plain(text).text == read


def test_each_character_knows_where_it_stood() -> None:
    text = " 收 到 １２件"
    words = plain(text)
    assert [text[place] for place in words.at] == list("收到１２件")
    assert words.span(2, 4) == (5, 7)
    assert text[slice(*words.span(0, 2))] == "收 到"


@pytest.mark.parametrize("mark", "，。；！？、：（）")
def test_a_clause_begins_behind_the_mark_before_it(mark: str) -> None:
    words = plain(f"全年，收到{mark}答复12件，结转3件")
    assert words.clause_start(9) == 6
    assert words.clause_start(2) == 0


def test_a_clause_may_begin_behind_the_first_character() -> None:
    assert plain("，收到申请").clause_start(3) == 1


def test_a_sentence_ends_at_a_semicolon_too() -> None:
    words = plain("收到5件；答复4件。结转1件")
    assert [words.sentence(at) for at in (0, 3, 5, 8, 10, 14)] == [
        (0, 4),
        (0, 4),
        (5, 9),
        (5, 9),
        (10, 14),
        (14, 14),
    ]


@pytest.mark.parametrize(
    ("start", "end", "quoted"),
    [
        (5, 7, "收到 5件"),
        (10, 12, "答复4件"),
        (5, 12, "收到 5件，答复4件"),
        (15, 17, "结转1件"),
        (0, 2, "总体平稳"),
    ],
)
def test_the_clauses_of_a_claim_are_quoted_as_they_were_written(
    start: int, end: int, quoted: str
) -> None:
    words = plain("总体平稳。收到 5件，答复4件，结转1件。")
    assert words.quoted(start, end) == quoted


def test_of_a_long_clause_the_end_is_quoted() -> None:
    assert plain("甲" * 80).quoted(3, 5) == "甲" * 80
    assert plain(f"始{'甲' * 79}终").quoted(3, 5) == f"…{'甲' * 79}终"
