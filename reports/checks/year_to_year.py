"""This year's figures against last year's published ones: R14, R16, R30–R33, R79.

None of it is law: reports are corrected, agencies merged, documents lapse. So all of it is 疑点, to
be explained, or 提示.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reports.figures import Figure, Figures, printed
from reports.formats import Cell, Kind, edition
from reports.formats.across import ties

from .case import Case
from .finding import Finding, Severity
from .rule import About, rule

_REVIEW_FIRST = edition("2021").review_first
_TIMES = 3
"""From this factor on a change of a total is told (R33)."""
_GONE = 20
"""A total above this that falls to 0 is told (R33)."""
_WRONG_UNIT = 100
"""A sum that grew or fell by more than this factor was probably typed in another unit (R14)."""
_MOST = Decimal(10**6)
"""Above this many 万元 a year's charges are probably 元 (R14)."""


@rule("R30", "上年结转与上年报告结转的数是否一致", Severity.WARNING, About.FIGURES)
def openings(case: Case) -> Iterator[Finding]:
    """R30: the opening balance is what last year's report carried over, in each column.

    Of an agency that has taken others over R34 judges it.
    """
    if case.comparable is None:
        return
    now, last = case.content.figures, case.comparable.figures
    opening = [cell for cell in case.content.format.cells.values() if cell.opens]
    apart = [cell for cell in opening if _apart(now.get(cell.id), last.get(cell.inherits))]
    if not apart:
        return
    told = "；".join(
        f"“{cell.column[-1]}”本年{printed(now[cell.id])}、上年{printed(last[cell.inherits])}"
        for cell in apart
    )
    row = apart[0].row[-1]
    words = (
        f"“{row}”与{case.comparable.year}年报告结转的数不一致：{told}。请核对，确有更正的写明情况"
    )
    cells = tuple(cell.id for cell in apart)
    yield Finding("opening", Severity.WARNING, words, cells, apart[0].section, rule="R30")


def _apart(now: Figure, last: Figure) -> bool:
    return now is not None and last is not None and now != last


@rule("R31", "有效的文件数与上年数加制发、减废止是否一致", Severity.WARNING, About.FIGURES)
def stocks(case: Case) -> Iterator[Finding]:
    """R31: what is in force is last year's, and issued, and less what was repealed.

    Only between reports of one edition: the edition of 2019 counted something else there. Of an
    agency that has taken others over R34 judges it. What cannot be at all R16 tells, and alone.
    """
    last_year = case.comparable
    if last_year is None or last_year.format is not case.content.format:
        return
    now, last = case.content.figures, last_year.figures
    told = impossible(case)
    for cell in case.content.format.cells.values():
        if not cell.inherits or cell.opens or cell.id in told:
            continue
        issued, repealed = (now.get(_beside(cell, column)) for column in ("issued", "repealed"))
        before, stands = last.get(cell.id), now.get(cell.id)
        if before is None or stands is None or issued is None or repealed is None:
            continue
        due = before + issued - repealed
        if due != stands:
            yield _stock(cell, last_year.year, (before, issued, repealed, due, stands))


def _beside(cell: Cell, column: str) -> str:
    return f"{cell.id.rpartition('.')[0]}.{column}"


def _stock(cell: Cell, year: int, figures: tuple[Figure, ...]) -> Finding:
    before, issued, repealed, due, stands = map(printed, figures)
    words = (
        f"“{cell.label}”{stands}，按上年推算为{due}（{year}年{before}＋制发{issued}－废止{repealed}）。"
        "有失效、清理或机构改革的写明情况"
    )
    cells = tuple(_beside(cell, column) for column in ("issued", "repealed", "in_force"))
    return Finding("stock", Severity.WARNING, words, cells, cell.section, rule="R31")


@rule("R16", "现行有效、废止的件数与制发件数是否说得通", Severity.WARNING, About.FIGURES)
def repealed_at_most(case: Case) -> Iterator[Finding]:
    """R16: what was issued and not repealed is in force; no more is repealed than there was."""
    now = case.content.figures
    last = _chained(case)
    for cell in case.content.format.cells.values():
        if not cell.inherits or cell.opens:
            continue
        issued, repealed = (now.get(_beside(cell, column)) for column in ("issued", "repealed"))
        stands, before = now.get(cell.id), last.get(cell.id)
        if issued is None or repealed is None:
            continue
        cells = (_beside(cell, "issued"), _beside(cell, "repealed"), cell.id)
        name = cell.row[-1]
        if stands is not None and stands < issued - repealed:
            words = (
                f"“{name}”现行有效{stands}件，少于本年制发{issued}件减去废止{repealed}件，请核对"
            )
            yield Finding("in-force", Severity.WARNING, words, cells, cell.section, rule="R16")
        if before is not None and repealed > before + issued:
            words = (
                f"“{name}”废止{repealed}件，多于上年有效{before}件与本年制发{issued}件之和，请核对"
            )
            yield Finding("repealed", Severity.WARNING, words, cells, cell.section, rule="R16")


