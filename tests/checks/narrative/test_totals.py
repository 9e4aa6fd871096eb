"""Sums that are said behind their parts, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.checks.narrative.telling import claims, told

PARTS = "新收政府信息公开申请25件，上年结转3件"


@pytest.mark.parametrize(
    "words",
    ["，共29件", "；合计29件", "（共计29件）", "，两项共29件", "，共有29件政府信息公开申请"],
)
def test_a_sum_is_told_of_its_parts_together(words: str) -> None:
    *_, last = claims(f"{PARTS}{words}。")
    assert last.text == "29"
    assert last.cells == (("applications.received.total", "applications.brought_forward.total"),)
    assert last.quoted.endswith(words.strip("，；（"))


@pytest.mark.parametrize(
    "words",
    ["，共29件次材料", "，共有29%", "，共29万件次", "，办理29件", "。共29件", "，共29页"],
)
def test_what_stands_behind_parts_may_be_no_sum(words: str) -> None:
    assert told(f"{PARTS}{words}。")[2:] == []


def test_each_sum_of_a_paragraph_is_told() -> None:
    text = (
        f"{PARTS}，共有29%已办。{PARTS}，占比高。{PARTS}，共29件。行政复议1件、行政诉讼2件，共4件。"
    )
    assert [number for _, number in told(text) if number in ("29", "4")] == ["29", "4"]
