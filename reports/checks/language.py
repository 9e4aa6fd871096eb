"""How the prose is written: fixed phrases, wrong words, marks, leftovers (R70–R73).

Prose can be recognised wrongly, so nothing here ever blocks for good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from reports.formats import edition

from .case import Case
from .finding import Finding, Severity
from .passages import Passage, Place, passages, told, wherever
from .rule import REGULATION, rule
from .wrong_words import RIGHT_WORDS, WRONG_WORDS

_HAN = "\u4e00-\u9fff"
_PRINCIPLE = re.compile(r"公开[是为]常态([，,、；;]?)(?:以)?(不?)公开[是为]例外")
_TURNED_ROUND = re.compile(r"(?<!不)公开[是为]例外[，,、；;]?(?:以)?不公开[是为]常态")
_EXACT = "公开为常态、不公开为例外"
_SINCE = re.compile(
    r"截止(?=到?(?:[0-9０-９]{4}年|[0-9０-９]{1,2}月|目前|年[底末]|月底|[今本去上]年|当前))"
)
_STORM = re.compile("台风|风暴|气旋|飓风|龙卷")
_ASKED = re.compile("(?:请|可|用户|公众|群众|市民|企业)[^，。；]{0,6}登陆")
_LOG_IN = re.compile(
    r"登陆(?!网站|系统|平台|查|[点艇舰地战]|科创|A股|新三板|资本|主板|创业板|北交所|港交所)"
    r"(?=了?[^，。；：！？]{0,20}?(?:网站|官网|网页|主页|门户|平台|系统|专栏|栏目|公众号|小程序|客户端|APP|App|app|微博|"
    r"微信|邮箱|后台|页面|界面|入口|密码|网址|https?|www))"
    r"|(?<=用户|扫码|一键|账号|点击|重新)登陆(?!网站|系统|平台|查)"
)
_AGAIN = re.compile(r"(做好|加强|推进|提升|提高|完善|认真|积极|严格|按照|继续|切实|全面)\1")
_DOUBLED = re.compile("[，、；：。][，、；：。]+")
_HALF_WIDTH = re.compile(
    rf"(?<=[{_HAN}”》）])[,;:?!]|(?<=[0-9%])[,;:?!](?=[{_HAN}])|(?<=[{_HAN}])\(|\)(?=[{_HAN}，。；])|"
    rf"(?<=[{_HAN}”》）])\.(?=[{_HAN}“《（]|\s*$)|"
    rf"\"(?=[{_HAN}])|(?<=[{_HAN}，。；：！？）》])\"|(?<=[{_HAN}，。；：])'(?=[{_HAN}])"
)
_OPEN_END = re.compile(rf"[{_HAN}”》）0-9%，、]")
_CLOSED = re.compile("[。！？…][”’）」』]+$|。（[^（）]*）$")
"""A full stop within the quotation marks or brackets that end a paragraph, or before them."""
_MEMORY = 200
"""So far back those brackets are looked for."""
_STOPS = re.compile("[，,。；;]")
_SENTENCES = re.compile("[。；]|[，、]$|^[一二三四五六七八九]是|[0-9]+(?:件|条|次|篇|项|人次|个)")
_SIGNATURE = re.compile("(?:地址|电话|网址|邮编|邮箱|传真|联系人)|[0-9]{1,2}月[0-9]{1,2}日$")
_LONG = 40
"""No heading is longer than so many characters."""
_NUMBER_OF_DOCUMENT = re.compile(
    r"[\[［【(（﹝]\s*(?:19|20)[0-9]{2}\s*[\]］】)）﹞]\s*第?\s*[0-9]+\s*号"
)
_NOT_BARE = re.compile(
    r"(?<![字令书])(?<!公告)(?<!通告)(?<!公报)(?<!决定)〔\s*(?:19|20)[0-9]{2}\s*〕\s*"
    r"(?:第\s*[0-9]|0[0-9])[0-9]*\s*号(?!令|公告|通告|公报)"
)
"""〔2020〕第10号, 〔2020〕01号; numbers of orders, proclamations and case files have their 第."""
_WIDTH = 16
"""No longer is the number of a document, or what a template has in brackets."""
_LEFTOVERS = re.compile(
    r"\[bookmark:[^\]]*\]|(?<![!-~])[Xx]{2,}(?![!-~])|[Ｘ×]{2,}|[*＊]{2,}|_{3,}|□|\[\s*\]|【\s*】|（\s*）|\(\s*\)|"
    r"(?<![有亟尚])待补充|待填写|此处(?:填|输入|插入|添加)|[（(【\[]请?(?:在此)?(?:填写|输入|插入)[^）)】\]]*[）)】\]]|"
    r"[（(【](?:单位|机关|部门)(?:名称|全称)[）)】]|"
    rf"(?<![0-9A-Za-zＸ×])[XxＸ×](?=[条件次份场篇项年月日人元])|"
    rf"(?<=[{_HAN}])[ \u3000]{{2,}}(?=条(?!例)|[件次](?!数)|[份场篇])|"
    r"(?<![0-9])20(?:[0-9][XxＸ×]|[XxＸ×]{2})(?=年|[〕\]）)】])|〕\s*[XxＸ×]{1,3}\s*号|"
    r"<请?[^<>]{0,6}(?:填写|输入|插入)[^<>]{0,12}>|\{\{?\s*[A-Za-z_.]+\s*\}?\}|"
    r"错误[!！]\s*(?:未(?:找到|定义|指定)|不能|文档|超链接)|#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!)|"
    r"(?<![A-Za-z])(?:NaN|undefined|null)(?![A-Za-z])"
)
_WITH_BRACKETS = (_NUMBER_OF_DOCUMENT, _LEFTOVERS)
_NOTICE = (
    r"(?:公开[办函]{0,2}\s*|(?<![\u4e00-\u9fff\s])|(?<=[据按照依和及与]))"
    r"[〔\[（(【]\s*%s\s*[〕\]）)】]\s*%s号"
)
"""Of the office for disclosure: others have numbered theirs alike."""
_OLD_BASIS = re.compile(_NOTICE % (2019, 60))
_BASIS = re.compile(_NOTICE % (2021, 30))
_NEWEST = edition("2021")
_OPENING = "“‘（《【〔「『"
_PAIRS = dict(zip("”’）》】〕」』", _OPENING, strict=True))
_PAIRED = re.compile(f"[{_OPENING}{''.join(_PAIRS)}]")


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
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
        for place in wherever(case, _any_of(tuple(right)), right=RIGHT_WORDS)
    ]
    places += wherever(case, _SINCE, "（应为“截至”）")
    places += wherever(case, _LOG_IN, "（应为“登录”）")
    places += wherever(case, _AGAIN, "（重复）")
    places = [place for place in _apart(places, case) if not _is_of_storm(place)]
    yield from told(places, "wrong-word", "R71", "{where}有错别字")


def _apart(places: list[Place], case: Case) -> Iterator[Place]:
    """In the order of the text, each mistake once: “请登陆” has the “登陆” in it told with it."""
    if not places:
        return
    order = {passage: n for n, passage in enumerate(passages(case.content))}
    before = None
    for place in sorted(places, key=lambda one: (order[one.passage], one.start, -one.end)):
        if before and place.passage == before.passage and place.start < before.end:
            continue
        before = place
        yield place


def _is_of_storm(place: Place) -> bool:
    """登陆 is right of a typhoon, not of people who are asked to while it blows."""
    if "登陆" not in place.stretch or not _STORM.search(place.sentence):
        return False
    return not _ASKED.search(place.passage.text, max(0, place.start - 8), place.end)


@rule("R71", "本地词表中的敏感词")
def sensitive_words(case: Case) -> Iterator[Finding]:
    """R71: words that the district wants nobody to publish unseen."""
    places = wherever(case, _any_of(tuple(case.settings.sensitive_words)))
    yield from told(places, "sensitive-word", "R71", "{where}有本地词表所列的敏感词，请核对")


@rule("R71", "模板留下的占位符、书签")
def leftovers(case: Case) -> Iterator[Finding]:
    """R71: bookmarks and placeholders of a template that nobody has replaced."""
    yield from told(
        wherever(case, _LEFTOVERS), "leftover", "R71", "{where}有没有替换的占位符，请填写或者删去"
    )


@rule("R73", "中文里的半角标点")
def half_width(case: Case) -> Iterator[Finding]:
    """R73: Chinese is set with full-width punctuation; told once a report, however often."""
    words = "{where}用了半角标点，可用“规范标点”统一改正"
    places = (place for place in wherever(case, _HALF_WIDTH) if not _is_told_of(place))
    yield from told(places, "half-width", "R73", words, at_once=True)


def _is_told_of(place: Place) -> bool:
    """Whether it is a bracket of a document's number or of a placeholder: another check tells."""
    first, last = max(0, place.start - _WIDTH), place.end + _WIDTH
    near = [one.finditer(place.passage.text, first, last) for one in _WITH_BRACKETS]
    return any(one.start() <= place.start < one.end() for one in chain(*near))


