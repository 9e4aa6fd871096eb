"""Whether the report speaks under its agency's own name, and in nobody else's: R06.

Reports are written over from a neighbour's. A report names other agencies for many good reasons, so
only words that make one of them the reporting unit are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .case import Case
from .finding import Finding, Severity
from .passages import Passage, Place, passages, told
from .rule import rule

_LAST_DAY = r"截[至止]到?\s*20\d\d\s*年(?:\s*12\s*月(?:\s*31\s*日|底)|底)"
_YEAR = rf"(?:{_LAST_DAY}|20\d\d\s*年度?(?:以来)?|本年度?|全年|一年来)"
_SELF = r"(?:本机关|本单位|[本我][局委办厅镇乡街院县区市])"
_DONE = "(?:共|累计|全年|总共|一共|主动|依法|，|,)*(?:收到|受理|新收|办结|答复|公开|发布|制发)"
_COUNTED = r"(?:(?![本我][局委办厅镇乡院县区市])[^，,\d]){0,10}?(?:信息|申请|文件)\s*\d"
_LISTED = "[、和与及等的]"
_OF_ANOTHER = (
    "(?:通报|反馈|指出|提出|转[办来送交]|交办|移[交送]|督[办查]|抽查|检查|考核|评估|测评|[监检]测|[印下]发)"
    rf"[^，,。；、]{{0,8}}的|[对向给]{_SELF}(?:开展|进行|作出|提出|反馈|通报|转办|的)"
)
"""What another one has found with us or sent us, that we speak of: “通报的问题已整改”."""
_SENTENCE = re.compile(r"[^。；！？\n]+")


@rule("R06", "报告用名是不是登记的机关全称")
def agency(case: Case) -> Iterator[Finding]:
    """R06: the name that the report bears is one that its agency is registered with."""
    own = case.content.agency
    if case.registered and own not in case.registered:
        due = "”或“".join(case.registered)
        words = f"报告用名“{own}”与登记的机关全称“{due}”不一致，请核对"
        yield Finding("agency", Severity.WARNING, words, rule="R06")


@rule("R06", "正文是否误用了其他机关的名称")
def other_agencies(case: Case) -> Iterator[Finding]:
    """R06: no part in words speaks of another registered agency as of the one that reports."""
    own, parts = case.content.agency, list(passages(case.content))
    text = "\n".join(part.text for part in parts)
    names = sorted(one for one in case.others if one in text and one not in own)
    if not names:
        return
    openings = {part.key: part for part in reversed(parts) if part.section in (None, 1)}
    places = [
        place
        for part in parts
        for place in _places(part, tuple(names), own, is_opening=openings.get(part.key) is part)
    ]
    what = "把{where}写成了报告的机关，可能是照抄后没有改，请核对"
    yield from told(places, "other-agency", "R06", what)


def _places(
    part: Passage, names: tuple[str, ...], own: str, *, is_opening: bool
) -> Iterator[Place]:
    """Sentences that name the agency itself speak of the other one as of another."""
    for sentence in _SENTENCE.finditer(part.text):
        if own in sentence.group():
            continue
        opens = is_opening and sentence.start() == 0
        found = _speaking(names, is_opening=opens).search(sentence.group())
        if found:
            start = sentence.start()
            yield Place(part, start + found.start(), start + found.end())


@lru_cache(maxsize=32)
def _speaking(names: tuple[str, ...], *, is_opening: bool) -> re.Pattern[str]:
    """What makes one of the names the reporting unit; more in the sentence that opens a part."""
    name = f"(?>{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})"
    ways = [
        rf"{_SELF}\s*[（(]\s*{name}\s*[）)]",
        rf"{name}\s*[（(]\s*以下简称[：:]?\s*[“\"]?{_SELF}",
        rf"本报告由{name}",
        rf"{name}[^，。；]{{0,6}}编制(?:并公布)?了?本(?:年度)?报告",
        rf"公布{name}[^，。；]{{0,6}}(?:政府)?信息公开(?:工作)?的?年(?:度报告|报)",
        rf"本(?:年度)?报告[^。]{{0,20}}与{name}[^。，]{{0,12}}联系",
        rf"^\s*(?:现将)?{name}[^，。]{{0,24}}(?:报告|公布)如下",
        rf"^\s*(?:{_YEAR}[，,]?\s*)*{name}\s*{_YEAR}?{_DONE}{_COUNTED}",
    ]
    if is_opening:
        ways.append(rf"^\s*(?:{_YEAR}[，,]?\s*)*{name}(?!{_LISTED}|{_OF_ANOTHER})")
    return re.compile("|".join(ways))
