"""The three fee figures of section six (R11, R50–R54): notices sent, billed, received in all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.content import Content
from reports.figures import Figure, printed

from .case import Case
from .finding import Finding, Severity
from .passages import Place, passages, told
from .rule import About, rule

_TARIFF = "《政府信息公开信息处理费管理办法》第四条、第五条（国办函〔2020〕109号）"
_BARE = re.compile(
    r"(?:金额|费用|收取|实收|收费)[为是共计约了：:\s]{0,3}([0-9][0-9,，.]*[0-9]|[0-9])(?=[，。；、）,;)\s]|$)"
)
"""An amount of money with nothing behind it (R53)."""
_AMOUNTS = re.compile(r"([0-9]+(?:\.[0-9]+)?)(件|元)")


@rule("R11", "信息处理费三个数字是不是都填了", Severity.WARNING, About.FIGURES)
def fees_missing(case: Case) -> Iterator[Finding]:
    """R11: section six states the three figures, 0 where nothing was charged.

    The document prints a sentence of all three or none: never one with a gap.
    """
    content = case.content
    blank = [fee.label for fee in content.format.fees if content.fees.get(fee.id) is None]
    if blank:
        words = f"信息处理费没有填写：{'、'.join(blank)}。没有收费的填0"
        if len(blank) < len(content.fees):
            words += "，三项填齐后正文才写收费情况"
        yield Finding("fees-blank", Severity.WARNING, words, section=6, rule="R11")


@rule("R50", "收费通知件数与收费总金额是不是同时为0", Severity.WARNING, About.FIGURES)
def notices_and_billed_agree(case: Case) -> Iterator[Finding]:
    """R50: no notice means nothing billed, and nothing billed means no notice."""
    content = case.content
    notices, billed = content.fees.get("notices"), content.fees.get("billed")
    if notices is None or billed is None or (notices == 0) == (billed == 0):
        return
    words = f"{_told(content, 'notices')}，{_told(content, 'billed')}，两者对不上，请核对"
    yield Finding("fees-notices", Severity.WARNING, words, section=6, rule="R50")


@rule("R50", "实际收取的信息处理费是否多于通知的金额", Severity.WARNING, About.FIGURES)
def received_within_billed(case: Case) -> Iterator[Finding]:
    """R50: more received than billed can only be payments of earlier notices."""
    content = case.content
    billed, received = content.fees.get("billed"), content.fees.get("received")
    if billed is None or received is None or received <= billed:
        return
    words = f"{_told(content, 'received')}，多于{_told(content, 'billed')}，请核对"
    yield Finding("fees-received", Severity.WARNING, words, section=6, rule="R50")


@rule("R45", "第六部分文字写的收费情况与录入的是否一致")
def words_and_figures_agree(case: Case) -> Iterator[Finding]:
    """R45: what section six says of the fees in words of its own is what the figures say."""
    content = case.content
    if not content.fee_sentence:
        return
    for said in content.fees_said:
        amounts = _AMOUNTS.findall(said)
        known = all(Decimal(number) in _fees_in(content, unit) for number, unit in amounts)
        if (known and len(amounts) < len(content.fees)) or content.fees_in_order(said):
            continue
        quoted = "、".join(number + unit for number, unit in amounts)
        words = f"正文写的收费情况（{quoted}）与录入的不一致：{content.fee_sentence}请核对"
        yield Finding("fees-words", Severity.WARNING, words, section=6, rule="R45")


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


def _fees_in(content: Content, unit: str) -> list[Figure]:
    return [content.fees[fee.id] for fee in content.format.fees if fee.kind.unit == unit]


def _told(content: Content, fee_id: str) -> str:
    """One fee with its label, figure and unit."""
    fee = next(fee for fee in content.format.fees if fee.id == fee_id)
    return f"“{fee.label}”{printed(content.fees[fee_id])}{fee.kind.unit}"


@rule("R51", "逾期未缴费不再处理的件数是否多于收费通知", Severity.WARNING, About.FIGURES)
def unpaid_within_notices(case: Case) -> Iterator[Finding]:
    """R51: applications dropped because a notice was not paid are not more than the notices."""
    notices = case.content.fees.get("notices")
    unpaid = "applications.other_unpaid.total"
    dropped = case.content.figures.get(unpaid)
    if notices is None or not dropped or dropped <= notices:
        return
    cell = case.content.format.cells[unpaid]
    words = f"逾期未缴费、不再处理的申请{dropped}件，多于{_told(case.content, 'notices')}，请核对"
    yield Finding("fees-unpaid", Severity.WARNING, words, (unpaid,), cell.section, rule="R51")


@rule(
    "R52",
    "信息处理费金额是不是10元的整数倍",
    Severity.NOTE,
    About.FIGURES,
    _TARIFF,
)
def charged_by_tens(case: Case) -> Iterator[Finding]:
    """R52: by the tariff every sum of a notice is a multiple of 10 元."""
    for fee in case.content.format.fees:
        amount = case.content.fees.get(fee.id)
        if fee.kind.is_money and amount and amount % 10:
            words = f"{_told(case.content, fee.id)}，按收费标准应为10元的整数倍，请核对"
            yield Finding("fees-tens", Severity.NOTE, words, section=6, rule="R52")


@rule("R54", "收取的信息处理费是否多于全部行政收费", Severity.NOTE, About.FIGURES)
def received_within_charges(case: Case) -> Iterator[Finding]:
    """R54: what was received for information is at most all that was charged, in 万元."""
    received = case.content.fees.get("received")
    for cell in case.content.format.cells.values():
        charged = case.content.figures.get(cell.id)
        if not cell.kind.is_money or received is None or charged is None:
            continue
        if received > charged * 10_000:
            words = (
                f"{_told(case.content, 'received')}，多于“{cell.row[-1]}”"
                f"{printed(charged)}{cell.kind.unit}，请核对"
            )
            yield Finding("fees-charges", Severity.NOTE, words, (cell.id,), cell.section, "R54")
