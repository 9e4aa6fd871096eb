"""Lists that people paste: what is understood, and what is told of what is not."""

import pytest

from reports.local.words import UnreadableError, pairs, sentences, words


@pytest.mark.parametrize(
    "line",
    [
        "布署→部署",
        "布署 -> 部署",
        "布署=>部署",
        "布署\t部署",
        "布署 部署",
        "“布署”：“部署”",
        " 布署，部署 ",
    ],
)
def test_a_pair_may_be_written_in_many_ways(line: str) -> None:
    assert pairs(f"\n{line}\n\n") == {"布署": "部署"}


def test_many_lines_are_read_at_once() -> None:
    assert pairs("布署→部署\r\n贯切→贯彻\n布署→部署") == {"布署": "部署", "贯切": "贯彻"}


@pytest.mark.parametrize("line", ["布署", "布署→", "→部署", "甲→乙→丙"])
def test_a_line_that_is_no_pair_is_named_by_its_number(line: str) -> None:
    with pytest.raises(UnreadableError, match=r"第2行.*错→对.*没有保存"):
        pairs(f"贯切→贯彻\n{line}")


def test_two_right_words_for_one_wrong_are_not_chosen_between() -> None:
    with pytest.raises(UnreadableError, match=r"第2行“帐号”.*账户"):
        pairs("帐号→账户\n帐号→账号")


def test_of_many_bad_lines_some_are_named_and_the_rest_counted() -> None:
    with pytest.raises(UnreadableError, match=r"第5行.*另有3行"):
        pairs("\n".join(f"坏行{n}" for n in range(8)))


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(UnreadableError, match=r"最多2000行"):
        words("词语\n" * 2001)


def test_words_stand_each_on_a_line_or_between_marks() -> None:
    assert words("甲乙、丙丁\n戊己；甲乙") == ["甲乙", "丙丁", "戊己"]
    assert sentences("经核对，无误。\n\n经核对，无误。\n口径调整。") == [
        "经核对，无误。",
        "口径调整。",
    ]
