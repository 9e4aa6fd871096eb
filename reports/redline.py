"""What became of a text, sentence by sentence and within a sentence word by word.

A word is a run of digits or of Latin letters, or one Chinese character. Between two changes a
remnant too small to be read by itself counts as changed too, so that nothing looks like confetti.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "gone", "new", "left_out"]

_SENTENCES = re.compile(r"[^。！？；\n]*[。！？；\n]+[”’」』）)]*|[^。！？；\n]+")
_WORDS = re.compile(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*[%％]?|[A-Za-z]+|.", re.DOTALL)
_MOST_PAIRS = 100_000
"""Of equal words: above it comparing would hold up everyone else."""
_LEAST_ALIKE = 0.35
"""Share of words that two sentences must have in common to be shown as one rewritten sentence."""
_CONTEXT = 20


@dataclass(frozen=True)
class Piece:
    """A stretch of text: in both, only in the old, or only in the new; `left_out` stands for …"""

    kind: Kind
    text: str


Pieces = tuple[Piece, ...]
_Run = tuple[str, str]
"""Old and new text of a stretch; the same text twice where nothing changed."""


def redline(old: str, new: str) -> Pieces:
    """The pieces in reading order; without `new` ones they are the old text, and the reverse."""
    runs: list[_Run] = []
    a, b = _SENTENCES.findall(old), _SENTENCES.findall(new)
    for before, after in _runs(a, b):
        runs += [(before, after)] if before == after else _rewritten(before, after)
    return tuple(_pieces(_joined(runs)))


def shortened(pieces: Pieces, context: int = _CONTEXT) -> Pieces:
    """The pieces with long unchanged stretches left out, but for some characters of context.

    A text in which nothing changed is told by its beginning.
    """
    shown: list[Piece] = []
    for n, piece in enumerate(pieces):
        if piece.kind != "same" or len(piece.text) <= 2 * context + 10:
            shown.append(piece)
            continue
        head = piece.text[:context] if n or len(pieces) == 1 else ""
        tail = piece.text[-context:] if n < len(pieces) - 1 else ""
        around = (Piece("same", head), Piece("left_out", "……"), Piece("same", tail))
        shown += [one for one in around if one.text]
    return tuple(shown)


def _runs(a: Sequence[str], b: Sequence[str]) -> Iterator[_Run]:
    """Stretches of two sequences of words or sentences, alternately the same and changed."""
    alike = Counter(a)
    if sum(alike[one] for one in b) > _MOST_PAIRS:
        yield "".join(a), "".join(b)
        return
    for _, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        yield "".join(a[i:j]), "".join(b[k:m])


def _rewritten(old: str, new: str) -> list[_Run]:
    """What changed within sentences; the whole of them where little is left of the old."""
    a, b = _WORDS.findall(old), _WORDS.findall(new)
    runs = list(_runs(a, b))
    alike = sum(len(_WORDS.findall(before)) for before, after in runs if before == after)
    if 2 * alike < _LEAST_ALIKE * (len(a) + len(b)):
        return [(old, new)]
    return _calmed(runs)


def _calmed(runs: list[_Run]) -> list[_Run]:
    """Remnants between two changes join them: one character, or little beside what changed."""
    calm: list[_Run] = []
    for n, (before, after) in enumerate(runs):
        is_between = before == after and 0 < n < len(runs) - 1
        joins = bool(calm) and calm[-1][0] != calm[-1][1]
        if joins and (
            before != after or (is_between and _is_remnant(before, calm[-1], runs[n + 1]))
        ):
            calm[-1] = calm[-1][0] + before, calm[-1][1] + after
        else:
            calm.append((before, after))
    return calm


def _is_remnant(text: str, left: _Run, right: _Run) -> bool:
    around = max(map(len, left)) + max(map(len, right))
    return len(text) < 2 or 3 * len(text) <= around


def _joined(runs: Sequence[_Run]) -> list[_Run]:
    """Neighbours of one kind as one run."""
    joined: list[_Run] = []
    for before, after in runs:
        if joined and (joined[-1][0] == joined[-1][1]) == (before == after):
            joined[-1] = joined[-1][0] + before, joined[-1][1] + after
        else:
            joined.append((before, after))
    return joined


def _pieces(runs: Sequence[_Run]) -> Iterator[Piece]:
    for before, after in runs:
        if before == after:
            yield Piece("same", before)
            continue
        if before:
            yield Piece("gone", before)
        if after:
            yield Piece("new", after)
