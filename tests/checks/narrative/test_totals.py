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
    ["，共29件次材料", "，共29件出庭应诉", "，共有29%", "，办理29件", "。共29件", "，共29页"],
)
def test_what_stands_behind_parts_may_be_no_sum(words: str) -> None:
    assert told(f"{PARTS}{words}。")[2:] == []


def test_each_sum_of_a_paragraph_is_told() -> None:
    text = (
        f"{PARTS}，共有29%已办。{PARTS}，占比高。{PARTS}，共29件。行政复议1件、行政诉讼2件，共4件。"
    )
    assert [number for _, number in told(text) if number in ("29", "4")] == ["29", "4"]


def test_only_what_is_added_up_has_a_sum() -> None:
    text = "政府信息公开申请中，予以公开10件，部分公开3件，共14件。"
    assert [number for _, number in told(text)] == ["10", "3"]
    apart = f"{PARTS}，共29件。".replace("，上年", "，其中因上年")
    assert "29" not in [number for _, number in told(apart)]


def test_a_sum_is_quoted_as_it_stands() -> None:
    *_, last = claims(f"{PARTS}，共29件，已依法答复。")
    assert last.quoted == "共29件"
