"""Which sentences of a section stand, equal or nearly, in somebody else's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from .sentences import Part, Sentence, Text

NEAR = 85
"""From this similarity on (of 100: twice what both share in order, of the lengths of both) two
sentences say the same: of 40 characters six may be others."""
_PHRASE = 20
"""Characters below which a whole section can hardly be put in other words."""
FEWEST = 3
"""Sentences that must count before their share says anything."""


@dataclass(frozen=True)
class Pair:
    """A sentence and the one in the other text that it is like."""

    own: str
    other: str


@dataclass(frozen=True)
class Likeness:
    """One section against the same section of another text: of `counted` sentences the `pairs`."""

    key: str
    agency: str
    year: int
    counted: int
    pairs: tuple[Pair, ...]

    @property
    def share(self) -> float:
        """The share of sentences that stand in the other text too; 0 where too few count."""
        return len(self.pairs) / self.counted if self.counted >= FEWEST else 0.0

    @property
    def percent(self) -> int:
        """For people, however few count; never 100 unless every sentence is alike."""
        return len(self.pairs) * 100 // self.counted if self.counted else 0


def likeness(key: str, own: Part, other: Text, least: float = 0.0) -> Likeness | None:
    """A part against section `key` of another text; None where less than `least` of it is alike.

    Given up as soon as too many sentences are new to reach `least`, which for most others is soon.
    """
    mine, theirs = own.counted, other.parts[key].by_core
    if least and len(mine) < FEWEST:
        return None
    may_miss = len(mine) - least * len(mine) + 1e-9
    pairs = []
    for pair in _paired(mine, theirs):
        if pair is None:
            may_miss -= 1
            if may_miss < 0:
                return None
        else:
            pairs.append(pair)
    return Likeness(key, other.agency, other.year, len(mine), tuple(pairs))


def _paired(mine: Iterable[Sentence], theirs: Mapping[str, str]) -> Iterator[Pair | None]:
    for one in mine:
        same = theirs.get(one.core)
        if same is None:
            near = process.extractOne(one.core, theirs.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
            same = theirs[near[0]] if near else None
        yield None if same is None else Pair(one.text, same)


@lru_cache(maxsize=256)
def nearest(key: str, own: Part, others: tuple[Text, ...], least: float) -> tuple[Likeness, ...]:
    """The others whose section shares at least that much with it, the most alike first.

    Remembered for the very same part and others: a draft is judged at every save, but for most
    saves nothing of this has changed.
    """
    found = (likeness(key, own, other, least) for other in others)
    return tuple(sorted((one for one in found if one), key=lambda one: -one.share))


def is_same(own: Part, other: Part) -> bool:
    """Whether nothing but years and numbers differs, and it is more than a phrase."""
    return own.whole == other.whole and len(own.whole) >= _PHRASE
