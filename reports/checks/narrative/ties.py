"""Ties a number to the word beside it, through words that may stand between them and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .between import (
    ALL_OF,
    AND_THEN,
    ANSWERED,
    ASKED,
    BOUNDARY,
    END,
    FOR_SOME,
    LEFT,
    OBJECT,
    OTHER_THINGS,
    RIGHT,
    STOPS,
    UNIT,
)
from .nouns import Alternatives, Noun, Topic
from .numerals import Numeral
from .reading import Reading
from .resolving import is_spoken_of, of_document, resolved, with_joined
from .vocabulary import Word


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
        first, cells = of_document(reading, word)
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
    if end is None or word is None or not END.match(text, word.end):
        return None
    gap = text[end : word.start]
    if word.noun.id in _NEVER_BEHIND:
        if not ANSWERED.fullmatch(gap) or not _of_all(reading, numeral.start):
            return None
    elif not re.fullmatch(RIGHT, gap):
        return None
    return _tie(reading, numeral, word, word.noun.cells, (numeral.start, end, word.end))


def _of_all(reading: Reading, at: int) -> bool:
    """Whether what is said of those that are counted there is said of all."""
    text, words = reading.words.text, reading.words
    start, (first, _) = words.clause_start(at), words.sentence(at)
    return bool(ALL_OF.fullmatch(text, start, at)) and not FOR_SOME.search(text, first, start)


_NEVER_BEHIND = {"received", "new", "handled", "answered", "issued", "published", "left_over"}
"""Nouns that a number before them does not count: “5件申请受理后…”; but “对5件申请作出了答复”."""


def _tie(
    reading: Reading,
    numeral: Numeral,
    word: Word,
    cells: Alternatives,
    place: tuple[int, int, int],
) -> Tie | None:
    """The tie, if the text is speaking of what the table is about."""
    first, _, object_end = place
    meant = resolved(reading, word, cells, numeral.start, object_end)
    spoken = is_spoken_of(reading, word.noun, first, max(object_end, word.end))
    return Tie(numeral, word.noun, meant, first, object_end) if meant and spoken else None
