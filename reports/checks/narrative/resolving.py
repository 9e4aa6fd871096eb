"""Which cells a word beside a number means, and whether the text speaks of them there at all."""

from __future__ import annotations

from .between import DEED_OF, JOINED, JUDGED, LISTED, RULED
from .context import forums, spoken_of, topic
from .nouns import Alternatives, Noun, Topic
from .reading import Reading
from .vocabulary import Word

_RECENT = 100
"""So many characters back one that rules on disputes is still who is spoken of."""


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


def of_document(reading: Reading, word: Word) -> tuple[int, Alternatives]:
    """“制发规章3件”: the deed stands before the kind of document."""
    text = reading.words.text
    deeds = (w for w in reversed(reading.nouns) if w.noun.topic is Topic.STATES)
    deed = next((w for w in deeds if w.end <= word.start), None)
    if deed is None or not DEED_OF.fullmatch(text, deed.end, word.start):
        return word.start, ()
    return deed.start, _filled(deed.noun.cells, word.noun.id)


def _filled(cells: Alternatives, of: str) -> Alternatives:
    return tuple(tuple(cell.replace("{of}", of) for cell in one) for one in cells)


def resolved(
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
