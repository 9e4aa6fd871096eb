"""Text against table: what the narrative says is what the tables say (R40–R46).

Words can be misread, so all of it is 疑点: it is explained or set right, never refused for good.
"""

from __future__ import annotations

from collections.abc import Iterator

from reports.content import Content
from reports.prose import Paragraph

from ..case import Case
from ..finding import Finding, Severity
from ..rule import rule
from .claims import Claim, find, told
from .comparing import Verdict, compare_all
from .concern import check_of
from .left_over import LeftOver, Place, left_over
from .wording import number_of, place, words


@rule("R41", "文中写的收到、受理申请件数与表格是否一致")
def said_received(case: Case) -> Iterator[Finding]:
    """R41: “收到/受理 N 件” is what came in, with or without what was brought forward."""
    yield from _wrong(case, "said_received", "R41")


@rule("R40", "文中写的新收、结转、办结件数与表格是否一致")
def said_balance(case: Case) -> Iterator[Finding]:
    """R40: what is new, brought forward, answered and carried over is what the table has."""
    yield from _wrong(case, "said_balance", "R40")


@rule("R42", "文中写的复议、诉讼件数和结果与表格是否一致")
def said_disputes(case: Case) -> Iterator[Finding]:
    """R42: reviews and lawsuits, and how they ended, are as many as in table four."""
    yield from _wrong(case, "said_disputes", "R42")


@rule("R43", "文中写没有发生的，表格是不是0")
def said_none(case: Case) -> Iterator[Finding]:
    """R43: where the text says there was nothing, the tables have 0."""
    yield from _wrong(case, "said_none", "R43")


@rule("R44", "文中写的各类办理结果件数与表格是否一致")
def said_results(case: Case) -> Iterator[Finding]:
    """R44: results are as many as in their rows, those of a group added up."""
    yield from _wrong(case, "said_results", "R44")


@rule("R44", "文中写的比例与按表格计算的是否一致")
def said_shares(case: Case) -> Iterator[Finding]:
    """R44: a percentage is the share of its rows in all results, give or take 0.1."""
    yield from _wrong(case, "said_shares", "R44")


@rule("R40", "文中写的增减与上年报告相比是否一致")
def said_changes(case: Case) -> Iterator[Finding]:
    """R40, R41: a rise or fall is the one between last year's report and this one."""
    yield from _wrong(case, "said_changes", "R40")


@rule("R45", "文中写的文件、许可、处罚件数与表格是否一致")
def said_documents(case: Case) -> Iterator[Finding]:
    """R45: documents issued, repealed and in force, and decisions, are as many as in table two."""
    yield from _wrong(case, "said_documents", "R45")


@rule("R46", "文中的年份是否沿用了其他年度的文字")
def said_year(case: Case) -> Iterator[Finding]:
    """R46: what is told of another year as if it were this one, and the period of another year."""
    content = case.content
    others: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for claim in told(content):
        if claim.scope.year and not claim.scope.part:
            others.setdefault((claim.section, claim.paragraph), []).append(
                (claim.scope.year, claim.start)
            )
    for key in content.format.prose_keys:
        where = Place(key, content.year, content.agency)
        for one in content.prose.get(key, ()):
            found = left_over(where, one.text, tuple(others.get((key, one.id), ())))
            if found:
                yield _left_over(content, key, one, found)


def _left_over(content: Content, key: str, paragraph: Paragraph, found: LeftOver) -> Finding:
    message = (
        f"{place(content, key, paragraph.id)}写“{found.quoted}”，年份是{found.year}年，"
        f"报告年度是{content.year}年，请核对是否沿用了其他年度的文字"
    )
    section = number_of(key)
    return Finding(
        "said-year",
        Severity.WARNING,
        message,
        section=section,
        rule="R46",
        rests=(paragraph.text,),
    )


def _text(content: Content, claim: Claim) -> str:
    return next(p.text for p in content.prose[claim.section] if p.id == claim.paragraph)


def _wrong(case: Case, check: str, number: str) -> Iterator[Finding]:
    content, code = case.content, check.replace("_", "-")
    concerned = [claim for claim in find(content) if check_of(claim) == check]
    compared = compare_all(concerned, content.figures, case.figures_before)
    for claim, found in zip(concerned, compared, strict=True):
        if found.verdict is Verdict.DISAGREES:
            message, rests = words(content, claim, found), (_text(content, claim),)
            cells, section = (*found.cells, *found.of), number_of(claim.section)
            yield Finding(code, Severity.WARNING, message, cells, section, number, rests=rests)
