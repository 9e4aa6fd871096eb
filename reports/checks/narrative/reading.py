"""A paragraph as it is read: its words made plain, its nouns and numbers, what is remembered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from .between import is_exact
from .nouns import Topic
from .numerals import Numeral, numerals
from .plain import Plain
from .vocabulary import Vocabulary, Word

_MEMORY = 1000
"""So many characters back a topic that was named holds."""


@dataclass(frozen=True)
class Reading:
    """A paragraph made plain, its nouns, and what its headings spoke of before."""

    words: Plain
    vocabulary: Vocabulary
    above: str = ""

    @cached_property
    def nouns(self) -> list[Word]:
        """Every noun, from left to right."""
        return self.vocabulary.words(self.words.text)

    @cached_property
    def numbers(self) -> list[Numeral]:
        """Every number that is told as it is, from left to right."""
        text = self.words.text
        return [one for one in numerals(text) if is_exact(text, one.start, one.end)]

    def noun_before(self, at: int) -> Word | None:
        """The last noun that ends at that place or before."""
        return _until(self.nouns, at)

    def dispute_before(self, at: int) -> Word | None:
        """The last way of dispute that is named before that place."""
        return _until(self._disputes, at)

    def noun_after(self, at: int) -> Word | None:
        """The first noun that begins at that place or later."""
        return next(self.nouns_from(at), None)

    def nouns_from(self, at: int) -> Iterator[Word]:
        """The nouns that begin at that place or later."""
        return _from(self.nouns, at)

    def dispute_after(self, at: int) -> Word | None:
        """The first way of dispute that is named at that place or later."""
        return next(_from(self._disputes, at), None)

    @cached_property
    def _disputes(self) -> list[Word]:
        return [word for word in self.nouns if word.noun.topic is Topic.DISPUTES]

    @cached_property
    def _without_results(self) -> str:
        """The text without the rows of the table, whose labels name complaints and files too."""
        text = list(self.words.text)
        for word in self.nouns:
            if word.noun.topic is Topic.RESULTS:
                text[word.start : word.end] = "□" * (word.end - word.start)
        return "".join(text)

    def before(self, at: int) -> str:
        """What was said up to there, as far back as a reader remembers."""
        return f"{self.above}。{self._without_results[max(0, at - _MEMORY) : at]}"


def _until(words: Sequence[Word], at: int) -> Word | None:
    """The last of them that ends there or before."""
    found = bisect_right(words, at, key=lambda word: word.end)
    return words[found - 1] if found else None


def _from(words: Sequence[Word], at: int) -> Iterator[Word]:
    """Those of them that begin there or later; none before is looked at."""
    first = bisect_left(words, at, key=lambda word: word.start)
    return (words[n] for n in range(first, len(words)))
