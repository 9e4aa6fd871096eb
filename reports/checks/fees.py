"""The three fee figures of section six (R11, R50–R52, R54): notices, billed, received in all."""

from __future__ import annotations

from collections.abc import Iterator

from reports.content import Content
from reports.figures import printed

from .case import Case
from .finding import Finding, Severity
from .rule import About, rule

_TARIFF = "《政府信息公开信息处理费管理办法》第四条、第五条（国办函〔2020〕109号）"


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
    words = f"{fee_told(content, 'notices')}，{fee_told(content, 'billed')}，两者对不上，请核对"
    yield Finding("fees-notices", Severity.WARNING, words, section=6, rule="R50")


@rule("R50", "实际收取的信息处理费是否多于通知的金额", Severity.WARNING, About.FIGURES)
def received_within_billed(case: Case) -> Iterator[Finding]:
    """R50: more received than billed can only be payments of earlier notices."""
    content = case.content
    billed, received = content.fees.get("billed"), content.fees.get("received")
    if billed is None or received is None or received <= billed:
        return
    words = f"{fee_told(content, 'received')}，多于{fee_told(content, 'billed')}，请核对"
    yield Finding("fees-received", Severity.WARNING, words, section=6, rule="R50")


def fee_told(content: Content, fee_id: str) -> str:
    """One fee with its label in quotation marks, its figure and unit."""
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
    words = (
        f"逾期未缴费、不再处理的申请{dropped}件，多于{fee_told(case.content, 'notices')}，请核对"
    )
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
            words = f"{fee_told(case.content, fee.id)}，按收费标准应为10元的整数倍，请核对"
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
                f"{fee_told(case.content, 'received')}，多于“{cell.row[-1]}”"
                f"{printed(charged)}{cell.kind.unit}，请核对"
            )
            yield Finding("fees-charges", Severity.NOTE, words, (cell.id,), cell.section, "R54")
