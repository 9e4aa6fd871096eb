"""Sentences that say there was nothing: “未收到政府信息公开申请”, “无复议、诉讼”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .between import ASKERS, OURS, any_of
from .context import forums, spoken_of, topic
from .nouns import Alternatives, Noun, Topic
from .reading import Reading
from .resolving import touch
from .ties import Tie
from .vocabulary import Word

_NOT = re.compile(r"(?<![后人者有毫别])(?:从未|未曾|未|没有|并无|均无|暂无|无|零)")
_ASKING = re.compile(
    any_of(
        "收到|接收到|接到|受理|接收|有|过|任何|社会公众|公众|群众|申请人|提出|提交|关于|有关|相关|此类|要求|的|新的"
        f"|向我局|向我委|向我办|向我区|{OURS}",
        ASKERS,
    )
)
_RAISING = re.compile(
    any_of(
        "因|由于|由|与|发生|出现|收到|有|过|被|引起|引发|引致|导致|涉及|产生|提起|提请|针对|关于|对|不服|答复|办理"
        "|工作|事务|方面|问题|事项|任何|相关|有关|一起|一例|一件|1起|1例|1件|类|的|而|我局|我委|我办|我区|本局|本委|本办"
        f"|本机关|本单位|本部门|、|{OURS}"
    )
)
_SUFFERING = re.compile(any_of("出现|发生|产生|有|过|被|、|或|和|及|或者"))
_OR_CORRECTED = re.compile("(?:或者|或|和|及|、)被?(?:纠错|纠正|败诉)")
_STOP = re.compile(
    any_of("的|案件|申请|事项|事件|情况|情形|案|件|发生|方面|要求") + "(?=$|[，。；、！）])"
)
_JOIN = re.compile(
    "(?:案件|申请|情况)?(?:[、/／]|和|及|与|或者|或|以及)" + any_of("被|提起|申请|引发|发生|因")
)
_STOPS = "(?=$|[，。；、！）])"
_IS_ZERO = "(?:为|是)(?:零|〇|0)(?![0-9.万千百])[件宗起例]?"
_DENIED = re.compile(
    any_of("案件|申请|情况|数量|数")
    + any_of("均|都|也|全部")
    + f"(?:未发生|未出现|没有发生|{_IS_ZERO})"
    + _STOPS
)
_NO_NUMBER = re.compile(
    "(?:依申请公开|(?:政府)?信息公开的?申请|公开申请)"
    + any_of("申请|受理|接收|办理|政府信息|事项|总数|数量|总量|件数|数|量")
    + any_of("均|都|全部|总计|共计")
    + _IS_ZERO
    + _STOPS
)

_LISTED = re.compile(
    "依申请公开(?:政府信息|信息|申请|件)?(?:工作|情况|数量|方面)?：(?:全年|本年度?|暂)?"
    "(?:无|没有|[0零〇][件宗]?)(?=$|[。；，])"
)
"""“依申请公开情况：无。”"""
_BALANCE = ("brought_forward", "carried_over", "left_over")


@dataclass(frozen=True)
class Nothing:
    """The text says at [start, end) that all these cells are 0."""

    noun: Noun
    cells: Alternatives
    start: int
    end: int

    def __contains__(self, tie: Tie) -> bool:
        """Whether it was that number's word which said so: “诉讼为零”."""
        return self.start <= tie.numeral.start < self.end


def nothing(reading: Reading) -> Iterator[Nothing]:
    """Every place where the paragraph says that something did not occur."""
    for match in _NOT.finditer(reading.words.text):
        found = (
            _no_disputes(reading, match)
            or _no_applications(reading, match)
            or _no_corrections(reading, match)
            or _no_balance(reading, match)
        )
        if found is not None:
            yield found
    yield from _denied(reading)
    yield from _denied_applications(reading)


