"""Prose: paragraphs with ids that survive editing, and the heading levels that documents recognise.

A textarea's text is aligned to the old paragraphs, so that paragraphs merge and carry comments
like cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

# Also what no document file can hold: controls, halves of surrogate pairs, non-characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffc\ufffe\uffff]"
)
_BREAKS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_LEVELS = (
    (2, re.compile(r"[（(][一二三四五六七八九十百]+[）)]")),
    (3, re.compile(r"[0-9０-９]{1,2}[.．、](?![0-9０-９])")),
    (4, re.compile(r"[（(][0-9０-９]{1,2}[）)]")),
)
_LONGEST_HEADING = 40
_MOST_PAIRS = 20_000


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `id` is opaque, unique within its part, and outlives edits of the text."""

    id: str
    text: str

    @property
    def level(self) -> int:
        """2 for （一）, 3 for 1., 4 for （1） (GB/T 9704 7.3.3 as practised); 0 for plain text."""
        return next((level for level, mark in _LEVELS if mark.match(self.text)), 0)

    @property
    def is_heading(self) -> bool:
        """A numbered line that stands alone, not a paragraph that merely begins with a number.

        Nor one that only lacks its full stop: behind a sentence there is a paragraph.
        """
        return (
            bool(self.level)
            and len(self.text) <= _LONGEST_HEADING
            and "。" not in self.text
            and self.text[-1] not in "；;！？"
        )

    @property
    def lead(self) -> str:
        """What is set in its level's heading face.

        The whole heading, or the first short sentence of a paragraph numbered （一）.
        """
        if self.is_heading:
            return self.text
        end = self.text.find("。") + 1
        return self.text[:end] if self.level == 2 and 0 < end <= _LONGEST_HEADING else ""


Paragraphs = tuple[Paragraph, ...]
_Step = tuple[str, int, int, int, int]


def tidy(text: str) -> str:
    """Text as typed or pasted: one paragraph a line, no indents, no invisible characters."""
    text = _INVISIBLE.sub("", _BREAKS.sub("\n", text)).replace("\u00a0", " ")
    lines = (line.replace("\t", " ").strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def places(text: str) -> tuple[int, ...]:
    """Where each character of tidy(text) stands in `text`."""
    found, at = [], 0
    for char in tidy(text):
        while text[at] != char and text[at] not in _WRITTEN_AS.get(char, ""):
            at += 1
        found.append(at)
        at += 1
    return tuple(found)


_WRITTEN_AS = {" ": "\t\u00a0", "\n": "\r\v\f\u0085\u2028\u2029"}


def from_text(text: str) -> Paragraphs:
    """Paragraphs of a text that has no history; ids count from p1."""
    return tuple(Paragraph(f"p{n}", line) for n, line in enumerate(tidy(text).splitlines(), 1))


def to_text(paragraphs: Iterable[Paragraph]) -> str:
    """One paragraph a line."""
    return "\n".join(paragraph.text for paragraph in paragraphs)


def align(old: Paragraphs, text: str, new_id: Callable[[], str]) -> Paragraphs:
    """`text` as paragraphs; the same, rewritten in place or moved, they keep their ids of `old`."""
    lines = tidy(text).splitlines()
    steps = _steps([p.text for p in old], lines)
    moved = _moved(old, lines, steps)
    ids: list[str] = []
    for _, i, j, k, m in steps:
        kept = iter([p.id for p in old[i:j] if p.text not in moved])
        ids += [moved.get(line) or next(kept, None) or new_id() for line in lines[k:m]]
    return tuple(Paragraph(id_, line) for id_, line in zip(ids, lines, strict=True))


def _moved(old: Paragraphs, lines: Sequence[str], steps: Sequence[_Step]) -> dict[str, str]:
    """By text the ids of paragraphs that stand elsewhere now; only where one can be meant."""
    before = Counter(p.text for p in old)
    after = Counter(lines)
    gone = [p for tag, i, j, _, _ in steps if tag != "equal" for p in old[i:j]]
    return {p.text: p.id for p in gone if before[p.text] == after[p.text] == 1}


def _steps(a: Sequence[str], b: Sequence[str]) -> Sequence[_Step]:
    """How `a` becomes `b`; at once where so many lines are alike that comparing takes minutes."""
    if a == b:
        return [("equal", 0, len(a), 0, len(b))]
    alike = Counter(a)
    if sum(alike[line] for line in b) > _MOST_PAIRS:
        return [("replace", 0, len(a), 0, len(b))]
    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


@dataclass(frozen=True)
class Former:
    """A paragraph of an earlier text that does not stand now: the `number`-th of it, from 0.

    It belongs at line `at` of today's text: in the place of that line, or before it.
    """

    number: int
    at: int
    replaces: bool


def formers(now: str, then: str) -> list[Former]:
    """The paragraphs of `then` that do not stand in `now`, in their order."""
    return [
        Former(n, min(i + n - k, j), i + n - k < j)
        for tag, i, j, k, m in _steps(now.splitlines(), then.splitlines())
        if tag in {"insert", "replace"}
        for n in range(k, m)
    ]


def take_back(now: str, then: str, number: int) -> str:
    """`now` with that one paragraph as it was in `then`. Raises ValueError where it stands now."""
    found = next((one for one in formers(now, then) if one.number == number), None)
    if found is None:
        raise ValueError(number)
    lines = now.splitlines()
    lines[found.at : found.at + found.replaces] = [then.splitlines()[number]]
    return "\n".join(lines)


def merge(base: str, mine: str, theirs: str) -> str | None:
    """Both changes of a text, paragraph by paragraph; None where both changed the same place.

    `base` is what I had seen, `mine` what I made of it, `theirs` what stands there by now.
    """
    lines = tidy(base).splitlines()
    edits = [*_edits(lines, mine), *_edits(lines, theirs)]
    edits = sorted(set(edits), key=lambda edit: edit[:2])
    if any(_collide(first, second) for first, second in pairwise(edits)):
        return None
    for start, end, replacement in reversed(edits):
        lines[start:end] = replacement
    return "\n".join(lines)


def settle(base: str, mine: str, theirs: str, *, mine_wins: bool) -> str:
    """Both changes of a text; where they collide, those of one side alone.

    What the other side changed elsewhere stays.
    """
    lines = tidy(base).splitlines()
    sides = [set(_edits(lines, mine)), set(_edits(lines, theirs))]
    winning, losing = sides if mine_wins else reversed(sides)
    free = {edit for edit in losing if not any(_meet(edit, won) for won in winning - {edit})}
    for start, end, replacement in sorted(winning | free, key=lambda edit: edit[:2], reverse=True):
        lines[start:end] = replacement
    return "\n".join(lines)


_Edit = tuple[int, int, tuple[str, ...]]


def _edits(lines: list[str], text: str) -> list[_Edit]:
    """Paragraphs rewritten in place are an edit each: only the ones that both rewrote collide."""
    new = tidy(text).splitlines()
    edits: list[_Edit] = []
    for tag, i, j, k, m in _steps(lines, new):
        if tag == "replace" and j - i == m - k:
            edits += [(i + n, i + n + 1, (new[k + n],)) for n in range(j - i)]
        elif tag != "equal":
            edits.append((i, j, tuple(new[k:m])))
    return edits


def _meet(one: _Edit, other: _Edit) -> bool:
    first, second = sorted((one, other), key=lambda edit: edit[:2])
    return _collide(first, second)


def _collide(first: _Edit, second: _Edit) -> bool:
    """Two edits collide when they overlap or put something into the same place."""
    return second[0] < first[1] or first[:1] == second[:1] or (first[1] == second[0] == second[1])
