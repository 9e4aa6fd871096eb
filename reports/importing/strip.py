"""The whole file as one strip of bare words, with the runs of values standing between them.

A label that is broken over lines, boxes or its own figures is whole again in the strip, and where
it stood is known of every character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from reports.formats import FORMATS
from reports.formats.format import leaves
from reports.formats.wording import bare, bare_places

from .furniture import is_page_number
from .source import Row, Source
from .tokens import Kind, Token, kind_of

_GLUED = re.compile(r"(?P<words>.*[^\d\s+.,:：-][:：]?)(?P<number>[+-]?\d[\d,.]*)")


@dataclass(frozen=True)
class Run:
    """Values that follow one another. They stand at `at` of the strip.

    `near` is the part of the strip that stands in front of them in the same row: empty for values
    that have a row for themselves. `tight` says that every box is there, empty ones too.
    """

    values: tuple[Token, ...]
    at: int
    near: tuple[int, int]
    tight: bool
    table: int

    @property
    def told(self) -> tuple[Token, ...]:
        """The values that are not empty."""
        return tuple(value for value in self.values if value.is_told)

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.values[0].line

    @property
    def raw(self) -> str:
        """What was written there."""
        return " ".join(value.text.strip() or "□" for value in self.values)


@dataclass
class Strip:
    """`text` is bare; `places` has the row and the place in the row's text of each character;
    `edges` the places where a box, a word or a line begins or ends.
    """

    text: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)
    edges: set[int] = field(default_factory=set)
    runs: list[Run] = field(default_factory=list)
    words: list[tuple[int, int, Token]] = field(default_factory=list)

    def position(self, row: int, at: int = 0) -> int:
        """The first character that stands at or behind that place of the file."""
        low, high = 0, len(self.places)
        while low < high:
            middle = (low + high) // 2
            if self.places[middle] < (row, at):
                low = middle + 1
            else:
                high = middle
        return low


def strip_of(source: Source) -> Strip:
    """The strip of a file."""
    made, parts = Strip(), list[str]()
    for number, row in enumerate(source.rows):
        if not row.table and is_page_number(row.text):
            continue
        for words, values in _pieces(list(_tokens(row, number))):
            start = len(made.places)
            for token in words:
                _put(made, parts, token)
            if values:
                here = len(made.places)
                near, tight = (start, here), bool(row.table)
                made.runs.append(Run(tuple(values), here, near, tight, row.table))
    made.text = "".join(parts)
    made.runs = list(_joined(made.runs))
    return made


def _put(made: Strip, parts: list[str], token: Token) -> None:
    start = len(made.places)
    for char, at in bare_places(token.text):
        parts.append(char)
        made.places.append((token.row, token.at + at))
    made.edges |= {start, len(made.places)}
    made.words.append((start, len(made.places), token))


def _tokens(row: Row, number: int) -> Iterator[Token]:
    if row.table:
        for box in row.boxes:
            kind = kind_of(box.text)
            yield Token(box.text, kind, box.line, number, 0, box.column, box.colspan, box.tag)
        return
    for text, at in _words(row.text):
        kind = kind_of(text)
        # In a sentence a word with a digit is a word; in a box it would be an odd value.
        kind = Kind.WORDS if kind == Kind.ODD else kind
        yield Token(text, kind, row.line, number, at)


def _words(line: str) -> Iterator[tuple[str, int]]:
    """The words of a line, each with where it begins; a figure that is written up to the heading
    of its row is a word of its own.
    """
    for match in re.finditer(r"\S+", line):
        glued = _GLUED.fullmatch(match[0])
        if glued and bare(glued["words"]).endswith(_row_labels()):
            yield glued["words"], match.start()
            yield glued["number"], match.start() + glued.start("number")
        else:
            yield match[0], match.start()


@cache
def _row_labels() -> tuple[str, ...]:
    """The headings of rows of every form."""
    blocks = [b for fmt in FORMATS.values() for one in fmt.sections for b in one.blocks]
    return tuple({bare(leaf.label) for block in blocks for leaf, _ in leaves(block.rows)} - {""})


def _pieces(tokens: list[Token]) -> Iterator[tuple[list[Token], list[Token]]]:
    """Words and the values behind them, again and again. Empty boxes before the words of a row
    belong to headings that reach down from above.
    """
    words, values = list[Token](), list[Token]()
    for token in tokens:
        if token.kind == Kind.WORDS:
            if any(value.is_told for value in values):
                yield words, values
                words = []
            values = []
            words.append(token)
        elif words or values or token.is_told or _all_values(tokens):
            values.append(token)
    if words or values:
        yield words, values


def _all_values(tokens: list[Token]) -> bool:
    return all(token.is_value for token in tokens)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Values that stand one to a line are one run."""
    last: Run | None = None
    for run in runs:
        if last and _goes_on(last, run):
            last = replace(last, values=last.values + run.values)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _goes_on(last: Run, run: Run) -> bool:
    single = len(run.values) == 1 and run.near[0] == run.near[1] and not run.tight
    lines = {value.line for value in last.values}
    return single and not last.tight and last.at == run.at and len(lines) == len(last.values)