def _no_applications(reading: Reading, match: re.Match[str]) -> Nothing | None:
    text = reading.words.text
    end = _through(_ASKING, text, match.end())
    asked = text[match.end() : end]
    if "申请" not in asked or match[0] == "零":
        return None
    if match[0] == "未" and not re.match("收到|接到|受理|接收|有", asked):
        return None
    if not _STOP.match(text, end) or not topic(reading.before(end), Topic.APPLICATIONS):
        return None
    noun = reading.vocabulary.nouns["received"]
    return Nothing(noun, (("applications.received.total",),), match.start(), end)


def _through(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where what fits the pattern from there on ends; there where nothing does."""
    match = pattern.match(text, at)
    return match.end() if match else at


def _no_disputes(reading: Reading, match: re.Match[str]) -> Nothing | None:
    text = reading.words.text
    first = reading.dispute_after(match.end())
    if first is None or not _RAISING.fullmatch(text, match.end(), first.start):
        return None
    words = _listed(reading, first)
    if not _STOP.match(text, words[-1].end):
        return None
    return _of_all(words, match.start())


def _listed(reading: Reading, first: Word) -> list[Word]:
    """The ways of dispute that are named together, from the first on."""
    listed = [first]
    for word in reading.nouns_from(first.end):
        joined = _JOIN.fullmatch(reading.words.text, listed[-1].end, word.start)
        if word.noun.topic is not Topic.DISPUTES or not (joined or touch(listed[-1], word)):
            break
        listed.append(word)
    return listed


def _of_all(words: list[Word], start: int) -> Nothing:
    cells = tuple(cell for word in words for cell in word.noun.cells[0])
    return Nothing(words[0].noun, (tuple(dict.fromkeys(cells)),), start, words[-1].end)


def _no_corrections(reading: Reading, match: re.Match[str]) -> Nothing | None:
    """“未出现纠错或败诉”, behind a sentence that names disputes."""
    text = reading.words.text
    word = reading.noun_after(match.end())
    if word is None or word.noun.id != "corrected":
        return None
    if not _SUFFERING.fullmatch(text, match.end(), word.start):
        return None
    end = _through(_OR_CORRECTED, text, word.end)
    if not _STOP.match(text, end) or not spoken_of(reading.nouns, match.start(), Topic.DISPUTES):
        return None
    start = reading.words.sentence(match.start())[0]
    near = forums(reading.nouns, start, match.start())
    cells = tuple(tuple(f"disputes.{forum}.corrected" for forum in one) for one in near)
    return Nothing(word.noun, cells, match.start(), end)


def _no_balance(reading: Reading, match: re.Match[str]) -> Nothing | None:
    """“无上年结转申请”, “无结转下年度的申请”."""
    text = reading.words.text
    word = reading.noun_after(match.end())
    if word is None or word.noun.id not in _BALANCE:
        return None
    if text[match.end() : word.start] not in ("", "有"):
        return None
    if not word.noun.sure and reading.words.clause_start(match.start()) != match.start():
        return None
    end = _through(_ASKING, text, word.end)
    if not _STOP.match(text, end) or not topic(reading.before(end), Topic.APPLICATIONS):
        return None
    return Nothing(word.noun, word.noun.cells, match.start(), end)


def _denied_applications(reading: Reading) -> Iterator[Nothing]:
    """“政府信息公开申请为零”."""
    noun = reading.vocabulary.nouns["received"]
    for pattern in (_NO_NUMBER, _LISTED):
        for match in pattern.finditer(reading.words.text):
            yield Nothing(noun, noun.cells[:1], match.start(), match.end())


def _denied(reading: Reading) -> Iterator[Nothing]:
    """“复议、诉讼均未发生”, “复议、诉讼均为零”."""
    seen: set[int] = set()
    for word in (w for w in reading.nouns if w.noun.topic is Topic.DISPUTES):
        if word.start in seen:
            continue
        words = _listed(reading, word)
        seen.update(one.start for one in words)
        match = _DENIED.match(reading.words.text, words[-1].end)
        if match and "公开" in reading.before(word.start):
            found = _of_all(words, word.start)
            yield Nothing(found.noun, found.cells, found.start, match.end())
