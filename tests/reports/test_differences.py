from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.content import Content, from_json
from reports.differences import Difference, differences, together
from reports.prose import from_text
from tests.strategies import FORMAT, contents

BASE: dict[str, Any] = {"agency": "某某县财政局", "year": 2024}


def of(text: str, ids: str = "") -> Content:
    """A report whose section five has one paragraph a character, under the ids given."""
    kept = {"5": list(ids or text)}
    return from_json({**BASE, "sections": {"5": "\n".join(text)}, "paragraph_ids": kept})


@settings(max_examples=50)
@given(contents())
def test_a_report_does_not_differ_from_itself(content: Content) -> None:
    assert differences(content, from_json(content.to_json())) == []


@settings(max_examples=50)
@given(contents(), contents())
def test_reports_differ_exactly_when_their_digests_do(old: Content, new: Content) -> None:
    assert (differences(old, new) == []) == (old.digest == new.digest)


@settings(max_examples=30)
@given(st.lists(st.sampled_from("abcdef"), unique=True), st.permutations("abcdef"))
def test_moving_paragraphs_is_a_difference(kept: list[str], order: list[str]) -> None:
    old, new = of("abcdef"), of("".join(c for c in order if c in kept))
    assert (differences(old, new) == []) == (old.digest == new.digest)


def test_a_changed_figure_is_told_old_and_new() -> None:
    old = from_json({**BASE, "figures": {"documents.rules.issued": 3}})
    new = from_json({**BASE, "figures": {"documents.rules.issued": 0}})
    assert differences(old, new) == [
        Difference("documents.rules.issued", 2, "规章 × 本年制发件数", "3", "0")
    ]


def test_a_figure_filled_in_had_nothing_before() -> None:
    new = from_json({**BASE, "figures": {"documents.rules.issued": 0}, "fees": {"notices": 1}})
    told = [(d.key, d.before, d.after) for d in differences(from_json(BASE), new)]
    assert told == [("documents.rules.issued", "", "0"), ("fees.notices", "", "1")]


def test_an_amount_printed_otherwise_is_a_difference() -> None:
    old = from_json({**BASE, "fees": {"billed": "3.5"}})
    new = replace(old, fees={**old.fees, "billed": Decimal("3.50")})
    assert [(d.before, d.after) for d in differences(old, new)] == [("3.5", "3.50")]


def test_names_are_told_first() -> None:
    new = from_json({"agency": "某某县教育局", "year": 2023, "preamble": "前言"})
    keys = [difference.key for difference in differences(from_json(BASE), new)]
    assert keys == ["title", "agency", "year", "preamble#p1"]


@pytest.mark.parametrize(
    ("old", "new", "ids", "told"),
    [
        ("ab", "ab", "ab", []),
        ("ab", "aB", "ab", [("5#b", "第2段", "b", "B")]),
        ("ab", "axb", "axb", [("5#x", "第2段", "", "x")]),
        ("abc", "ac", "ac", [("5#b", "第2段", "b", "")]),
        ("abc", "aXc", "axc", [("5#b", "第2段", "b", ""), ("5#x", "第2段", "", "X")]),
        ("abc", "bca", "bca", [("5#a", "第3段（原第1段）", "a", "a")]),
        ("abc", "bcA", "bca", [("5#a", "第3段（原第1段）", "a", "A")]),
        ("ab", "ab", "xy", []),
    ],
)
def test_paragraphs_are_followed_by_their_ids(
    old: str, new: str, ids: str, told: list[tuple[str, str, str, str]]
) -> None:
    found = differences(of(old), of(new, ids))
    assert [(d.key, d.label, d.before, d.after) for d in found] == told
    assert {difference.section for difference in found} <= {5}


def test_a_difference_of_the_preamble_belongs_to_no_section() -> None:
    new = replace(from_json(BASE), prose={**of("").prose, "preamble": from_text("前言")})
    (difference,) = differences(from_json(BASE), new)
    assert (difference.section, difference.after) == (None, "前言")


def test_reports_of_two_editions_are_not_compared() -> None:
    other = replace(FORMAT, edition="2031")
    with pytest.raises(ValueError, match="editions"):
        differences(from_json(BASE), replace(from_json(BASE), format=other))


@pytest.mark.parametrize(
    ("old", "new", "both"),
    [("abc", "ac", "abc"), ("abc", "c", "abc"), ("ab", "xb", "axb"), ("ab", "ba", "ba")],
)
def test_paragraphs_that_are_gone_are_shown_in_their_former_places(
    old: str, new: str, both: str
) -> None:
    assert together(of(old), of(new)).text("5").replace("\n", "") == both


def test_a_figure_is_replaced_as_a_whole_and_a_paragraph_word_by_word() -> None:
    figure = Difference("documents.rules.issued", 2, "", "12", "120")
    text = replace(figure, key="5#p1", before="收到12件。", after="收到120件。")
    assert [(p.kind, p.text) for p in figure.pieces] == [("gone", "12"), ("new", "120")]
    assert [p.text for p in text.pieces] == ["收到", "12", "120", "件。"]
