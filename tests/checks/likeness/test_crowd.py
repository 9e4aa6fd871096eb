"""The most alike of many texts are found without comparing each with each."""

from __future__ import annotations

from itertools import permutations
from random import Random

from reports.checks.likeness import Text, likeness, most_alike
from reports.checks.likeness.crowd import _numbered, _pieces
from tests.bench.alike import crowd
from tests.checks.likeness.texts import SENTENCES, text

LEAST = 0.6


def shares(texts: list[Text]) -> dict[tuple[int, int], float]:
    """Every pair that is alike enough, each compared with each."""
    found: dict[tuple[int, int], float] = {}
    for (n, one), (m, other) in permutations(enumerate(texts), 2):
        both = [likeness(key, one.parts[key], other, LEAST) for key in ("1", "5")]
        share = max((like.share for like in both if like), default=0.0)
        if share:
            pair = min(n, m), max(n, m)
            found[pair] = max(share, found.get(pair, 0.0))
    return found


def test_it_finds_what_comparing_each_with_each_finds() -> None:
    texts = crowd(80, copied=0.3, chance=Random(3))
    expected = shares(texts)
    found = {(one.first, one.second): one.share for one in most_alike(texts, 1000, LEAST)}
    assert len(expected) > 20
    assert found == expected


def test_the_most_alike_come_first_and_no_more_than_asked_for() -> None:
    texts = [text(SENTENCES), text(SENTENCES[:7]), text(), text([], SENTENCES), text(SENTENCES)]
    found = most_alike(texts, 2, LEAST)
    assert [(one.first, one.second, one.share) for one in found] == [(0, 1, 1.0), (0, 4, 1.0)]


def test_texts_that_are_not_alike_are_not_listed() -> None:
    assert most_alike([text(SENTENCES[:5]), text(SENTENCES[5:])], 10, LEAST) == []
    assert most_alike([], 10, LEAST) == []


def test_a_share_that_just_reaches_the_least_is_listed() -> None:
    others = [
        f"第{word}项工作由专人负责并另行向社会公布。" for word in ("档案", "热线", "危房", "食堂")
    ]
    texts = [text(SENTENCES), text([*SENTENCES[:6], *others])]
    assert [one.share for one in most_alike(texts, 10, 0.6)] == [0.6]
    assert most_alike(texts, 10, 0.61) == []


def test_a_text_of_fewer_than_three_sentences_is_passed_over() -> None:
    texts = [text(SENTENCES[:2]), text(SENTENCES[:3]), text(SENTENCES[:2]), text(SENTENCES[:3])]
    found = most_alike(texts, 10, LEAST)
    assert [(one.first, one.second) for one in found] == [(1, 3)]


def test_of_more_pairs_than_asked_for_the_greatest_share_is_looked_at_first() -> None:
    first = ("档案移交", "热线工单", "农村危房", "学校食堂", "道路养护")
    words = (*first, "河道巡查", "燃气检修", "招生划片", "社区矫正")
    own = [f"针对{word}另行制定专门办法，逐月通报进展。" for word in words]
    long = [text([*SENTENCES[:6], *own[n : n + 3]]) for n in (0, 3, 6)]
    short = [text(SENTENCES[7:]), text(SENTENCES[7:])]
    (found,) = most_alike([*long, *short], 1, LEAST)
    assert (found.first, found.second, found.share) == (3, 4, 1.0)


def test_near_sentences_have_one_number_and_others_their_own() -> None:
    one = "围绕预决算公开编写一图读懂县级预算对专业名词逐一注释"
    near, other = one.replace("逐一", "逐个"), "对专业名词逐一注释的办法由各科室自行拟定后报送备案"
    numbers = _numbered([one, near, other])
    assert numbers[one] == numbers[near] != numbers[other]


def test_a_sentence_is_known_by_every_three_characters_in_a_row() -> None:
    assert _pieces("甲乙丙丁") == {"甲乙丙", "乙丙丁"}
