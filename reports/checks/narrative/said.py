"""Text against table: what the narrative says is what the tables say (R40–R46).

Words can be misread, so all of it is 疑点: it is explained or set right, never refused for good.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from reports.content import Content
from reports.figures import Figures, total
from reports.formats import Cell

from ..case import Case
from ..finding import Finding, Severity
from ..rule import rule
from .claims import Claim, Kind, find, told
from .comparing import Comparison, Sum, Verdict, compare
from .nouns import Topic
from .vocabulary import bare

_MOST_LABELS = 2


@rule("R41", "文中写的收到、受理申请件数与表格是否一致")
def said_received(case: Case) -> Iterator[Finding]:
    """R41: “收到/受理 N 件” is what came in, with or without what was brought forward."""
    yield from _wrong(case, "said-received", "R41", lambda c: _counts(c, "received"))


@rule("R40", "文中写的新收、结转、办结件数与表格是否一致")
def said_balance(case: Case) -> Iterator[Finding]:
    """R40: what is new, brought forward, answered and carried over is what the table has."""
    nouns = ("new", "brought_forward", "carried_over", "left_over", "closed", "answered", "handled")
    yield from _wrong(case, "said-balance", "R40", lambda c: _counts(c, *nouns))


@rule("R42", "文中写的复议、诉讼件数和结果与表格是否一致")
def said_disputes(case: Case) -> Iterator[Finding]:
    """R42: reviews and lawsuits, and how they ended, are as many as in table four."""
    topics = (Topic.DISPUTES, Topic.OUTCOMES)
    yield from _wrong(
        case, "said-disputes", "R42", lambda c: c.kind is Kind.COUNT and c.noun.topic in topics
    )


@rule("R43", "文中写没有发生的，表格是不是0")
def said_none(case: Case) -> Iterator[Finding]:
    """R43: where the text says there was nothing, the tables have 0."""
    yield from _wrong(case, "said-none", "R43", lambda c: c.kind is Kind.ZERO)


@rule("R44", "文中写的各类办理结果件数与表格是否一致")
def said_results(case: Case) -> Iterator[Finding]:
    """R44: results are as many as in their rows, those of a group added up."""
    yield from _wrong(
        case,
        "said-results",
        "R44",
        lambda c: c.kind is Kind.COUNT and c.noun.topic is Topic.RESULTS,
    )


@rule("R44", "文中写的比例与按表格计算的是否一致")
def said_shares(case: Case) -> Iterator[Finding]:
    """R44: a percentage is the share of its rows in all results, give or take 0.1."""
    yield from _wrong(case, "said-shares", "R44", lambda c: c.kind is Kind.PERCENT)


@rule("R40", "文中写的增减与上年报告相比是否一致")
def said_changes(case: Case) -> Iterator[Finding]:
    """R40, R41: a rise or fall is the one between last year's report and this one."""
    yield from _wrong(case, "said-changes", "R40", lambda c: c.kind is Kind.CHANGE)


@rule("R45", "文中写的文件、许可、处罚件数与表格是否一致")
def said_documents(case: Case) -> Iterator[Finding]:
    """R45: documents issued, repealed and in force, and decisions, are as many as in table two."""
    topics = (Topic.DOCUMENTS, Topic.STATES, Topic.DECISIONS)
    yield from _wrong(
        case, "said-documents", "R45", lambda c: c.kind is Kind.COUNT and c.noun.topic in topics
    )


@rule("R46", "文中的年份是否沿用了其他年度的文字")
def said_year(case: Case) -> Iterator[Finding]:
    """R46: what is told of the year before or after in a paragraph that never names this one."""
    content = case.content
    seen: set[tuple[str, str]] = set()
    for claim in told(content):
        place = (claim.section, claim.paragraph)
        if place in seen or not _is_left_over(content, claim):
            continue
        seen.add(place)
        words = (
            f"{_place(content, claim)}写“{claim.quoted}”，年份是{claim.scope.year}年，"
            f"报告年度是{content.year}年，请核对是否沿用了其他年度的文字"
        )
        yield Finding(
            "said-year",
            Severity.WARNING,
            words,
            section=_section(claim),
            rule="R46",
            rests=(_text(content, claim),),
        )


def _is_left_over(content: Content, claim: Claim) -> bool:
    if claim.scope.part or claim.scope.year not in (content.year - 1, content.year + 1):
        return False
    text = _text(content, claim)
    return str(content.year) not in text and not _WITH_REASON.search(text)


def _text(content: Content, claim: Claim) -> str:
    return next(p.text for p in content.prose[claim.section] if p.id == claim.paragraph)


