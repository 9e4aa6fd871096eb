"""Years left over (R46): what is told of another year as if it were the report's own.

A year is left over where it is when something was done, not where it names a thing
(“2023年制定的”) or a reason stands beside it (“与2023年相比”). Most other years are named rightly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .numerals import YEAR, from_words
from .plain import LONGEST, Plain, plain
from .whose import shortens

_MAY_NAME = re.compile(r"\d{4}\s*年|[一二][〇零○一二三四五六七八九]{3}\s*年")
_YEAR = re.compile(f"(?P<year>{YEAR})年")

_PERIOD = re.compile(
    "统计的?(?:期|时|周期|区间)|(?:数据|报告)的?(?:期限|时间|时段|区间)|所[列涉]数据"
)
_BOUND = re.compile("0?1月0?1日|12月31日")

_WHOLE_YEAR = re.compile("年0?1月0?1日起?[至到—－~～-]+(?:[0-9]{4}年)?12月31日")

_UNTIL = ("截至", "截止", "截止到", "截至到")
_END = re.compile("12月31日|12月?底|底|末")

_OWN_REPORT = re.compile("度?的?(?:政府)?信息公开(?:工作)?的?(?:年度报告|年报)")

_ATTRIBUTE = re.compile("度?[^，。；！？：]{0,16}?的")
_AFTER = "对将按照据自从到至于较比及和与、给—－-~～"
"""A year behind one of these is no time at which something was done."""
_WITH_REASON = re.compile(
    "(?:上年|上一年|去年)(?!度?结转)|同期|同比|[比较与同][0-9]{4}年|截至|截止|下一步|今后|以来|年间|本年|今年"
)
_PLANS = re.compile(
    "将|拟|要|应|需|计划|力争|争取|继续|进一步|下一步|今后|持续|加强|深化|确保|不断|完善"
)
_WE = (
    "[我本全该][们局委厅办院所队站会社校区县市省旗州镇乡街单机部中]"
    "(?:位|关|门|心|道办|道|系统|政府|行政机关|各级|各部门|各单位)*"
)
_NAME = "[\u4e00-\u9fff]{2,24}?(?:[局委厅办府镇乡院区县市]|办公[室厅]|街道(?:办事处)?|中心|公司)"
_US = re.compile(f"(?:{_WE}|(?P<name>{_NAME}))")
_DEED = re.compile(
    f"(?:度|全年)?，?(?:在[^，。；！？]{{2,40}}?[下中]，?)?(?:{_WE}|(?P<name>{_NAME}))?"
    "(?:始终|一直|，|的)*(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:始终|一直|能够|通过[^，。；]{2,30}?)?"
    "(?:认真|严格|坚持|积极|切实|全面|深入|着力|紧紧|扎实|围绕|规范|贯彻|落实|主动公开|公开政府|发布"
    "|共|累计|收到|受理|接收|办理|答复|收取|未|没有|无|开展|组织|举办|持续|不断|高度重视|以习近平)"
)
"""Of a clause from the year on: what reports say that they have done in their year."""
_CHARGED = re.compile("度?[^。；！？]{0,40}(?:收费通知|信息处理费|未收费)")
_NO_TIME = re.compile("度?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:起|以[来前后]|之?[前后]|底|末)")
"""Behind a year that is when something began or ended."""
_EVENT = re.compile(
    "[获荣评选授]|整改|成立|组建|设立|划转|合并|更名|挂牌|撤销|印发|出台|修订|要点|通报|年报|报告"
)
"""What is told of a former year as what has happened, and where."""
_COUNTED = re.compile("(?:公开|发布|收到|受理|答复|办结)[^，。；！？]{0,16}[0-9]+[余多]?[条件份]")
_MEMORY = 300
"""So many characters on either side what stands in the sentence says how a year is meant."""
_LONGEST_QUOTE = 80


@dataclass(frozen=True)
class LeftOver:
    """A year that is not the report's, and the words in which it stands."""

    year: int
    quoted: str


@dataclass(frozen=True)
class Place:
    """A paragraph's `part`, and whose report of which year it is in."""

    part: str
    year: int
    agency: str

    def is_us(self, name: str | None) -> bool:
        """Whether that is the agency's name, in short or in full; True without a name."""
        return name is None or shortens(name, self.agency)


def left_over(place: Place, text: str, told: tuple[tuple[int, int], ...] = ()) -> LeftOver | None:
    """The first year of the paragraph that is left over; None where all are in their place.

    `told` has of each claim that is told of another year that year and where it begins.
    """
    if len(text) > LONGEST or not _MAY_NAME.search(text):
        return None
    return _found(place, text, told)


@lru_cache(maxsize=512)
def unexplained(place: Place, text: str, year: int) -> bool:
    """Whether the paragraph names that year as when the agency did something, none of its own, and
    no reason.
    """
    if len(text) > LONGEST:
        return False
    words = plain(text)
    named = list(_named(words))
    if "今年" in words.text or "本年" in words.text or any(one.year == place.year for one in named):
        return False
    told = (one for one in named if one.year == year and not _NO_TIME.match(one.behind))
    return any(one.is_free and one.is_ours(place) for one in told)


