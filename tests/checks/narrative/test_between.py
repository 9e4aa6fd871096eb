"""The lists of words that may stand between a number and its noun."""

import re

import pytest

from reports.checks.narrative.between import any_of


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("", True),
        ("政府信息公开信息7", True),
        ("77信息", True),
        ("政府", False),
        ("信息与公开", False),
        ("信息|公开", False),
    ],
)
def test_as_many_of_the_words_and_patterns_stand_there_as_like(text: str, fits: bool) -> None:
    assert bool(re.fullmatch(any_of("信息|政府信息|公开", "[0-9]"), text)) is fits


def test_the_longest_word_is_taken_and_never_given_back() -> None:
    words = any_of("信|信息|信息公")
    assert re.fullmatch(words, "信息公信")
    assert re.fullmatch(f"{words}公开", "信息公开") is None
