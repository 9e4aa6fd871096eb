"""A paragraph made plain for reading, every character of which knows its place in the original."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ..personal import hidden

_FULL_WIDTH = str.maketrans("(),;:!?％．", "（），；：！？%.")
_HALF_WIDTH = {ord("０") + n: ord("0") + n for n in range(10)}
_GROUPING = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
LONGEST = 20_000
"""More characters are no paragraph of a report."""
_LONGEST_QUOTE = 80
_SEPARATOR = "\0"
_QUOTES = '“”"「」'
_STOP = re.compile(r"(?<![0-9A-Za-z.])\.(?![0-9A-Za-z.])|(?<=[\u4e00-\u9fff])\.(?=\s|$)")
_TITLE = re.compile(r"(?<=《)[^《》]*(?=》)")
_SENTENCE = re.compile(r"[^。；！？]+")


@dataclass(frozen=True)
class Plain:
    """Words without white space and quotation marks, titles in 《》 masked.

    Punctuation is full-width and digits half-width. `at` has the place in the original of each
    character of `text`.
    """

    original: str
    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) of `text` stands in the original."""
        return self.at[start], self.at[end - 1] + 1

    @cached_property
    def shown(self) -> str:
        """The original as messages may quote it: personal data is masked."""
        return hidden(self.original)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends; a semicolon ends one too."""
        return tuple(match.span() for match in _SENTENCE.finditer(self.text))

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence in which that character stands."""
        return next(((a, b) for a, b in self.sentences if a <= at < b), (at, at))

    def clause_start(self, at: int) -> int:
        """Where the clause begins in which that character stands."""
        return max(self.text.rfind(mark, 0, at) for mark in "，。；！？、：（）") + 1

    def quoted(self, start: int, end: int) -> str:
        """What a message quotes: the clauses of [start, end), as written but for personal data."""
        first, last = self.sentence(start)
        begin = max(first, self.text.rfind("，", first, start) + 1)
        stop = self.text.find("，", end, last)
        a, b = self.span(begin, stop if stop >= 0 else last)
        quoted = self.shown[a:b].strip()
        return quoted if len(quoted) <= _LONGEST_QUOTE else f"…{quoted[-_LONGEST_QUOTE:]}"


def plain(text: str) -> Plain:
    """That text made plain."""
    digits = _STOP.sub("。", text.translate(_HALF_WIDTH))
    marked = _GROUPING.sub(_SEPARATOR, digits).translate(_FULL_WIDTH).replace(_SEPARATOR, ",")
    kept = [n for n, char in enumerate(marked) if char not in _QUOTES and not char.isspace()]
    words = "".join(marked[place] for place in kept)
    words = _TITLE.sub(lambda match: "□" * len(match[0]), words)
    return Plain(text, words, tuple(kept))