@lru_cache(maxsize=512)
def _found(place: Place, text: str, told: tuple[tuple[int, int], ...]) -> LeftOver | None:
    words = plain(text)
    named = list(_named(words))
    wrong = [one for one in named if one.year != place.year]
    found = [one for one in wrong if one.bounds_the_period(place)]
    if len(wrong) == len(named) and "今年" not in words.text:
        near = [one for one in wrong if abs(one.year - place.year) == 1]
        found += [one for one in near if one.is_left_over(place)]
        found += [one for year, at in told if (one := _before(near, words, year, at))]
    first = min(found, key=lambda one: one.start, default=None)
    return LeftOver(first.year, first.quoted) if first else None


def _named(words: Plain) -> Iterator[_Named]:
    for match in _YEAR.finditer(words.text):
        yield _Named(words, match, _number(match["year"]))


def _number(words: str) -> int:
    return int(words) if words.isascii() else from_words(words.replace("○", "〇")) or 0


def _before(near: list[_Named], words: Plain, year: int, at: int) -> _Named | None:
    """The year of which a claim that begins at `at` of the original is told."""
    named = [one for one in near if one.year == year and words.at[one.start] <= at]
    return named[-1] if named and named[-1].is_free else None


@dataclass(frozen=True)
class _Named:
    """A year that the paragraph names."""

    words: Plain
    match: re.Match[str]
    year: int

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def sentence(self) -> str:
        start, end = self.words.sentence(self.start)
        near = slice(max(start, self.start - _MEMORY), min(end, self.start + _MEMORY))
        return self.words.text[near]

    @property
    def behind(self) -> str:
        end = min(self.words.sentence(self.start)[1], self.start + _MEMORY)
        return self.words.text[self.match.end() : end]

    def bounds_the_period(self, place: Place) -> bool:
        """“统计期限自2023年1月1日至12月31日”; a whole year in the opening is the period too."""
        if not _BOUND.match(self.behind):
            return False
        is_opening = place.part == "preamble" and _WHOLE_YEAR.search(self.sentence)
        return bool(is_opening or _PERIOD.search(self.sentence))

    def is_left_over(self, place: Place) -> bool:
        """Whether it stands where a report names its own year."""
        if place.part == "preamble" and self.names_the_report:
            return True
        return self.is_time_of(place) or self.ends_a_count

    @property
    def ends_a_count(self) -> bool:
        """“截至2023年12月31日，主动公开信息35条”."""
        until = self.words.text[self.words.clause_start(self.start) : self.start] in _UNTIL
        return until and bool(_END.match(self.behind) and _COUNTED.search(self.behind))

    @property
    def names_the_report(self) -> bool:
        """“2023年政府信息公开工作年度报告”."""
        return bool(_OWN_REPORT.match(self.behind))

    @property
    def is_free(self) -> bool:
        """Whether it names no thing of that year (“2023年制定的”), and no reason stands beside."""
        return not _ATTRIBUTE.match(self.behind) and not self.has_reason

    @property
    def has_reason(self) -> bool:
        """Whether the sentence says why that year is spoken of."""
        text = self.words.text
        bound = self.start and text[self.start - 1] in _AFTER
        return bool(bound or _WITH_REASON.search(self.sentence))

    def is_ours(self, place: Place) -> bool:
        """Whether nobody but the agency stands before it in its clause."""
        lead = self.words.text[self.words.clause_start(self.start) : self.start]
        us = _US.fullmatch(lead)
        return not lead or bool(us and place.is_us(us["name"]))

    def is_time_of(self, place: Place) -> bool:
        """Whether the agency is said to have done then what reports tell of their own year."""
        if not self.is_ours(place):
            return False
        if _CHARGED.match(self.behind):
            return self.year < place.year and not self.has_reason
        deed = _DEED.match(self.behind)
        if not deed or not self.is_free or not place.is_us(deed["name"]):
            return False
        clause = self.behind[: deed.end()] + self.behind[deed.end() :].partition("，")[0]
        return not _EVENT.search(clause) and (self.year < place.year or self._was_done(place))

    def _was_done(self, place: Place) -> bool:
        """Of the year after, most is planned."""
        return (
            bool(_COUNTED.search(self.behind))
            and not _PLANS.search(self.sentence)
            and place.part != "5"
        )

    @property
    def quoted(self) -> str:
        """The year's clause and what follows in its sentence, so far as it is not too long."""
        start, (_, end) = self.words.clause_start(self.start), self.words.sentence(self.start)
        first, last = self.words.span(start, end)
        quoted = self.words.shown[first:last].strip()
        return quoted if len(quoted) <= _LONGEST_QUOTE else f"{quoted[:_LONGEST_QUOTE]}…"
