"""Lines of a page out of its characters, and paragraphs out of lines by indents and short ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median
from typing import Any

from ..furniture import may_be_page_number
from ..setting import BEGINS, glue
from ..source import raised
from ..tokens import Kind, kind_of

_MARGIN = 0.12
"""The part of a page's height, above and below, in which its furniture stands."""

_SMALL = 0.8
_NEAR = 4
"""So many characters a table may stand out into the margin."""

_WORD, _DIGITS = re.compile(r"\S+"), re.compile(r"\d+")
_ENDS = "。！？；：!?;:…"

Char = dict[str, Any]
"""A character as pdfplumber tells it."""

Span = tuple[float, float]
"""Where something begins and ends across, in points."""


@dataclass(frozen=True)
class Line:
    """One line of a page: where it begins and ends across, how high it stands, in points.

    `figures` are where the figures with which it ends begin and end across, the last one first,
    `digits` where digits do that follow one another, whatever they stand in. `folded` says that a
    figure may go on in the line above or below.
    """

    text: str
    x0: float
    x1: float
    top: float
    size: float
    page: int
    is_marginal: bool = False
    figures: tuple[Span, ...] = ()
    digits: tuple[Span, ...] = ()
    folded: bool = False

    @property
    def has_words(self) -> bool:
        """Whether it says anything besides figures."""
        return len(self.figures) < len(self.text.split())


def lines(chars: list[Char], page: int, height: float) -> list[Line]:
    """The lines that characters make, from top to bottom."""
    made = (_line(row, page, height) for row in rows(chars))
    return [line for line in made if line.text.strip()]


def rows(chars: Sequence[Char]) -> list[list[Char]]:
    """Characters that stand as high, from left to right; from top to bottom."""
    found: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: (c["top"] + c["bottom"]) / 2):
        middle = (char["top"] + char["bottom"]) / 2
        if found and middle - _middle(found[-1]) < 0.5 * max(char["size"], 1):
            found[-1].append(char)
        else:
            found.append([char])
    return [sorted(row, key=lambda c: c["x0"]) for row in found]


def _middle(row: list[Char]) -> float:
    return float(row[0]["top"] + row[0]["bottom"]) / 2


def _line(row: list[Char], page: int, height: float) -> Line:
    text = ""
    last = None
    ends: list[tuple[int, float, float]] = []
    for char in row:
        if last is not None:
            text += _blank(last, char)
        text += raised(char["text"]) if last and _is_raised(last, char) else char["text"]
        ends.append((len(text), char["x0"], char["x1"]))
        last = char
    shown = [char for char in row if char["text"].strip()] or row
    size = median(char["size"] for char in shown)
    top = shown[0]["top"]
    marginal = bool(height) and not _MARGIN * height <= top <= (1 - _MARGIN) * height
    figures = tuple(_across(match, ends) for match in _figures(text))
    digits = tuple(_across(match, ends) for match in _DIGITS.finditer(text))
    x0, x1 = shown[0]["x0"], shown[-1]["x1"]
    return Line(text.strip(), x0, x1, top, size, page, marginal, figures, digits)


def _figures(text: str) -> Iterator[re.Match[str]]:
    """The figures with which a line ends, the last one first."""
    values = (Kind.NUMBER, Kind.MARK)
    return takewhile(lambda m: kind_of(m[0]) in values, reversed(list(_WORD.finditer(text))))


def _across(match: re.Match[str], ends: Sequence[tuple[int, float, float]]) -> Span:
    """Where a part of a line begins and ends across; `ends` has for each character its end in the
    text and its own begin and end across.
    """
    inside = [one for one in ends if match.start() < one[0] <= match.end()]
    return inside[0][1], inside[-1][2]


def _is_raised(last: Char, char: Char) -> bool:
    """Whether it is smaller than what stands before it, and higher."""
    small = char["size"] < _SMALL * last["size"]
    return bool(small and char["bottom"] < last["bottom"] - 0.1 * last["size"])


def _blank(last: Char, char: Char) -> str:
    """A blank where there is more room than between letters; most files have it as a character."""
    gap = (char["x0"] - last["x1"]) / max(char["size"], 1)
    both = last["text"][-1:].isascii() and char["text"][:1].isascii()
    if " " in (last["text"], char["text"]):
        return ""
    return " " if gap > (0.22 if both else 0.95) else ""


def without_furniture(all_lines: Sequence[Line]) -> list[Line]:
    """The lines without numbers of pages and without what every page says in its margin."""
    pages = len({line.page for line in all_lines})
    said = Counter(_numberless(line.text) for line in all_lines if line.is_marginal)
    often = {words for words, count in said.items() if words and count >= max(2, pages - 1)}
    return [
        line
        for line in all_lines
        if not line.is_marginal
        or line.folded
        or not (may_be_page_number(line.text) or _numberless(line.text) in often)
    ]


def _numberless(text: str) -> str:
    """What a line says besides numbers; rows of figures say nothing else and are all different."""
    return re.sub(r"[\d\s]+", "", text)


def paragraphs(
    some: Sequence[Line], every: Sequence[Line], widest: float = 0
) -> Iterator[tuple[str, bool]]:
    """Lines that follow one another as paragraphs, each with whether its figures may be folded;
    `every` line tells where the margins are, or the `widest` table where no line comes near its
    end.
    """
    sizes = Counter(round(line.size) for line in every)
    body = sizes.most_common(1)[0][0] if sizes else 0
    usual = [line for line in every if round(line.size) == body]
    left = Counter(round(line.x0) for line in usual).most_common(1)[0][0] if usual else 0
    right = max((line.x1 for line in usual), default=0)
    right = widest if widest > right + _NEAR * body else right
    whole = ""
    for line, after in pairwise([*some, None]):
        if line is None:
            continue
        begins = not whole
        whole += glue(whole, line.text) + line.text
        if (
            after is None
            or not _goes_on(line, after, left, right)
            or (begins and _ends(line, after))
        ):
            yield whole, line.folded
            whole = ""


def _goes_on(line: Line, after: Line, left: float, right: float) -> bool:
    """Whether the line after goes on with the paragraph: full before it, no indent, no number."""
    if line.folded or after.folded:
        return False
    full = line.x1 + _first_word(after) > right - 0.6 * line.size
    indented = after.x0 > left + 0.8 * after.size
    alike = abs(line.size - after.size) < 1
    if not (full and alike) or indented or _is_of_table(line.text) or _is_of_table(after.text):
        return False
    return not (BEGINS.match(after.text) and line.text[-1:] in _ENDS)


def _first_word(line: Line) -> float:
    """How wide is what could not be parted from the begin of a line: a character, an address."""
    letters = re.match(r"[!-~]+", line.text)
    return line.size * (0.55 * len(letters[0]) if letters else 1)


def _ends(line: Line, after: Line) -> bool:
    """Whether a paragraph of one line ends here: with its sentence, and the next one begins where
    it began. Where there are no other lines nothing else tells an indent from a margin.
    """
    return line.text[-1:] in _ENDS and abs(line.x0 - after.x0) < 0.5 * line.size


def _is_of_table(text: str) -> bool:
    return sum(kind_of(word) != Kind.WORDS for word in text.split()) > 1