_WITH_REASON = re.compile("上年|上一年|去年|同期|同比|[比较与同][0-9]{4}年|截至|截止|下一步|今后")
"""What a paragraph that names another year for a reason says besides."""


def _counts(claim: Claim, *nouns: str) -> bool:
    return claim.kind is Kind.COUNT and claim.noun.id in nouns


def _wrong(
    case: Case, code: str, number: str, concerns: Callable[[Claim], bool]
) -> Iterator[Finding]:
    content = case.content
    previous = case.comparable.figures if case.comparable else None
    concerned = [claim for claim in find(content) if concerns(claim)]
    for claim in concerned:
        found = compare(claim, content.figures, previous)
        if found.verdict is Verdict.DISAGREES and not _are_parts(case, claim, concerned):
            words = _words(content, claim, found, previous)
            cells, rests = (*found.cells, *found.of), (_text(content, claim),)
            yield Finding(
                code, Severity.WARNING, words, cells, _section(claim), rule=number, rests=rests
            )


def _are_parts(case: Case, claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether a paragraph counts the same thing several times, as of several offices.

    Then one of the numbers is that of the table, or their sum is.
    """
    key = (claim.section, claim.paragraph, claim.noun.id)
    same = [one for one in others if (one.section, one.paragraph, one.noun.id) == key]
    if claim.kind is not Kind.COUNT or len(same) < 2:
        return False
    whole = replace(claim, value=sum((one.value for one in same), Decimal(0)))
    figures = case.content.figures
    return any(compare(one, figures).verdict is Verdict.AGREES for one in (*same, whole))


def _section(claim: Claim) -> int | None:
    return int(claim.section) if claim.section.isdigit() else None


def _words(content: Content, claim: Claim, found: Comparison, previous: Figures | None) -> str:
    return (
        f"{_place(content, claim)}写“{claim.quoted}”，{_has(content, claim, found, previous)}。"
        "请核对，改正文或者改表"
    )


def _place(content: Content, claim: Claim) -> str:
    """Where in the report it stands: the section and the paragraph."""
    paragraphs = [p.id for p in content.prose[claim.section]]
    number = paragraphs.index(claim.paragraph) + 1
    section = _section(claim)
    name = f"“{content.format.section(section).heading}”" if section else "正文开头"
    return f"{name}第{number}段" if len(paragraphs) > 1 else name


def _has(content: Content, claim: Claim, found: Comparison, previous: Figures | None) -> str:
    has = found.has or Sum(Decimal(0), exact=False)
    cells = _named(content, found.cells)
    if claim.kind is Kind.CHANGE:
        return f"按表中{cells}与上年报告计算，{_moved(claim, has.least)}"
    least = "" if has.exact else "至少"
    if claim.kind is Kind.PERCENT:
        return f"按表中{cells}计算，{least}占{_named(content, found.of)}的{_rounded(has.least)}%"
    unit = content.format.cells[found.cells[0]].kind.unit
    return f"表中{cells}{least}是{has.least}{unit}{_with_more(content, claim, unit)}"


def _with_more(content: Content, claim: Claim, unit: str) -> str:
    """The same together with what may have been counted in, as what was brought forward."""
    first, *others = claim.cells
    more = next((one for one in others if one[: len(first)] == first), ())
    whole = total(content.figures, more) if more else None
    return "" if whole is None else f"，连同{_named(content, more[len(first) :])}是{whole}{unit}"


def _moved(claim: Claim, change: Decimal) -> str:
    verb = "增加" if change > 0 else "减少"
    if claim.numeral and claim.numeral.percent:
        return f"{verb}{_rounded(abs(change))}%" if change else "没有变化"
    return f"{verb}{abs(change)}件" if change else "没有变化"


def _rounded(share: Decimal) -> Decimal:
    return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _named(content: Content, ids: tuple[str, ...]) -> str:
    cells = [content.format.cells[id_] for id_ in ids]
    names = [_name(cell) for cell in cells]
    if len(names) == 1:
        return names[0]
    groups = {cell.row[:-1] for cell in cells}
    if len(names) <= _MOST_LABELS or len(groups) > 1 or not cells[0].row:
        return f"{'、'.join(names)}合计"
    return f"“{bare(cells[0].row[-2])}”各项合计"


def _name(cell: Cell) -> str:
    """A row of table three by its label alone, as the text does; “（七）总计” in full."""
    if cell.section != 3:
        return f"“{cell.label}”"
    short = bare(cell.row[-1])
    return f"“{short if len(short) > 2 else cell.row[-1]}”"
