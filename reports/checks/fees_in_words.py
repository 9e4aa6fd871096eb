"""What section six says of the fees in its own words, against the figures typed in (R45, R53)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.content import Content
from reports.content.content import in_yuan, plain_numbers
from reports.figures import Figure

from .case import Case
from .fees import fee_told
from .finding import Finding, Severity
from .narrative.context import year_told
from .narrative.left_over import Place as Where
from .narrative.left_over import unexplained
from .narrative.numerals import from_words
from .narrative.said import said_year
from .passages import Place, passages, told
from .personal import hidden
from .rule import rule

_AMOUNTS = re.compile(r"([0-9]+(?:\.[0-9]+)?)(件|元)")
_WORDED = re.compile(
    "(?<![0-9零〇一二两三四五六七八九十百千万])[零〇一二两三四五六七八九十百千万]++(?=[元件份])"
)
_SENTENCE = re.compile(r"[^。；！？\n]+")
_NO_FIGURE = re.compile(
    "标准|以下|以内|超过|超出|减免|符合|每[件页份]|其中|部分|上年|上一年|去年|往年|应收|应缴"
)
"""A sentence of the tariff, of some of the charges or of another year."""
_NEAR = r"[^，,；0-9应]{0,12}"
_AMOUNT = r"([0-9]+(?:\.[0-9]+)?)元(?![/／每])"
_FEE = "(?:信息处理费|处理费|缴费(?!通知)|费用)"
_SAYS = {
    "notices": re.compile(
        rf"(?<!按)(?:收费|缴费)通知{_NEAR}(?<![0-9])([0-9]+)[件份]|([0-9]+)[件份](?:收费|缴费)通知"
    ),
    "billed": re.compile(rf"(?:收费|缴费)通知[^，,；0-9]{{0,6}}金额{_NEAR}{_AMOUNT}"),
    "received": re.compile(
        rf"(?:收取|收缴|实收|收到)(?:{_NEAR}{_FEE}{_NEAR}{_AMOUNT}|[^，,；0-9]{{0,4}}{_AMOUNT}的?"
        rf"[^，,；0-9]{{0,8}}信息处理费)"
    ),
}
_NOT = "(?:未|没有|没|不曾|从未|不)"
_SAYS_NONE = {
    "notices": re.compile(
        rf"{_NOT}(?:发出|开具|产生|发生)[^，,；]{{0,16}}(?:收费|缴费|信息处理费)"
    ),
    "received": re.compile(
        rf"{_NOT}(?:实际)?(?:向[^，,；]{{1,10}})?(?:收取|收缴|收到)"
        rf"(?![^，,；]*[以之]外)[^，,；0-9]{{0,12}}{_FEE}(?!的)|"
        rf"{_NOT}收费(?!通知)|零收费|(?:申请|信息处理费)[^，,；]{{0,14}}免费|信息处理费(?:收取|情况|总?金额)*(?:：|:|为|是)?(?:无|零)(?![^，,；])"
    ),
}
_BARE = re.compile(
    r"(?:金额|费用|收取|实收|收费|处理费)[为是共计约了：:\s]{0,3}"
    r"(?:[0-9][0-9,，.]*[0-9]|[1-9])万?(?!\s*万?元|[,，][0-9])(?=[，。；、）,;)\s]|$)"
)
"""An amount of money with nothing behind it (R53); 0 is as much in every unit."""


@rule("R45", "第六部分文字写的收费情况与录入的是否一致")
def words_and_figures_agree(case: Case) -> Iterator[Finding]:
    """R45: what section six says of the fees in words of its own is what the figures say."""
    found = list(_listed(case))
    yield from found or _said(case)


def _is_asked(case: Case, before: str, paragraph: str) -> bool:
    """Whether an amount behind these words is held against the figures.

    One of another year is, if the year seems to be left over and R46 does not tell of it.
    """
    content = case.content
    year = year_told(before, content.year)
    if year == content.year:
        return True
    if any(paragraph in one.rests for one in said_year(case)):
        return False
    return unexplained(Where("6", content.year, content.agency), paragraph, year)


def _listed(case: Case) -> Iterator[Finding]:
    """What paragraphs give as a list behind 收费通知: all amounts are known, or in their order."""
    content = case.content
    if not content.fee_sentence:
        return
    for paragraph, before, said in content.fees_said:
        if not _is_asked(case, before, paragraph):
            continue
        amounts = _AMOUNTS.findall(said)
        known = all(Decimal(number) in _fees_in(content, unit) for number, unit in amounts)
        if (known and len(amounts) < len(content.fees)) or content.fees_in_order(said):
            continue
        quoted = "、".join(number + unit for number, unit in amounts)
        words = f"正文写的收费情况（{quoted}）与录入的不一致：{content.fee_sentence}请核对"
        yield Finding("fees-words", Severity.WARNING, words, section=6, rule="R45")


def _fees_in(content: Content, unit: str) -> list[Figure]:
    return [content.fees[fee.id] for fee in content.format.fees if fee.kind.unit == unit]


def _said(case: Case) -> Iterator[Finding]:
    """What sentences say of one of the figures, or that there was nothing of it."""
    for paragraph in case.content.prose.get("6", ()):
        for sentence in _SENTENCE.findall(paragraph.text):
            if "费" in sentence and not _NO_FIGURE.search(sentence):
                yield from _unlike(case, paragraph.text, sentence)


def _unlike(case: Case, paragraph: str, sentence: str) -> Iterator[Finding]:
    """Each figure that the sentence gives otherwise than it is typed in."""
    content = case.content
    said = _WORDED.sub(_in_digits, in_yuan(plain_numbers("".join(sentence.split()))))
    for fee, figure in content.fees.items():
        claimed = [
            amount for at, amount in _claimed(said, fee) if _is_asked(case, said[:at], paragraph)
        ]
        if figure is not None and any(one != figure for one in claimed):
            shown = hidden(sentence).strip()
            words = f"正文写的是“{shown}”，录入的{fee_told(content, fee)}，请核对"
            yield Finding("fees-words", Severity.WARNING, words, section=6, rule="R45")


def _in_digits(words: re.Match[str]) -> str:
    number = from_words(words[0])
    return words[0] if number is None else str(number)


def _claimed(said: str, fee: str) -> Iterator[tuple[int, Decimal]]:
    """Where a sentence names an amount of that fee, and which."""
    for match in _SAYS[fee].finditer(said):
        yield match.start(), Decimal(next(filter(None, match.groups())))
    none = _SAYS_NONE[fee].search(said) if fee in _SAYS_NONE else None
    if none:
        yield none.start(), Decimal(0)


@rule("R53", "第六部分写的收费金额有没有写明单位")
def amounts_have_units(case: Case) -> Iterator[Finding]:
    """R53: section six says of each amount whether it is 元 or 万元."""
    places = [
        Place(passage, bare.start(), bare.end())
        for passage in passages(case.content)
        if passage.section == 6
        for bare in _BARE.finditer(passage.text)
    ]
    yield from told(places, "fees-unit", "R53", "{where}没有写明单位，请写明是元还是万元")
