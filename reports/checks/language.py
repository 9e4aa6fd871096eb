"""How the prose is written: fixed phrases, wrong words, marks, leftovers (R70–R73).

Prose can be recognised wrongly, so nothing here ever blocks for good.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .case import Case
from .finding import Finding, Severity
from .passages import Passage, Place, passages, told
from .rule import REGULATION, rule
from .wrong_words import WRONG_WORDS

_HAN = "\u4e00-\u9fff"
_PRINCIPLE = re.compile(r"公开[是为]常态([，,、；;]?)(?:以)?(不?)公开[是为]例外")
_TURNED_ROUND = re.compile(r"(?<!不)公开[是为]例外[，,、；;]?(?:以)?不公开[是为]常态")
_EXACT = "公开为常态、不公开为例外"
_SINCE = re.compile(r"截止(?=到?(?:[0-9０-９]{4}年|[0-9０-９]{1,2}月|目前|年底|今年|当前))")
_HALF_WIDTH = re.compile(rf"(?<=[{_HAN}”》）])[,;:?!]|(?<=[{_HAN}])\(|\)(?=[{_HAN}，。；])")
_NUMBER_OF_DOCUMENT = re.compile(r"[\[【(（]\s*(?:19|20)[0-9]{2}\s*[\]】)）]\s*第?[0-9]+号")
_LEFTOVERS = re.compile(
    r"\[bookmark:[^\]]*\]|(?<![!-~])[Xx]{2,}(?![!-~])|[Ｘ×]{2,}|[*＊]{2,}|_{3,}|□|\[\s*\]|【\s*】|（\s*）|\(\s*\)|待补充|待填写"
)
_ADDRESS = re.compile(
    r"(?:https?|ftp)[:：]?[/／]{2}[^\s,，。；）”》]*|www[.．。][^\s,，。；）”》]*"
)
_WIDE = re.compile(r"[：／．。－]")
_OLD_BASIS = re.compile(r"[〔\[（(【]\s*2019\s*[〕\]）)】]\s*60号")
_BASIS = re.compile(r"[〔\[（(【]\s*2021\s*[〕\]）)】]\s*30号")
_PAIRS = dict(zip("”’）》】〕」』", "“‘（《【〔「『", strict=True))


def _places(case: Case, pattern: re.Pattern[str], remark: str = "") -> Iterator[Place]:
    """Wherever it stands, but not within a word that the district keeps as it is."""
    kept = case.settings.kept_words
    for passage in passages(case.content):
        for match in pattern.finditer(passage.text):
            if not any(_lies_within(match, word) for word in kept):
                yield Place(passage, *match.span(), remark)


def _lies_within(match: re.Match[str], word: str) -> bool:
    first = max(0, match.end() - len(word))
    at = match.string.find(word, first, match.start() + len(word))
    return 0 <= at <= match.start()


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """The longest of them first; without any, what never matches."""
    longest = sorted(filter(None, words), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)) or "(?!)")


@rule("R70", "引用“公开为常态、不公开为例外”是否准确", law=f"{REGULATION}第五条")
def principle(case: Case) -> Iterator[Finding]:
    """R70: the principle of art. 5 is quoted as it stands there, and never its reverse."""
    reversed_, inexact = [], []
    for passage in passages(case.content):
        turned = _TURNED_ROUND.finditer(passage.text)
        reversed_ += [Place(passage, *match.span()) for match in turned]
        for match in _PRINCIPLE.finditer(passage.text):
            place = Place(passage, *match.span())
            if not match[2]:
                reversed_.append(place)
            elif match[0] != _EXACT:
                inexact.append(place)
    yield from told(
        reversed_,
        "principle-reversed",
        "R70",
        f"{{where}}意思写反了，《条例》第五条的原文是“{_EXACT}”",
    )
    words = f"{{where}}与《条例》第五条的原文“{_EXACT}”不一致"
    yield from told(inexact, "principle", "R70", words, Severity.NOTE)


@rule("R71", "错别字（随系统的词表和本地词表）")
def wrong_words(case: Case) -> Iterator[Finding]:
    """R71: words of the lists of wrong ones, the one shipped and the district's own."""
    right = {**WRONG_WORDS, **case.settings.wrong_words}
    places = [
        replace(place, remark=f"（应为“{right[place.stretch]}”）")
        for place in _places(case, _any_of(right))
    ]
    places += _places(case, _SINCE, "（应为“截至”）")
    yield from told(places, "wrong-word", "R71", "{where}有错别字")


@rule("R71", "本地词表中的敏感词")
def sensitive_words(case: Case) -> Iterator[Finding]:
    """R71: words that the district wants nobody to publish unseen."""
    places = _places(case, _any_of(case.settings.sensitive_words))
    yield from told(places, "sensitive-word", "R71", "{where}有本地词表所列的敏感词，请核对")


