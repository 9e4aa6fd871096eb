"""Where the headings of rows stand in a strip: in their order, word for word, else by likeness.

A heading that is not word for word is reported, whatever it is taken for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice, pairwise

from .strip import Strip
from .targets import Target

_MOST_PLACES = 400
_ALIKE = 0.62
_ENOUGH = 0.7


@dataclass(frozen=True)
class Found:
    """A heading at [start, end) of the strip. `exact`: as the form prints it, number and all;
    `moved`: not where the form has it.
    """

    target: Target
    start: int
    end: int
    exact: bool
    moved: bool = False


def find(strip: Strip, wanted: Sequence[Target], low: int, high: int) -> list[Found]:
    """The headings of rows between two places of the strip, as they stand there."""
    rows = [target for target in wanted if target.cells]
    groups = [target for target in wanted if target.under]
    chain = _chain([place for target in rows for place in _places(strip, target, low, high)], rows)
    chain += _moved(strip, rows, chain, low, high)
    found = chain + _near(strip, rows, groups, chain, (low, high))
    found += _lone_groups(strip, groups, found, low, high)
    return sorted(found, key=lambda one: one.start)


def chained(strip: Strip, wanted: Sequence[Target], low: int, high: int) -> list[Found]:
    """Only what stands there word for word, number or not."""
    rows = [target for target in wanted if target.cells]
    return _chain([place for target in rows for place in _places(strip, target, low, high)], rows)


def _places(strip: Strip, target: Target, low: int, high: int) -> Iterator[Found]:
    whole = list(_occurrences(strip, target.bare, low, high))
    count = 0
    for start in whole:
        if len(target.bare) >= 4 or _stands_alone(strip, start, start + len(target.bare)):
            count += 1
            yield Found(target, start, start + len(target.bare), exact=True)
        if count >= _MOST_PLACES:
            return
    if target.core == target.bare or target.is_short:
        return
    taken = {start + len(target.bare) - len(target.core) for start in whole}
    for start in _occurrences(strip, target.core, low, high):
        if start not in taken:
            yield Found(target, start, start + len(target.core), exact=False)


def _occurrences(strip: Strip, text: str, low: int, high: int) -> Iterator[int]:
    at = strip.text.find(text, low, high)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = strip.text.find(text, at + 1, high)


def _stands_alone(strip: Strip, start: int, end: int) -> bool:
    return start in strip.edges and end in strip.edges


def _chain(places: list[Found], rows: Sequence[Target]) -> list[Found]:
    """The most headings that stand in the order of the form; of two as many, the later ones."""
    order = {target.id: number for number, target in enumerate(rows)}
    places = sorted(places, key=lambda one: (one.start, one.end))[-_MOST_PLACES:]
    best: list[tuple[float, int]] = []
    for number, place in enumerate(places):
        before = [
            (best[i][0], i)
            for i in range(number)
            if places[i].end <= place.start and order[places[i].target.id] < order[place.target.id]
        ]
        weight, last = max(before, default=(0.0, -1))
        best.append((weight + (1.5 if place.exact else 1.0), last))
    at = max(range(len(best)), key=lambda i: (best[i][0], i), default=-1)
    chain: list[Found] = []
    while at >= 0:
        chain.append(places[at])
        at = best[at][1]
    return chain[::-1]


def _moved(
    strip: Strip, rows: Sequence[Target], chain: list[Found], low: int, high: int
) -> list[Found]:
    """Headings that stand there word for word, once and alone, though not in their order."""
    known = {one.target.id for one in chain}
    found = []
    for target in rows:
        places = [] if target.id in known else list(_occurrences(strip, target.bare, low, high))
        if len(places) == 1 and _stands_alone(strip, places[0], places[0] + len(target.bare)):
            found.append(Found(target, places[0], places[0] + len(target.bare), True, moved=True))
    return [one for one in found if not any(_overlap(one, other) for other in chain)]


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _near(
    strip: Strip,
    rows: Sequence[Target],
    groups: Sequence[Target],
    chain: list[Found],
    bounds: tuple[int, int],
) -> list[Found]:
    """Those missing in the chain, between their neighbours, where something like them stands."""
    by_id = {one.target.id: one for one in chain}
    found: list[Found] = []
    at, missing = bounds[0], list[Target]()
    for target in [*rows, None]:
        one = by_id.get(target.id) if target else None
        if one and one.moved:
            continue
        if target and one is None:
            missing.append(target)
            continue
        end = one.start if one else bounds[1]
        if missing:
            pieces = list(islice(_gap(strip, groups, at, end), _MOST_PLACES))
            found += _likest(strip, missing, pieces)
        missing = []
        at = one.end if one else end
    return found


def _gap(strip: Strip, groups: Sequence[Target], low: int, high: int) -> Iterator[tuple[int, int]]:
    """What stands between two places, parted by figures and by headings of groups."""
    cuts = {low, high}
    cuts |= {run.at for run in strip.runs if low < run.at < high}
    masked = [
        (start, start + len(word))
        for group in groups
        for word in (group.bare,)
        for start in _occurrences(strip, word, low, high)
    ]
    cuts |= {edge for span in masked for edge in span}
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        if not any(a <= start and end <= b for a, b in masked):
            yield start, end


def _likest(strip: Strip, missing: list[Target], pieces: list[tuple[int, int]]) -> Iterator[Found]:
    """Each missing heading at the piece most like it, in order, if it is the piece's likest too."""
    last = -1
    for target in missing:
        scored = [
            (likeness(strip.text[a:b], target), number, (a, b))
            for number, (a, b) in enumerate(pieces)
            if number > last and b - a <= 4 * len(target.bare) + 8
        ]
        score, number, (start, end) = max(scored, default=(0.0, -1, (0, 0)), key=lambda s: s[:1])
        rivals = [likeness(strip.text[start:end], other) for other in missing if other != target]
        if score >= _ALIKE and score > max(rivals, default=0.0):
            yield Found(target, *_trimmed(strip, target, start, end), exact=False)
            last = number


def likeness(text: str, target: Target) -> float:
    """How like a heading a text is, from 0 to 1; its number counts, words before it hardly."""
    if not text or (target.is_short and not _is_like_short(text, target)):
        return 0.0
    blocks = SequenceMatcher(None, text, target.bare, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    if same < _ENOUGH * len(target.core) and not target.is_short:
        return 0.0
    return 2 * same / (len(text) + len(target.bare))


def _is_like_short(text: str, target: Target) -> bool:
    """A heading of two or three characters goes by its number: “（七）合计” is “（七）总计”."""
    number = target.bare[: len(target.bare) - len(target.core)]
    if not number or not text.startswith(number) or len(text) > len(target.bare) + 3:
        return text == target.core
    return bool(set(text) & set(target.core))


def _trimmed(strip: Strip, target: Target, start: int, end: int) -> tuple[int, int]:
    """The piece without what stands before the first character that it has of the heading."""
    text = strip.text[start:end]
    blocks = SequenceMatcher(None, text, target.bare, autojunk=False).get_matching_blocks()
    first = next((block.a for block in blocks if block.size), 0)
    return start + first, end


def _lone_groups(
    strip: Strip, groups: Sequence[Target], found: list[Found], low: int, high: int
) -> Iterator[Found]:
    """Headings of groups of which nothing stands in the file but they themselves."""
    there = {one.target.id for one in found}
    for group in groups:
        if not there.intersection(group.under):
            for start in _occurrences(strip, group.bare, low, high):
                yield Found(group, start, start + len(group.bare), exact=True)
                break
