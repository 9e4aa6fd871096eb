"""What a place of the text is about: applications or other matters, which year, whole or part.

Precision over recall: where the words leave a doubt, the number there is tied to nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from .nouns import FORUMS, Noun, Topic
from .numerals import YEAR, from_words
from .plain import Plain
from .vocabulary import Word
from .whose import of_others

_OWN = r"依申请公开|信息公开的?申请|公开申请|申请(?:政府)?(?:信息)?公开|依申请件|依申请信息"
_MATTERS = (
    "建议|提案|留言|信件|来信|来电|来访|咨询|投诉|举报|信访|工单|热线|诉求|审批|许可|处罚|舆情|问卷"
    "|意见|督办|仲裁|执法检查"
)
_APPLICATIONS = re.compile(
    rf"(?P<own>{_OWN})|{_MATTERS}|主动公开|解读|政策|文件|新媒体|公众号|复议|诉讼|应诉"
)
_DISPUTES = re.compile(rf"(?P<own>公开)|{_MATTERS}")

_YEAR = re.compile(
    r"(?<![较比与同])(?:(?:19|20)[0-9]{2}年?[-—－~～至到]+(?:(?:19|20)?[0-9]{2}年)"
    r"|上一?年度?|去年|往年|前年|历年|近[一二两三四五六七八九十0-9]+年"
    r"|(?<![0-9一二三四五六七八九〇零○])[两三四五六七八九十2-9]年(?=[来间内]))"
    r"(?!度?(?:结转|转结|转入|遗留|延续|顺延))(?P<other>)"
    rf"|(?<![较比与同])(?P<year>{YEAR})年"
    r"(?!度?(?:结转|转结|转入|遗留|延续|顺延))"
    r"|本年|今年"
)
_ANY_PART = re.compile(
    "季度|上半年|下半年|(?<![0-9])1月(?!1日|[-—－~～至到]+12月)|(?<![0-9])(?:[2-9]|1[01])月"
    "|(?<![-—－~～至到0-9])12月(?!31日|底|末)|至今|截至目前|(?<!报告)(?<!统计)期间"
    "|(?<!今年)(?<!本年)(?<!本年度)(?<![0-9]年)以来|分别$|多$|少$|应$|应当$|未$|不$|同比"
)
_PART_OF_DOCUMENTS = re.compile("其中|含|包括|名义|联合|参与|配合|协助|代拟|提请|起草")
_PART_OF_APPLICATIONS = re.compile(
    r"通过|以信|以网|网上|网络|线上|在线|线下|信函|邮寄|邮件|邮箱|当面|现场|窗口|传真|来函|平台|系统|渠道"
    r"|自然人|个人|法人|企业|律师|日均|月均|人均|件均|户均|平均|每|涉及|等方面|方面的|转办|转送|移送|分办|下级|下属|所属|延期|逾期|按期"
    r"|按时|自行|超期|当场|当日|口头|书面|电话|提前|补正|撤回|另行|再次|重新|重复|反复|(?:[0-9]|工作)[日天](?:之|以)?内|出版物|科研|公益|法律服务|后$|名义|代(?!表|码)|联合|参与|配合|协助"
)
_ALL_IN_TIME = re.compile(
    "(?<![^，])(?:所有|全部|收到|政府|信息|依申请|公开|申请|的)*+(?:均|都|(?<=全部))已?"
    "(?:按期|按时)(?:全部)?(?:答复办结|办结|答复|办复|回复|办理完毕|处理完毕)(?=，)"
)
"""“申请均已按期办结，”: the clause behind what was done with all of them is told of all, too."""
_GOING_ON = {"carried_over", "left_over"}
_MEMORY = 300
"""So many characters on either side a year or a part that is named holds within its sentence."""
_OF_WHICH = "其中"
_STOCKS = (Topic.DOCUMENTS, Topic.STATES)
_WHOLES = {"received", "closed", "answered", "handled"}
"""Nouns that are told of a part where “其中” stands before them."""
_PLANS = re.compile(r"将|拟|力争|确保|避免|防止|杜绝|如果|倘若|下一步|计划|目标")
_OF_DONE = re.compile(
    "(?:办结|答复|办复|回复|(?P<open>办理|处理))[^，。；、（0-9]{0,12}(?P<all>[0-9]+)件"
    "[^，。；（]{0,8}[，（]"
    "(?P<parts>(?:其中|含|包括)[^。；]*)$"
)
"""Behind what was answered, what came in is a part of it: the rest is from the year before."""
_PARTS = re.compile("([0-9]+)件")


def topic(before: str, kind: Topic) -> bool:
    """Whether the text up to here was last speaking of applications for information (of disputes
    over it), not of another matter.
    """
    pattern = _DISPUTES if kind in (Topic.DISPUTES, Topic.OUTCOMES) else _APPLICATIONS
    last = None
    for last in pattern.finditer(before):  # noqa: B007
        pass
    return bool(last and last["own"])


@dataclass(frozen=True)
class Scope:
    """Of what a number is told: `year` if the words before name another one, `part` if they tell
    of a part of the whole, of another agency, or of what is only planned.
    """

    year: int | None = None
    part: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it is told of this year and of all there was."""
        return self.year is None and not self.part