@rule("R73", "标点是否重复")
def doubled(case: Case) -> Iterator[Finding]:
    """R73: one mark of punctuation does not follow on another."""
    yield from told(wherever(case, _DOUBLED), "doubled", "R73", "{where}的标点重复")


@rule("R73", "段落末尾有没有句号", Severity.NOTE)
def full_stops(case: Case) -> Iterator[Finding]:
    """R73: a paragraph of sentences ends with a full stop; headings and signatures need none."""
    parts = list(passages(case.content))
    lasts = {part.key: part for part in parts}
    places = (
        Place(part, len(part.text) - 1, len(part.text))
        for part in parts
        if _is_open(part, is_last=lasts[part.key] is part)
    )
    yield from told(places, "full-stop", "R73", "{where}这一段末尾没有句号", Severity.NOTE)


def _is_open(part: Passage, *, is_last: bool) -> bool:
    """What is followed by more may be a heading, unless it is long or plainly of sentences."""
    text = part.text
    if (
        not _OPEN_END.match(text[-1])
        or _CLOSED.search(text, max(0, len(text) - _MEMORY))
        or part.paragraph.is_heading
        or _SIGNATURE.search(text)
    ):
        return False
    is_sentences = is_last or len(text) > _LONG or bool(_SENTENCES.search(text))
    return is_sentences and bool(_STOPS.search(text))


