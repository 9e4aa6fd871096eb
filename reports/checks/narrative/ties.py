"""Ties a number to the word beside it, through words that may stand between them and no others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from .between import (
    AND_THEN,
    ASKED,
    BOUNDARY,
    DEED_OF,
    END,
    JOINED,
    JUDGED,
    LEFT,
    LISTED,
    OBJECT,
    OTHER_THINGS,
    RIGHT,
    RULED,
    STOPS,
    UNIT,
    is_exact,
)
from .context import forums, spoken_of, topic
from .nouns import Alternatives, Noun, Topic
from .numerals import Numeral, numerals
from .plain import Plain
from .vocabulary import Vocabulary, Word

_MEMORY = 1000
"""So many characters back a topic that was named holds."""
_RECENT = 100
"""So many characters back one that rules on disputes is still who is spoken of."""


@dataclass(frozen=True)
class Tie:
    """A number and the words it is told of. `start` is where they begin, `end` where all ends."""

    numeral: Numeral
    noun: Noun
    cells: Alternatives
    start: int
    end: int

    @property
    def is_bare(self) -> bool:
        """Whether the number has no unit: “数量为零”."""
        return self.end == self.numeral.end


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


def ties(reading: Reading) -> Iterator[Tie]:
    """Every count of the paragraph that is told of cells, whatever the year or the part."""
    for numeral in reading.numbers:
        if not numeral.percent:
            found = _left(reading, numeral) or _right(reading, numeral)
            if found is not None:
                yield found


def _quantity_end(text: str, numeral: Numeral, gap: str) -> int | None:
    """Where the count ends, its unit included; None for a number that counts no cases."""
    unit = UNIT.match(text, numeral.end)
    if unit:
        return unit.end()
    bare = gap.endswith(("为", "："))
    return numeral.end if bare and STOPS.match(text, numeral.end) else None


def _left(reading: Reading, numeral: Numeral) -> Tie | None:
    """The number stands behind its noun: “收到申请5件”, “答复办结18件申请”."""
    text = reading.words.text
    word = reading.noun_before(numeral.start)
    if word is None:
        return None
    gap = text[word.end : numeral.start]
    end = _quantity_end(text, numeral, gap)
    if end is None or not re.fullmatch(LEFT[word.noun.topic], gap):
        return None
    object_end = _object(reading, word.noun, end)
    if not BOUNDARY.match(text, object_end):
        return None
    if not _counts_applications(word.noun, gap, text[end:object_end]):
        return None
    first, cells = with_joined(reading, word)
    if word.noun.topic is Topic.DOCUMENTS:
        first, cells = _document(reading, word)
    if word.noun.id == "left_over" and _goes_on(reading, word):
        cells = cells[:1]
    return _tie(reading, numeral, word, cells, (first, end, object_end))


def _goes_on(reading: Reading, word: Word) -> bool:
    """“办结26件，结转2件”: behind what was answered, and not as a part of it, it goes on."""
    last = reading.noun_before(word.start)
    if last is None or last.noun.id not in ("closed", "answered"):
        return False
    return bool(AND_THEN.fullmatch(reading.words.text, last.end, word.start))


def _counts_applications(noun: Noun, gap: str, behind: str) -> bool:
    """Whether it is applications that were received or answered, not matters of another kind."""
    if noun.topic is not Topic.APPLICATIONS or ASKED.search(gap + behind):
        return True
    return noun.id != "handled" and not OTHER_THINGS.search(gap)


def _object(reading: Reading, noun: Noun, end: int) -> int:
    """Where the words behind the unit end that say what was counted."""
    text = reading.words.text
    if noun.topic is Topic.APPLICATIONS:
        match = OBJECT.match(text, end)
        return match.end() if match else end
    if noun.topic is Topic.STATES:
        word = next((w for w in reading.nouns if w.start == end), None)
        return word.end if word and word.noun.topic is Topic.DOCUMENTS else end
    return end


def _right(reading: Reading, numeral: Numeral) -> Tie | None:
    """The number stands before its noun: “3件同意公开”, “5件申请顺延至下年度”."""
    text = reading.words.text
    end = _quantity_end(text, numeral, "")
    word = None if end is None else reading.noun_after(end)
    if end is None or word is None or not re.fullmatch(RIGHT, text[end : word.start]):
        return None
    if word.noun.id in _NEVER_BEHIND or not END.match(text, word.end):
        return None
    return _tie(reading, numeral, word, word.noun.cells, (numeral.start, end, word.end))


_NEVER_BEHIND = {"received", "new", "handled", "answered", "issued", "published", "left_over"}
"""Nouns that a number before them does not count: “5件申请受理后…”."""


def with_joined(reading: Reading, word: Word) -> tuple[int, Alternatives]:
    """“复议和诉讼共3件” is told of both together."""
    text, parts, first = reading.words.text, [word.noun.cells], word
    earlier = [w for w in reading.nouns if w.end <= word.start]
    while earlier and word.noun.topic in (Topic.RESULTS, Topic.DISPUTES):
        last = earlier.pop()
        joined = JOINED.fullmatch(text, last.end, first.start) or touch(last, first)
        if not joined or last.noun.topic is not word.noun.topic:
            break
        first = last
        parts.insert(0, last.noun.cells)
    if len(parts) == 1:
        return first.start, word.noun.cells
    return first.start, (tuple(cell for cells in parts for cell in cells[0]),)


def touch(one: Word, other: Word) -> bool:
    """“复议诉讼”: both are meant; “诉讼未经复议起诉” is one of them said closer."""
    return one.end == other.start and (one.noun.id, other.noun.id) == ("review", "litigation")


def _document(reading: Reading, word: Word) -> tuple[int, Alternatives]:
    """“制发规章3件”: the deed stands before the kind of document."""
    text = reading.words.text
    deeds = (w for w in reversed(reading.nouns) if w.noun.topic is Topic.STATES)
    deed = next((w for w in deeds if w.end <= word.start), None)
    if deed is None or not DEED_OF.fullmatch(text, deed.end, word.start):
        return word.start, ()
    return deed.start, _filled(deed.noun.cells, word.noun.id)


def _filled(cells: Alternatives, of: str) -> Alternatives:
    return tuple(tuple(cell.replace("{of}", of) for cell in one) for one in cells)


def _tie(
    reading: Reading,
    numeral: Numeral,
    word: Word,
    cells: Alternatives,
    place: tuple[int, int, int],
) -> Tie | None:
    """The tie, if the text is speaking of what the table is about."""
    first, _, object_end = place
    resolved = _resolved(reading, word, cells, numeral.start, object_end)
    spoken = is_spoken_of(reading, word.noun, first, max(object_end, word.end))
    return Tie(numeral, word.noun, resolved, first, object_end) if resolved and spoken else None


def _resolved(
    reading: Reading, word: Word, cells: Alternatives, at: int, object_end: int
) -> Alternatives:
    """The cells, with the way of dispute and the kind of document that were spoken of."""
    if word.noun.topic is Topic.OUTCOMES:
        if not spoken_of(reading.nouns, at, Topic.DISPUTES):
            return ()
        outcome = cells[0][0].rpartition(".")[2]
        return tuple(
            tuple(f"disputes.{forum}.{outcome}" for forum in near)
            for near in forums(reading.nouns, reading.words.sentence(at)[0], at)
        )
    if word.noun.topic is Topic.STATES:
        kind = spoken_of(_of_sentence(reading, at), object_end, Topic.DOCUMENTS)
        return _filled(cells, kind) if kind else ()
    return cells


def _of_sentence(reading: Reading, at: int) -> list[Word]:
    start, end = reading.words.sentence(at)
    return [word for word in reading.nouns if start <= word.start < end]


def is_spoken_of(reading: Reading, noun: Noun, first: int, end: int) -> bool:
    """Whether the text at [first, end) speaks of what the noun means in the tables."""
    if noun.topic in (Topic.APPLICATIONS, Topic.RESULTS):
        return topic(reading.before(end), noun.topic)
    if noun.topic in (Topic.DISPUTES, Topic.OUTCOMES):
        return not _is_ruled(reading, noun, first) and topic(reading.before(first), noun.topic)
    return True


def _is_ruled(reading: Reading, noun: Noun, first: int) -> bool:
    """Whether the text at `first` speaks of disputes between others, on which somebody ruled."""
    text, places = reading.words.text, [first]
    last = reading.dispute_before(first)
    if last and (noun.topic is Topic.OUTCOMES or LISTED.fullmatch(text, last.end, first)):
        places.append(last.start)
    ruled = (RULED.search(text[reading.words.clause_start(at) : at]) for at in places)
    judged = JUDGED.search(text[max(min(places), first - _RECENT) : first])
    return bool(judged) or any(ruled)
