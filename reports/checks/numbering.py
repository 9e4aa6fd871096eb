"""How what is counted off is numbered (一、 （一） 1. （1） 一是), without a gap, one way: R73."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .case import Case
from .finding import Finding
from .passages import Passage, Place, passages, told
from .rule import rule

_DIGITS = "一二三四五六七八九十"
_HAN_NUMBER = "[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_COUNTED = re.compile(
    rf"(?:^|(?<=[。；：;:，,]))(?:[（(](?:({_HAN_NUMBER})|([0-9０-９]{{1,2}}))[）)](?![项款条、和至])"
    rf"|([0-9０-９]{{1,2}})[.．、](?:(?=20[0-9]{{2}}年)|(?![0-9０-９]))|({_HAN_NUMBER})是"
    rf"|({_HAN_NUMBER})、(?![一二三四五六七八九十])|([①-⑳]))"
)
_LEVELS = {5: 0, 1: 1, 3: 2, 2: 3, 4: 4, 6: 5}
"""By its group each way of counting; it stands within those before it, and begins anew in each."""
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_INLINE = 4
"""From this level on it may stand behind a comma."""
_HEADINGS = 1
"""The way of counting whose first number of a part must be one."""
_MARK = re.compile(r"[0-9０-９]{1,2}([.．、])(?![0-9０-９])")


@rule("R73", "标题序号是否连续、写法是否统一")
def numbering(case: Case) -> Iterator[Finding]:
    """R73: what is counted off is counted on without a gap, and marked in one way."""
    by_part: dict[str, list[Passage]] = {}
    for passage in passages(case.content):
        by_part.setdefault(passage.key, []).append(passage)
    for part in by_part.values():
        yield from told(_skips(part), "numbering", "R73", "{where}的序号不连续")
        yield from told(_mixed(part), "numbering-mixed", "R73", "的序号写法不统一：{where}")


class _Count:
    """One way of counting: the lists that are open, the innermost last, each with its number."""

    def __init__(self) -> None:
        self.open: list[int] = []
        self.before = 0

    def begin_anew(self) -> None:
        """Below another heading; some count on there."""
        self.before = self.open[-1] if self.open else self.before
        self.open = []

    def follows(self, number: int) -> bool:
        """Whether it goes on from an open list, or begins one; taken as the newest either way."""
        if number == 1:
            self.open.append(1)
            return True
        while self.open[1:] and self.open[-1] != number - 1 and number - 1 in self.open:
            self.open.pop()
        last = self.open[-1] if self.open else self.before
        self.open[-1:] = [number]
        return number == last + 1


def _skips(part: Iterable[Passage]) -> Iterator[Place]:
    counts = [_Count() for _ in _LEVELS]
    for passage in part:
        for match in _COUNTED.finditer(passage.text):
            level, start = _LEVELS[match.lastindex or 0], match.start()
            if level < _INLINE and start and passage.text[start - 1] in "，,":
                continue
            is_begun = bool(counts[level].open)
            follows = counts[level].follows(_value(match[match.lastindex or 0]))
            for below in counts[level + 1 :]:
                below.begin_anew()
            if follows or _is_within(passage.text, match):
                continue
            if is_begun or (start == 0 and level == _HEADINGS):
                yield Place(passage, *match.span())


def _is_within(text: str, match: re.Match[str]) -> bool:
    """Whether it goes on from one that stands within the sentence: “①公开②解读；③回应”."""
    return match[0] in _CIRCLES and chr(ord(match[0][0]) - 1) in text[: match.start()]


def _value(words: str) -> int:
    """一 to 九十九, 1 to 99, ① to ⑳."""
    if words.isdecimal():
        return int(words)
    if words in _CIRCLES:
        return _CIRCLES.index(words) + 1
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS.index(words[-1]) + 1
    return (_DIGITS.index(tens) + 1 if tens else 1) * 10 + (_DIGITS.index(ones) + 1 if ones else 0)


def _mixed(part: Iterable[Passage]) -> Iterator[Place]:
    """1、 and 1. in one part: the one of each that stands first."""
    first: dict[str, Place] = {}
    for passage in part:
        if match := _MARK.match(passage.text):
            mark = "、" if match[1] == "、" else "."
            first.setdefault(mark, Place(passage, *match.span()))
    if len(first) > 1:
        yield from first.values()
