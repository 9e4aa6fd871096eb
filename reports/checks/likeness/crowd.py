"""Which of thousands of texts are most alike, without comparing each with each.

Sentences that are equal or nearly so are given one number; two texts that share many numbers are
then compared sentence by sentence. Near sentences are looked for only among those that share a
sequence of characters which is rare: in a copied sentence some such sequence survives.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import floor

from rapidfuzz import fuzz

from .comparing import FEWEST, NEAR, likeness
from .sentences import COMPARED, Text

_LENGTH = 3
"""Characters of a sequence."""
_RAREST = 12
"""Sequences of a sentence, the rarest that others have too, by which its like is looked for."""
_TRIED = 8
"""Sentences that are compared with one, those first that share most such sequences."""

_Pair = tuple[int, int]


@dataclass(frozen=True)
class Alike:
    """Two texts by their places in what was given, and the greatest share that one has in common
    with the other in any section.
    """

    first: int
    second: int
    share: float

    @property
    def percent(self) -> int:
        """The share for people; never 100 unless every sentence is alike."""
        return floor(self.share * 100 + 1e-9)


def most_alike(texts: Sequence[Text], most: int, least: float) -> list[Alike]:
    """At most that many pairs of at least that share, the most alike first."""
    best: dict[_Pair, float] = {}
    for key in COMPARED:
        for pair in _candidates(key, texts, 2 * most, least):
            share = _share(key, texts, pair, least)
            best[pair] = max(share, best.get(pair, 0.0))
    found = [Alike(*pair, share) for pair, share in best.items() if share >= least]
    return nlargest(most, found, key=lambda one: (one.share, -one.first, -one.second))


def _share(key: str, texts: Sequence[Text], pair: _Pair, least: float) -> float:
    one, other = (texts[n] for n in pair)
    both = (
        likeness(key, one.parts[key], other, least),
        likeness(key, other.parts[key], one, least),
    )
    return max((found.share for found in both if found), default=0.0)


def _candidates(key: str, texts: Sequence[Text], most: int, least: float) -> list[_Pair]:
    """The pairs that share most numbers of sentences, of the shorter of both.

    Near is near to the first of its kind alone, so a little less than the share will do here.
    """
    counted = [[one.core for one in text.parts[key].counted] for text in texts]
    numbers = _numbered({core for cores in counted for core in cores})
    having: dict[int, list[int]] = defaultdict(list)
    said = [{numbers[core] for core in cores} for cores in counted]
    for n, own in enumerate(said):
        if len(own) >= FEWEST:
            for number in own:
                having[number].append(n)
    return [pair for _, pair in nlargest(most, _sharing(said, having, least - 0.1))]


def _sharing(
    said: Sequence[set[int]], having: Mapping[int, Sequence[int]], least: float
) -> Iterator[tuple[float, _Pair]]:
    """Each pair once of which one has that share in common with the other, and how much it is."""
    for n, own in enumerate(said):
        if len(own) < FEWEST:
            continue
        common: Counter[int] = Counter()
        for number in own:
            if len(having[number]) > 1:
                common.update(having[number])
        for other, shared in common.items():
            fewer = min(len(own), len(said[other]))
            if other > n and shared >= least * fewer:
                yield shared / fewer, (n, other)


def _numbered(cores: Iterable[str]) -> dict[str, int]:
    """A number for each sentence: near ones have the number of the first of them."""
    ordered = sorted(cores)
    rare = _rarest(ordered)
    leaders: dict[str, list[int]] = defaultdict(list)
    numbers: dict[str, int] = {}
    for n, core in enumerate(ordered):
        near: Counter[int] = Counter()
        for piece in rare[n]:
            near.update(leaders.get(piece, ()))
        leader = next((m for m, _ in near.most_common(_TRIED) if _is_near(core, ordered[m])), n)
        numbers[core] = leader
        if leader == n:
            for piece in rare[n]:
                leaders[piece].append(n)
    return numbers


def _is_near(core: str, other: str) -> bool:
    return fuzz.ratio(core, other, score_cutoff=NEAR) > 0


def _rarest(cores: Sequence[str]) -> list[list[str]]:
    """Of each sentence its rarest sequences among those that occur in others too."""
    known: Counter[str] = Counter()
    for core in cores:
        known.update(_pieces(core))
    return [
        sorted((one for one in _pieces(core) if known[one] > 1), key=known.__getitem__)[:_RAREST]
        for core in cores
    ]


def _pieces(core: str) -> set[str]:
    return {core[n : n + _LENGTH] for n in range(len(core) - _LENGTH + 1)}