OTHER_YEAR = 0
"""The year of a scope that names none: last year, former years."""


def scope(
    words: Plain, noun: Noun, told: tuple[int, int], year: int, agency: str, *, adds: bool = False
) -> Scope:
    """The scope of what stands at told[1]; what came before told[0] was told of something else.

    `adds` says whether it may be added to what was counted before.
    """
    since, at = told
    first, end = words.sentence(at)
    start = max(first, at - _MEMORY)
    sentence, behind = words.text[start:at], words.text[at : min(end, at + _MEMORY)]
    before = words.text[max(start, since) : at]
    so_far = _so_far(words, at) if adds else ""
    named = year_told(sentence, year)
    part = (
        _is_part(_without_all(sentence, before, noun), noun)
        or _PLANS.search(sentence)
        or (noun.topic in _STOCKS and sentence.count("（") > sentence.count("）"))
        or (noun.id == "new" and _is_of_done(sentence, behind))
        or of_others(so_far, before, behind, agency)
    )
    return Scope(None if named == year else named, bool(part))


def _is_of_done(sentence: str, behind: str) -> bool:
    """Whether it is counted within what was answered; “办理” is meant so where the parts add up."""
    match = _OF_DONE.search(sentence)
    if not match or match["open"] is None:
        return bool(match)
    parts = _PARTS.findall(match["parts"] + behind)
    return sum(int(number) for number in parts[:2]) == int(match["all"])


def _so_far(words: Plain, at: int) -> str:
    """What was said since the last full stop, semicolons and all."""
    text = words.text[max(0, at - _MEMORY) : at]
    return text[text.rfind("。") + 1 :]


def _without_all(sentence: str, before: str, noun: Noun) -> str:
    """What may make a part of what goes on; where all was done in time, all of the sentence."""
    left = _ALL_IN_TIME.sub("", sentence) if noun.id in _GOING_ON else sentence
    return before if left == sentence else left


def _is_part(before: str, noun: Noun) -> bool:
    if noun.topic in (Topic.APPLICATIONS, Topic.RESULTS) and _PART_OF_APPLICATIONS.search(before):
        return True
    if noun.topic in _STOCKS and _PART_OF_DOCUMENTS.search(before):
        return True
    return bool(_ANY_PART.search(before)) or (noun.id in _WHOLES and _OF_WHICH in before)


def year_told(sentence: str, year: int) -> int:
    """The year that the words named last, OTHER_YEAR for one without a number; or else `year`."""
    found = year
    for match in _YEAR.finditer(sentence):
        if match["year"]:
            found = _year(match["year"])
        else:
            found = OTHER_YEAR if match["other"] is not None else year
    return found


def _year(words: str) -> int:
    return int(words) if words.isascii() else from_words(words.replace("○", "〇")) or OTHER_YEAR


def spoken_of(words: list[Word], at: int, kind: Topic) -> str:
    """The id of the noun of that kind that was last named before `at`; "" if none was."""
    before = (words[n].noun for n in range(_before(words, at) - 1, -1, -1))
    return next((noun.id for noun in before if noun.topic is kind), "")


def _before(words: list[Word], at: int) -> int:
    """How many of them end there or before."""
    return bisect_right(words, at, key=lambda word: word.end)


def forums(words: list[Word], start: int, at: int) -> tuple[tuple[str, ...], ...]:
    """The ways of dispute that an outcome at `at` may be told of: those last named, or all.

    Some must have been named there. If its sentence, of which `start` is the beginning, names no
    others, it is told of them.
    """
    last = spoken_of(words, at, Topic.DISPUTES)
    near = FORUMS[1:] if last == "litigation" else (last,)
    first = bisect_left(words, start, key=lambda word: word.start)
    named = {word.noun.id for word in words[first : _before(words, at)]} & _WAYS
    return (near,) if named == {last} else (near, FORUMS)


_WAYS = {"litigation", *FORUMS}
