"""Word-level differences of prose: both sides can be had back, and a reader can follow them."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.redline import Piece, Pieces, redline, shortened
from tests.strategies import texts

close = st.text("我们收到申请12件。；\n、", max_size=40)


def side(pieces: Pieces, kind: str) -> str:
    return "".join(one.text for one in pieces if one.kind in {"same", kind})


def told(old: str, new: str) -> str:
    marks = {"same": "{}", "gone": "[-{}]", "new": "[+{}]"}
    return "".join(marks[one.kind].format(one.text) for one in redline(old, new))


@given(texts | close, texts | close)
def test_both_sides_are_rebuilt_from_the_pieces(old: str, new: str) -> None:
    pieces = redline(old, new)
    assert (side(pieces, "gone"), side(pieces, "new")) == (old, new)
    assert all(one.text for one in pieces)


@given(texts | close, texts | close)
def test_no_two_neighbours_are_of_one_kind(old: str, new: str) -> None:
    kinds = [one.kind for one in redline(old, new)]
    assert all(kinds[n] != kinds[n + 1] for n in range(len(kinds) - 1))


@given(close)
def test_the_same_text_is_one_piece(text: str) -> None:
    assert redline(text, text) == ((Piece("same", text),) if text else ())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("收到申请12件。", "收到申请128件。", "收到申请[-12][+128]件。"),
        ("占83.5%。", "占85%。", "占[-83.5%][+85%]。"),
        ("收到12件，办结10件。", "收到15件，办结11件。", "收到[-12][+15]件，办结[-10][+11]件。"),
        ("更新不够及时。", "更新及时。", "更新[-不够]及时。"),
        (
            "甲句在前。乙句在后。",
            "甲句在前。丙丁戊己庚。乙句在后。",
            "甲句在前。[+丙丁戊己庚。]乙句在后。",
        ),
        ("做好公开工作。", "问题是人手不足。", "[-做好公开工作。][+问题是人手不足。]"),
        ("登录OA系统。", "登录APP系统。", "登录[-OA][+APP]系统。"),
        ("", "新写的。", "[+新写的。]"),
        ("删去的。", "", "[-删去的。]"),
    ],
)
def test_changes_are_told_in_words(old: str, new: str, expected: str) -> None:
    assert told(old, new) == expected


def test_a_remnant_of_one_character_joins_its_neighbours() -> None:
    assert told("全年共受理2023年3月以后的申请。", "全年共受理2024年5月以后的申请。") == (
        "全年共受理[-2023年3][+2024年5]月以后的申请。"
    )


def test_long_unchanged_stretches_are_left_out() -> None:
    same = "句" * 100
    pieces = shortened(redline(f"{same}旧。{same}", f"{same}新。{same}"), 5)
    assert [one.kind for one in pieces] == ["left_out", "same", "gone", "new", "same", "left_out"]
    assert side(pieces, "new") == "句句句句句新。句句句句"


def test_a_text_in_which_nothing_changed_is_told_by_its_beginning() -> None:
    pieces = shortened(redline("句" * 100, "句" * 100), 5)
    assert [(one.kind, one.text) for one in pieces] == [("same", "句句句句句"), ("left_out", "……")]


@given(close, close)
def test_what_changed_is_never_left_out(old: str, new: str) -> None:
    pieces = redline(old, new)
    changed = [one for one in pieces if one.kind in {"gone", "new"}]
    assert [one for one in shortened(pieces, 1) if one.kind in {"gone", "new"}] == changed


def test_the_longest_text_does_not_hold_anyone_up() -> None:
    start = perf_counter()
    assert len(redline("的" * 50_000, "了的" * 25_000)) == 2
    assert perf_counter() - start < 2