@rule("R73", "发文字号的年份括号、顺序号是否合乎格式", law="《党政机关公文格式》（GB/T 9704—2012）")
def document_numbers(case: Case) -> Iterator[Finding]:
    """R73: a document's number has its year in 〔〕 and a bare number behind it (GB/T 9704)."""
    words = "{where}的发文字号，年份应使用六角括号〔〕"
    yield from told(wherever(case, _NUMBER_OF_DOCUMENT), "document-number", "R73", words)
    words = "{where}的发文字号，顺序号不加“第”字，也不在前面补0"
    yield from told(wherever(case, _NOT_BARE), "document-number", "R73", words)


@rule("R72", "是否只引用了已经替换的格式通知")
def basis(case: Case) -> Iterator[Finding]:
    """R72: a report in the form of 2021 does not rest on the notice of 2019 alone."""
    if case.content.year < _NEWEST.first_year or any(True for _ in wherever(case, _BASIS)):
        return
    words = f"只引用了{{where}}，现行格式的依据是{_NEWEST.basis}"
    yield from told(wherever(case, _OLD_BASIS), "basis", "R72", words)


@rule("R73", "括号和引号是否成对")
def pairs(case: Case) -> Iterator[Finding]:
    """R73: brackets and quotation marks open and close in turn, within a paragraph."""
    places = (place for passage in passages(case.content) for place in _unpaired(passage))
    yield from told(places, "unpaired", "R73", "{where}的括号或引号没有成对")


_COUNTED = re.compile("[0-9０-９一二三四五六七八九十]{1,2}$")


def _unpaired(passage: Passage) -> Iterator[Place]:
    open_: list[int] = []
    for found in _PAIRED.finditer(passage.text):
        at, char = found.start(), found[0]
        if char in _OPENING:
            open_.append(at)
        elif open_ and passage.text[open_[-1]] == _PAIRS[char]:
            open_.pop()
        elif not _COUNTED.match(passage.text, 0, at):
            yield Place(passage, at, at + 1)
    yield from (Place(passage, at, at + 1) for at in open_)