@rule("R71", "模板留下的占位符、书签")
def leftovers(case: Case) -> Iterator[Finding]:
    """R71: bookmarks and placeholders of a template that nobody has replaced."""
    yield from told(
        _places(case, _LEFTOVERS), "leftover", "R71", "{where}有没有替换的占位符，请填写或者删去"
    )


@rule("R71", "网址里有没有全角字符")
def addresses(case: Case) -> Iterator[Finding]:
    """R71: an address with full-width characters in it cannot be opened."""
    places = [
        place
        for place in _places(case, _ADDRESS)
        if _WIDE.search(place.passage.text[place.start : place.end].rstrip("：。"))
    ]
    yield from told(places, "address", "R71", "的网址{where}有全角字符，点不开，请改为半角")


@rule("R73", "中文里的半角标点")
def half_width(case: Case) -> Iterator[Finding]:
    """R73: Chinese is set with full-width punctuation; told once a report, however often."""
    words = "{where}用了半角标点，可用“规范标点”统一改正"
    yield from told(_places(case, _HALF_WIDTH), "half-width", "R73", words, at_once=True)


@rule("R73", "发文字号的年份是否用六角括号〔〕", law="《党政机关公文格式》（GB/T 9704—2012）")
def document_numbers(case: Case) -> Iterator[Finding]:
    """R73: the year of a document's number stands in 〔〕 (GB/T 9704)."""
    words = "{where}的发文字号，年份应使用六角括号〔〕"
    yield from told(_places(case, _NUMBER_OF_DOCUMENT), "document-number", "R73", words)


@rule("R72", "是否只引用了已经替换的格式通知")
def basis(case: Case) -> Iterator[Finding]:
    """R72: a report in the form of 2021 does not rest on the notice of 2019 alone."""
    if case.content.year < 2021 or any(True for _ in _places(case, _BASIS)):
        return
    words = f"只引用了{{where}}，现行格式的依据是{case.content.format.basis}"
    yield from told(_places(case, _OLD_BASIS), "basis", "R72", words)


@rule("R73", "括号和引号是否成对")
def pairs(case: Case) -> Iterator[Finding]:
    """R73: brackets and quotation marks open and close in turn, within a paragraph."""
    places = (place for passage in passages(case.content) for place in _unpaired(passage))
    yield from told(places, "unpaired", "R73", "{where}的括号或引号没有成对")


_COUNTED = re.compile("[0-9０-９一二三四五六七八九十]{1,2}")


def _unpaired(passage: Passage) -> Iterator[Place]:
    open_: list[int] = []
    for at, char in enumerate(passage.text):
        if char in _PAIRS.values():
            open_.append(at)
        elif char in _PAIRS:
            if open_ and passage.text[open_[-1]] == _PAIRS[char]:
                open_.pop()
            elif not _COUNTED.fullmatch(passage.text[:at]):
                yield Place(passage, at, at + 1)
    yield from (Place(passage, at, at + 1) for at in open_)


_DIGITS = "一二三四五六七八九十"
_STEPS = {
    "（一）": re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]"),
    "1.": re.compile(r"([0-9０-９]{1,2})[.．、](?![0-9０-９])"),
}


@rule("R73", "标题序号是否连续、写法是否统一")
def numbering(case: Case) -> Iterator[Finding]:
    """R73: headings of one level are counted on without a gap, and marked in one way."""
    by_part: dict[str, list[Passage]] = {}
    for passage in passages(case.content):
        by_part.setdefault(passage.key, []).append(passage)
    for part in by_part.values():
        yield from told(_skips(part), "numbering", "R73", "{where}的序号不连续")
        yield from told(_mixed(part), "numbering-mixed", "R73", "的序号写法不统一：{where}")


def _skips(part: Iterable[Passage]) -> Iterator[Place]:
    """A lower level begins anew under each heading above it."""
    last = 0
    for passage in part:
        match = _STEPS["（一）"].match(passage.text)
        if match is None:
            continue
        number = _value(match[1])
        if number not in (1, last + 1):
            yield Place(passage, *match.span())
        last = number


def _value(words: str) -> int:
    """一 to 九十九."""
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS.index(words) + 1
    return (_DIGITS.index(tens) + 1 if tens else 1) * 10 + (_DIGITS.index(ones) + 1 if ones else 0)


def _mixed(part: Iterable[Passage]) -> Iterator[Place]:
    """1、 and 1. in one part: the one of each that stands first."""
    first: dict[str, Place] = {}
    for passage in part:
        if match := _STEPS["1."].match(passage.text):
            mark = "、" if match[0].endswith("、") else "."
            first.setdefault(mark, Place(passage, *match.span()))
    if len(first) > 1:
        yield from first.values()
