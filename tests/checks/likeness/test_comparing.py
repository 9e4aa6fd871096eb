"""Which sentences of one section stand in another text, and how much that is."""

from __future__ import annotations

import pytest

from reports.checks.likeness import Alike, Likeness, Pair, is_same, likeness, nearest
from tests.checks.likeness.texts import SENTENCES, text

OWN = text(SENTENCES, agency="某某县财政局")


def share(*theirs: str) -> float:
    """How much of section one stands among these."""
    found = likeness("1", OWN.parts["1"], text(theirs))
    return found.share if found else -1


def test_the_share_is_that_of_the_own_sentences() -> None:
    assert share(*SENTENCES[:7], "别处另外写了一句完全不同的话语内容。") == 0.7


def test_a_sentence_with_some_words_changed_is_alike_and_shown_with_its_like() -> None:
    changed = SENTENCES[3].replace("交叉检查", "交叉核对")
    found = likeness("1", OWN.parts["1"], text([changed]))
    assert found is not None
    assert found.pairs == (Pair(SENTENCES[3], changed),)


def test_a_sentence_that_only_treats_of_the_same_is_not_alike() -> None:
    assert share("对预算单位的说明开展检查，要求二十四家限期改正。") == 0


@pytest.mark.parametrize(("length", "others", "is_alike"), [(40, 6, True), (25, 4, False)])
def test_of_forty_characters_six_may_be_others(length: int, others: int, is_alike: bool) -> None:
    own = "".join(chr(0x5100 + n) for n in range(length))
    changed = own[:-others] + "".join(chr(0x7100 + n) for n in range(others))
    found = likeness("1", text([f"{own}。"]).parts["1"], text([f"{changed}。"]))
    assert found is not None
    assert (found.counted, len(found.pairs)) == (1, int(is_alike))


def test_the_same_words_in_another_section_are_not_compared() -> None:
    found = likeness("1", OWN.parts["1"], text([], SENTENCES))
    assert found is not None
    assert found.share == 0


@pytest.mark.parametrize(("theirs", "is_told"), [(9, True), (8, False)])
def test_a_text_is_given_up_once_it_cannot_reach_the_share(theirs: int, is_told: bool) -> None:
    found = likeness("1", OWN.parts["1"], text(SENTENCES[:theirs]), 0.9)
    assert (found is not None) is is_told


def test_of_two_sentences_no_share_is_told() -> None:
    few = text(SENTENCES[:2]).parts["1"]
    assert likeness("1", few, text(SENTENCES), 0.5) is None


@pytest.mark.parametrize(
    ("pairs", "counted", "percent"), [(0, 0, "0"), (2, 3, "66"), (299, 300, "99"), (3, 3, "100")]
)
def test_a_share_for_people_is_100_only_if_all_is_alike(
    pairs: int, counted: int, percent: str
) -> None:
    found = Likeness("1", "某某县教育局", 2024, counted, (Pair("甲", "乙"),) * pairs)
    assert str(found.percent) == percent
    assert str(Alike(0, 1, pairs / (counted or 1)).percent) == percent


@pytest.mark.parametrize(("counted", "share"), [(2, 0.0), (3, 1.0)])
def test_a_share_takes_three_sentences(counted: int, share: float) -> None:
    pairs = (Pair("甲", "乙"),) * counted
    assert Likeness("1", "某某县教育局", 2024, counted, pairs).share == share
    found = likeness("1", text(SENTENCES[:counted]).parts["1"], text(SENTENCES), 0.5)
    assert (found.key, found.share) == ("1", 1.0) if share and found else found is None


def test_a_sentence_that_another_only_contains_is_not_alike() -> None:
    longer = f"在此基础上另行研究制定了三项配套制度并征求各方意见，{SENTENCES[7]}"
    found = likeness("1", text([SENTENCES[7]]).parts["1"], text([longer]))
    assert found is not None
    assert found.pairs == ()


def test_a_share_that_no_float_holds_is_told_as_it_is() -> None:
    assert Alike(0, 1, 0.29).percent == 29


def test_the_most_alike_come_first() -> None:
    others = tuple(text(SENTENCES[:n], agency=f"某某县第{n}局") for n in (5, 8, 2))
    found = nearest("1", OWN.parts["1"], others, 0.5)
    assert [(one.agency, one.percent) for one in found] == [
        ("某某县第8局", 80),
        ("某某县第5局", 50),
    ]


def test_a_phrase_is_never_called_the_same() -> None:
    phrase = text([], ["还有不足，已经改进。"]).parts["5"]
    whole = text([], SENTENCES[:1]).parts["5"]
    assert not is_same(phrase, phrase)
    assert is_same(whole, whole)


def test_marks_and_paragraphs_are_no_difference() -> None:
    one = text([], [SENTENCES[0] + SENTENCES[1]]).parts["5"]
    other = text([], [f"（一）{SENTENCES[0]}", f"2.{SENTENCES[1]}"]).parts["5"]
    assert is_same(one, other)