def impossible(case: Case) -> set[str]:
    """The counts of what is in force of which R16, where it is asked, says that they cannot be."""
    return {finding.cells[-1] for finding in repealed_at_most(case)}


def _chained(case: Case) -> Figures:
    """Last year's figures of the cells that count the same in both years' forms."""
    last = case.comparable
    if last is None:
        return {}
    across = ties(case.content.format, last.format).items()
    return {id_: last.figures[id_] for id_, tie in across if tie.then == (id_,)}


@rule("R32", "上年没有审结的复议诉讼是否计入本年", Severity.NOTE, About.FIGURES)
def pending_disputes(case: Case) -> Iterator[Finding]:
    """R32: cases that were pending at the end of last year come up again this year."""
    if case.previous is None:
        return
    now, last = case.content.figures, case.previous.figures
    for forum in ("review", "direct", "after_review"):
        total, pending = f"disputes.{forum}.total", f"disputes.{forum}.pending"
        left, counted = last.get(pending), now.get(total)
        if left and counted is not None and counted < left:
            name, still = case.content.format.cells[pending].column[-2:]
            words = (
                f"“{name}”总计{counted}件，少于{case.previous.year}年{still}的{left}件，"
                "请核对上年未结案件是否计入"
            )
            yield Finding("pending", Severity.NOTE, words, (total,), 4, rule="R32")


@rule("R33", "与上年相比增到三倍以上、减到三分之一以下的数", Severity.NOTE, About.FIGURES)
def jumps(case: Case) -> Iterator[Finding]:
    """R33: a total of more than three times last year's or under a third of it, or fallen to 0.

    Small numbers jump every year: nothing is told where both years stay at or below 20. Nor of a
    figure of which a closer check says what is the matter with it.
    """
    now, last = case.content.figures, _chained(case)
    closer = {f.cells[-1] for one in (stocks, repealed_at_most, charges) for f in one(case)}
    for cell in case.content.format.cells.values():
        if cell.id in closer:
            continue
        was, stands = last.get(cell.id), now.get(cell.id)
        if not _is_total(cell) or was is None or stands is None or not _jumped(was, stands):
            continue
        words = f"“{cell.label}”由上年的{printed(was)}变为{printed(stands)}，变化较大，请核对"
        yield Finding("jump", Severity.NOTE, words, (cell.id,), cell.section, rule="R33")


def _is_total(cell: Cell) -> bool:
    """Every figure of table two is the only one of its kind; the others have totals.

    What may be negative is a change itself, which goes on from nothing.
    """
    if cell.section == 2:
        return not cell.kind.is_signed
    return cell.id.rpartition(".")[2] == "total"


def _jumped(was: int | Decimal, stands: int | Decimal) -> bool:
    low, high = sorted((was, stands))
    return high > _GONE and high > _TIMES * low


@rule("R14", "收费金额的单位是否填错（元、万元）", Severity.WARNING, About.FIGURES)
def charges(case: Case) -> Iterator[Finding]:
    """R14: a sum of charges that is out of all proportion was probably typed in 元."""
    last = _chained(case)
    for cell in case.content.format.cells.values():
        if not cell.kind.is_money:
            continue
        amount, before = case.content.figures.get(cell.id), last.get(cell.id)
        if amount is None or not (_is_huge(cell, amount) or _out_of_proportion(amount, before)):
            continue
        compared = f"，上年{printed(before)}" if before is not None else ""
        words = (
            f"“{cell.row[-1]}”{printed(amount)}{cell.kind.unit}{compared}，相差悬殊，"
            f"请核对单位是不是{cell.kind.unit}"
        )
        yield Finding("magnitude", Severity.WARNING, words, (cell.id,), cell.section, rule="R14")


def _is_huge(cell: Cell, amount: int | Decimal) -> bool:
    return cell.kind is Kind.MONEY_WAN_YUAN and amount >= _MOST


def _out_of_proportion(amount: int | Decimal, before: Figure) -> bool:
    if not before or not amount:
        return False
    low, high = sorted((amount, before))
    return high > _WRONG_UNIT * low


@rule(
    "R79",
    "直接起诉的是否多于先复议再起诉的",
    Severity.NOTE,
    About.FIGURES,
    _REVIEW_FIRST,
)
def sued_without_review(case: Case) -> Iterator[Finding]:
    """R79: since 2024 disclosure cases go to review before a court (art. 23 of the law on it)."""
    direct, after = (f"disputes.{forum}.total" for forum in ("direct", "after_review"))
    figures = case.content.figures
    sued, reviewed = figures.get(direct), figures.get(after)
    if case.content.year < 2024 or sued is None or reviewed is None or sued <= reviewed:
        return
    names = [case.content.format.cells[id_].column[-2] for id_ in (direct, after)]
    words = f"“{names[0]}”{sued}件，多于“{names[1]}”{reviewed}件，请核对是否属于复议前置的情形"
    yield Finding("review-first", Severity.NOTE, words, (direct, after), 4, "R79")
