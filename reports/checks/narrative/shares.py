"""Percentages: shares of the whole behind a count (“占33.9%”), and changes against last year,
“持平” among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .between import OURS, any_of
from .nouns import LAST_YEAR, Alternatives, Noun, Topic
from .numerals import Numeral
from .reading import Reading
from .resolving import is_spoken_of, with_joined
from .ties import Tie

_WHOLE = any_of(
    "全部|所有|本年度|本年|全年|总数|总量|总|已|共|办结|答复|办理|处理|受理|收到|新收"
    f"|件数|数量|件|数|量|的|{OURS}"
)
_SHARE = rf"[，、（]?占(?:比|{_WHOLE})(?:比例|比重|比)?(?:为|达)?"
_COMPARED = rf"(?:同比|[比较同与]{LAST_YEAR}(?:同期)?(?:相比)?，?)(?:有所|均)?"
_UP, _DOWN = "增长|增加|上升|提高|上涨|增多|多", "下降|减少|降低|回落|下滑|少"
_MOVED = rf"(?:(?P<up>{_UP}|增幅)|(?P<down>{_DOWN}|降幅))(?:了|率)?(?:为|达)?"
_OF_NOUN = any_of(f"的|数量|总量|数|量|案件|件数|类|{OURS}")

_BEHIND_COUNT = re.compile(_SHARE)
_BEHIND_NOUN = re.compile(rf"{_OF_NOUN}(?:{_SHARE}|率(?:为|达到?)?)")
_AGAIN = re.compile(rf"[，、（]?{_MOVED}")
_CASES = re.compile("[件宗份起例](?![0-9次])")

_CLOSED = ("applications.closed.total",)
_RECEIVED = ("applications.received.total",)
_BASES: Alternatives = (_CLOSED, _RECEIVED, (*_RECEIVED, "applications.brought_forward.total"))


@dataclass(frozen=True)
class Share:
    """A percentage of a whole; `tie` has the cells, `of` the sums it may be a share of."""

    tie: Tie
    of: Alternatives


@dataclass(frozen=True)
class Change:
    """A rise or fall (`sign` −1) of what the tie is told of."""

    tie: Tie
    sign: int


def shares(reading: Reading, counts: Sequence[Tie]) -> Iterator[Share]:
    """Every share of applications or of disputes that the paragraph tells."""
    for numeral in reading.numbers:
        if numeral.percent:
            tie = _behind_count(reading, numeral, counts) or _behind_noun(reading, numeral)
            if tie is not None:
                yield Share(tie, _base(tie))


def _base(tie: Tie) -> Alternatives:
    if tie.noun.topic is Topic.RESULTS:
        return _BASES
    forums = [tuple(f"{cell.rpartition('.')[0]}.total" for cell in cells) for cells in tie.cells]
    return tuple(forums)


def _behind_count(reading: Reading, numeral: Numeral, counts: Sequence[Tie]) -> Tie | None:
    """“同意公开258件，占33.9%”, “258件（33.9%）”, where the count is that of a result."""
    last = next((tie for tie in reversed(counts) if tie.end <= numeral.start), None)
    if last is None or last.noun.topic not in (Topic.RESULTS, Topic.OUTCOMES):
        return None
    text = reading.words.text
    gap, behind = text[last.end : numeral.start], text[numeral.end : numeral.end + 1]
    if gap == "（" and behind == "）":
        return replace(last, numeral=numeral)
    if not _BEHIND_COUNT.fullmatch(gap):
        return None
    return replace(last, numeral=numeral, cells=(*last.cells, *_with_listed(reading, last, counts)))


def _with_listed(reading: Reading, last: Tie, counts: Sequence[Tie]) -> Alternatives:
    """“同意公开10件、部分公开3件，占50%” may be told of both together."""
    cells, start = last.cells[0], last.start
    for tie in reversed(counts):
        gap = reading.words.text[tie.end : start] if tie.end <= start else None
        if gap in ("，", "、", "和") and tie.noun.topic is last.noun.topic is Topic.RESULTS:
            cells, start = (*tie.cells[0], *cells), tie.start
    return () if cells is last.cells[0] else (cells,)


def _behind_noun(reading: Reading, numeral: Numeral) -> Tie | None:
    """“同意公开的占33.9%”."""
    word = reading.noun_before(numeral.start)
    if word is None or word.noun.topic is not Topic.RESULTS:
        return None
    gap = reading.words.text[word.end : numeral.start]
    if not _BEHIND_NOUN.fullmatch(gap):
        return None
    first, cells = with_joined(reading, word)
    return Tie(numeral, word.noun, cells, first, numeral.end)


def changes(reading: Reading, counts: Sequence[Tie], year: int) -> Iterator[Change]:
    """Every change against last year: “同比增长12%”, “较上年减少3件”."""
    compared = rf"{_COMPARED}{_MOVED}".replace("{last}", f"{year - 1}")
    told: list[Tie] = []
    for numeral in reading.numbers:
        end = _end(reading, numeral)
        found = (
            _behind_change(reading, numeral, told)
            or _changed_count(reading, numeral, counts, compared)
            or _changed_noun(reading, numeral, compared)
        )
        if end is not None and found is not None:
            tie, match = found
            told.append(replace(tie, numeral=numeral, end=end))
            yield Change(told[-1], 1 if match["up"] else -1)


def _end(reading: Reading, numeral: Numeral) -> int | None:
    """Where the amount of the change ends; None for a number that is none."""
    if numeral.percent:
        return numeral.end
    unit = _CASES.match(reading.words.text, numeral.end)
    return unit.end() if unit else None


@dataclass(frozen=True)
class Level:
    """The text says at [start, end) that these cells are what they were; told from `since` on."""

    noun: Noun
    cells: Alternatives
    start: int
    end: int
    since: int


def levels(reading: Reading, counts: Sequence[Tie], year: int) -> Iterator[Level]:
    """Every “与上年持平”; one that is 基本 so says nothing exact."""
    compared = _COMPARED.replace("{last}", f"{year - 1}")
    text = reading.words.text
    for match in re.finditer(f"{compared}持平", text):
        last = next((tie for tie in reversed(counts) if tie.end <= match.start()), None)
        if last and text[last.end : match.start()] in ("", "，", "、", "（"):
            yield Level(last.noun, last.cells, match.start(), match.end(), last.start)
        elif found := _level_noun(reading, match):
            yield found


def _level_noun(reading: Reading, match: re.Match[str]) -> Level | None:
    """“申请数量与上年持平”."""
    word = reading.noun_before(match.start())
    if word is None or word.noun.topic not in (Topic.APPLICATIONS, Topic.DISPUTES):
        return None
    if not re.fullmatch(_OF_NOUN, reading.words.text[word.end : match.start()]):
        return None
    if not is_spoken_of(reading, word.noun, word.start, match.end()):
        return None
    first, cells = with_joined(reading, word)
    return Level(word.noun, cells, match.start(), match.end(), first)


_Found = tuple[Tie, re.Match[str]] | None


def _behind_change(reading: Reading, numeral: Numeral, told: Sequence[Tie]) -> _Found:
    """“同比增加3件，增长15%”: the second is told of the same as the first."""
    last = told[-1] if told else None
    match = _AGAIN.fullmatch(reading.words.text, last.end, numeral.start) if last else None
    return (last, match) if last and match else None


def _changed_count(
    reading: Reading, numeral: Numeral, counts: Sequence[Tie], compared: str
) -> _Found:
    """“收到申请95件，同比增长12%”."""
    last = next((tie for tie in reversed(counts) if tie.end <= numeral.start), None)
    if last is None:
        return None
    pattern = re.compile(f"[，、（]?{compared}")
    match = pattern.fullmatch(reading.words.text, last.end, numeral.start)
    return (last, match) if match else None


def _changed_noun(reading: Reading, numeral: Numeral, compared: str) -> _Found:
    """“申请数量较去年回落12%”."""
    word = reading.noun_before(numeral.start)
    if word is None or word.noun.topic not in (Topic.APPLICATIONS, Topic.DISPUTES):
        return None
    pattern = re.compile(_OF_NOUN + compared)
    match = pattern.fullmatch(reading.words.text, word.end, numeral.start)
    if not match or not is_spoken_of(reading, word.noun, word.start, match.end()):
        return None
    first, cells = with_joined(reading, word)
    return Tie(numeral, word.noun, cells, first, numeral.end), match
