"""R35, R36: a section that stands word for word in last year's report or in a sister agency's."""

from __future__ import annotations

from collections.abc import Iterator

from reports.formats import edition

from .case import Case
from .finding import Finding, Severity
from .likeness import COMPARED, Likeness, is_same, likeness, nearest, text_of
from .rule import rule

LEAST_OWN = 0.8
"""The share of last year's sentences from which R35 finds it."""
LEAST_OTHERS = 0.9
"""The share of another agency's sentences from which R36 finds it."""
_NAMING = edition("2021")
"""The edition whose notice names the fault; that of 2019 is not known to."""
_NAMED_FAULT = f"{_NAMING.basis}第四项（内容雷同属于应当督促整改的情形）"


@rule("R35", "第一、第五部分是否与本机关上年报告雷同", law=_NAMED_FAULT, since=_NAMING.first_year)
def like_last_year(case: Case) -> Iterator[Finding]:
    """R35: four fifths of a section are last year's, or section five is last year's altogether."""
    if case.previous is None:
        return
    own, last = text_of(case.content), text_of(case.previous)
    for key in COMPARED:
        if key == "5" and is_same(own.parts[key], last.parts[key]):
            yield _finding(case, key, f"与本机关{last.year}年报告除年份、数字外完全相同", "R35")
        elif found := likeness(key, own.parts[key], last, LEAST_OWN):
            yield _finding(case, key, f"与本机关{last.year}年报告雷同，{_counted(found)}", "R35")


@rule(
    "R36",
    "第一、第五部分是否与其他机关已发布的报告雷同",
    law=_NAMED_FAULT,
    since=_NAMING.first_year,
)
def like_others(case: Case) -> Iterator[Finding]:
    """R36: nine tenths of a section stand in what another agency has published for the year."""
    if not case.published:
        return
    own = text_of(case.content)
    for key in COMPARED:
        found = nearest(key, own.parts[key], case.published, LEAST_OTHERS)
        if found:
            others = f"等{len(found)}家机关" if len(found) > 1 else ""
            words = f"与“{found[0].agency}”{others}已发布的{found[0].year}年报告雷同，"
            yield _finding(case, key, words + _counted(found[0]), "R36")


def _counted(found: Likeness) -> str:
    return f"参加比对的{found.counted}句中有{len(found.pairs)}句相同或相近"


def _finding(case: Case, key: str, what: str, rule: str) -> Finding:
    heading = case.content.format.section(int(key)).heading
    words = f"“{heading}”{what}。请对照后按本机关本年的实际情况改写"
    code = "like-last-year" if rule == "R35" else "like-others"
    return Finding(code, Severity.WARNING, words, (), int(key), rule)
