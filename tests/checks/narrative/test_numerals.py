from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.checks.narrative.numerals import (
    LARGEST,
    Numeral,
    Style,
    alike,
    from_words,
    numerals,
    to_words,
)

WHOLE = st.integers(0, LARGEST - 1)


def only(text: str) -> Numeral:
    (found,) = numerals(text)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("共12件", "12"),
        ("共１２件", "12"),
        ("共1,326件", "1326"),
        ("共１,326件", "1326"),
        ("共3.2万件", "32000"),
        ("共3千件", "3000"),
        ("占33.9%", "33.9"),
        ("占33.9 %", "33.9"),
        ("占３３．９％", "33.9"),
        ("百分之三十", "30"),
        ("百分之三十三点九", "33.9"),
        ("零件", "0"),
        ("〇件", "0"),
        ("两件", "2"),
        ("十件", "10"),
        ("十二件", "12"),
        ("一十二件", "12"),
        ("廿一件", "21"),
        ("卅件", "30"),
        ("一百零三件", "103"),
        ("一百〇三件", "103"),
        ("三百二十件", "320"),
        ("两千三百件", "2300"),
        ("三万零二百件", "30200"),
        ("三万二百件", "30200"),
        ("一千零十二件", "1012"),
        ("百分之三点零五", "3.05"),
        ("一亿零五件", "100000005"),
        ("二〇二四年", "2024"),
        ("二零二四年", "2024"),
    ],
)
def test_a_number_is_read_in_every_manner(text: str, value: str) -> None:
    assert only(text).value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["三五件", "两三件", "二三百件", "百件", "十十件", "一亿万亿件", "五千亿五千亿件"]
)
def test_words_that_are_no_exact_number_are_passed_over(text: str) -> None:
    assert list(numerals(text)) == []
    assert from_words(text.removesuffix("件")) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [("12,34件", [12, 34]), ("12、34件", [12, 34]), ("1,2345", [1, 2345]), ("第七条12", [7, 12])],
)
def test_separators_group_by_three_only(text: str, values: list[int]) -> None:
    assert [n.value for n in numerals(text)] == values


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("新收 １,326 件", (3, 8, "１,326")),
        ("共三十件", (1, 3, "三十")),
        ("占百分之三十", (1, 6, "百分之三十")),
    ],
)
def test_a_number_knows_its_place(text: str, place: tuple[int, int, str]) -> None:
    found = only(text)
    assert (found.start, found.end, found.text) == place


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (10_500, "一万零五百"),
        (11_000, "一万一千"),
        (101_000, "十万一千"),
        (10_010_001, "一千零一万零一"),
        (100_000_005, "一亿零五"),
        (200_010_000, "二亿零一万"),
        (123_456_789, "一亿二千三百四十五万六千七百八十九"),
        (LARGEST // 10, "一千亿"),
    ],
)
def test_a_number_is_said_as_people_say_it(value: int, words: str) -> None:
    assert to_words(value) == words


@given(WHOLE)
def test_words_say_the_number_they_were_made_of(value: int) -> None:
    assert from_words(to_words(value)) == value
    assert only(f"共{to_words(value)}件").value == value


@given(WHOLE)
def test_digits_say_the_number_they_were_made_of(value: int) -> None:
    assert only(f"共{value}件").value == value
    assert only(f"共{value:,}件").value == value


@given(WHOLE, st.sampled_from(["5件", "1,005件", "５件", "五件", "二〇五件"]))
def test_another_value_is_written_in_the_same_manner(value: int, sample: str) -> None:
    numeral = only(sample)
    written = alike(numeral, Decimal(value))
    assert written is not None
    again = only(f"{written}件")
    assert again.value == value
    assert (again.style is Style.ARABIC) == (numeral.style is Style.ARABIC)


@given(st.decimals(0, 100, places=1), st.sampled_from(["3.5%", "百分之三点五"]))
def test_a_share_is_written_with_its_decimals(value: Decimal, sample: str) -> None:
    written = alike(only(sample), value)
    assert written is not None
    assert only(written).value == value


@pytest.mark.parametrize(
    ("sample", "value", "written"),
    [
        ("33.9%", "34.1614", "34.2%"),
        ("34%", "34.1614", "34%"),
        ("3.2万", "32567", "3.3万"),
        ("3.2万", "567", "0.1万"),
        ("3.2万", "95", None),
        ("3.2万", "0", "0.0万"),
        ("1,326", "20100", "20,100"),
        ("１２", "345", "３４５"),
        ("三", "2", "两"),
        ("二〇二四", "2025", "二零二五"),
        ("百分之三十", "12.5", "百分之十三"),
        ("12", "12.5", None),
        ("1326", "20100", "20100"),
        ("三", str(LARGEST), None),
        ("三", str(LARGEST - 1), to_words(LARGEST - 1)),
        ("三", "-1", None),
        ("三百", "2025", "二千零二十五"),
        ("二〇二四", "12", "十二"),
        ("二〇二四", "123", "一二三"),
        ("百分之三点五五", "12.34", "百分之十二点三四"),
        ("百分之三", "2", "百分之二"),
        ("二〇二四", "2", "两"),
    ],
)
def test_what_a_rewritten_number_looks_like(sample: str, value: str, written: str | None) -> None:
    assert alike(only(sample), Decimal(value)) == written


def test_a_long_row_of_digits_is_no_number() -> None:
    assert from_words("一" * 5000) is None
    assert list(numerals(f"共{'一' * 5000}件，共{'1' * 5000}件，共{LARGEST}件")) == []
    assert only(f"共{LARGEST - 1}件").value == LARGEST - 1


@pytest.mark.parametrize("value", [-1, LARGEST])
def test_numbers_without_words_are_refused(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        to_words(value)
