"""Days in all shapes in which registers have them."""

from __future__ import annotations

import datetime as dt

import pytest

from reports.counting import day

FIFTH = dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    "written",
    [
        "2024-3-5",
        "2024-03-05",
        "2024/3/5",
        "2024.03.05",
        "2024年3月5日",
        "2024 年 3 月 5 日",
        "２０２４－３－５",
        "2024年3月5号",
        "20240305",
        "2024-03-05 00:00:00",
        "2024-03-05T09:30:00",
        "2024/3/5 9:30",
        "45356",
        "45356.4",
        "二〇二四年三月五日",
        "二○二四年三月五日",
    ],
)
def test_a_day_is_understood_however_it_is_written(written: str) -> None:
    assert day(written) == FIFTH


@pytest.mark.parametrize(
    ("written", "month", "number"),
    [
        ("二〇二四年十月十日", 10, 10),
        ("二〇二四年十二月三十一日", 12, 31),
        ("二〇二四年一月二十日", 1, 20),
    ],
)
def test_tens_in_words_are_understood(written: str, month: int, number: int) -> None:
    assert day(written) == dt.date(2024, month, number)


@pytest.mark.parametrize("written", ["", "  ", "\u3000"])
def test_nothing_is_no_day(written: str) -> None:
    assert day(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "3月5日",
        "2024年3月",
        "24/3/5",
        "3/5/2024",
        "2024-2-30",
        "2024-13-1",
        "12",
        "99999",
        "张三",
        "二〇二四年某月五日",
    ],
)
def test_half_a_day_is_not_guessed_at(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        day(written)
