"""R35, R36: sections that are last year's, or another agency's of the same year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from reports.checks import Case, Finding, Severity, check
from reports.checks.likeness import Text
from tests.checking import SECTIONS, report, shown
from tests.checks.likeness.texts import SENTENCES, joined, text

NEW = tuple(
    f"针对{what}另行制定专门办法，逐月通报进展。"
    for what in (
        "档案移交",
        "热线工单",
        "农村危房",
        "学校食堂",
        "道路养护",
        "河道巡查",
        "燃气检修",
        "招生划片",
        "社区矫正",
        "林地流转",
    )
)


def read(case: Case, rule: str) -> list[Finding]:
    return [one for one in check(case) if one.rule == rule]


def said(key: str, sentences: Sequence[str], **more: Any) -> Any:
    """A report that says this in that section."""
    return report(sections={**SECTIONS, key: joined(*sentences)}, **more)


def beside(key: str, own: Sequence[str], other: Text) -> list[Finding]:
    return read(Case(said(key, own), published=(other,)), "R36")


@pytest.mark.parametrize("key", ["1", "5"])
def test_a_section_that_is_mostly_last_years_is_told(key: str) -> None:
    last = said(key, SENTENCES, year=2023)
    (found,) = read(Case(said(key, (*SENTENCES[:8], *NEW[:2])), last), "R35")
    assert (found.severity, found.section) == (Severity.WARNING, int(key))
    assert "与本机关2023年报告雷同，参加比对的10句中有8句相同或相近" in found.message


def test_a_section_with_more_that_is_new_is_silent() -> None:
    last = said("1", SENTENCES, year=2023)
    assert read(Case(said("1", (*SENTENCES[:7], *NEW[:3])), last), "R35") == []


def test_section_five_of_last_year_with_other_numbers_is_told_though_short() -> None:
    now, last = (
        said("5", [f"{year}年更新栏目不够快，已要求{n}个单位逐月自查并整改。"], year=year)
        for year, n in ((2024, 3), (2023, 12))
    )
    (found,) = read(Case(now, last), "R35")
    assert "与本机关2023年报告除年份、数字外完全相同" in found.message


def test_section_one_that_tells_only_of_nothing_may_stay_the_same() -> None:
    nothing = ["全年主动公开政府信息3条。", "未收到政府信息公开申请。", "无行政复议、行政诉讼。"]
    now, last = said("1", nothing), said("1", nothing, year=2023)
    other = text(nothing)
    assert read(Case(now, last, published=(other,)), "R35") == []
    assert beside("1", nothing, other) == []


def test_without_last_year_and_others_nothing_is_told() -> None:
    case = Case(said("1", SENTENCES))
    assert read(case, "R35") == read(case, "R36") == []


@pytest.mark.parametrize("key", ["1", "5"])
def test_a_section_that_another_agency_has_published_is_told(key: str) -> None:
    other = text(*((SENTENCES, ()) if key == "1" else ((), SENTENCES)))
    (found,) = beside(key, (*SENTENCES[:9], *NEW[:1]), other)
    assert (found.severity, found.section) == (Severity.WARNING, int(key))
    assert "与“某某县教育局”已发布的2024年报告雷同，参加比对的10句中有9句" in found.message


def test_a_section_less_than_nine_tenths_anothers_is_silent() -> None:
    assert beside("1", (*SENTENCES[:8], *NEW[:2]), text(SENTENCES)) == []


def test_several_agencies_with_the_same_words_are_one_finding() -> None:
    others = tuple(text(SENTENCES, agency=f"某某县第{n}局") for n in (1, 2, 3))
    (found,) = read(Case(said("1", SENTENCES), published=others), "R36")
    assert "与“某某县第1局”等3家机关已发布的" in found.message


FAULT = "国办公开办函〔2021〕30号第四项（内容雷同属于应当督促整改的情形）"
ONE, FIVE = "“一、总体情况”", "“五、存在的主要问题及改进情况”"
REWRITE = "请对照后按本机关本年的实际情况改写"


@pytest.mark.parametrize(
    ("case", "due"),
    [
        (
            Case(said("1", (*SENTENCES[:8], *NEW[:2])), said("1", SENTENCES, year=2023)),
            Finding(
                "like-last-year",
                Severity.WARNING,
                f"{ONE}与本机关2023年报告雷同，参加比对的10句中有8句相同或相近。{REWRITE}",
                (),
                1,
                "R35",
                FAULT,
            ),
        ),
        (
            Case(said("5", SENTENCES), said("5", SENTENCES, year=2023)),
            Finding(
                "like-last-year",
                Severity.WARNING,
                f"{FIVE}与本机关2023年报告除年份、数字外完全相同。{REWRITE}",
                (),
                5,
                "R35",
                FAULT,
            ),
        ),
        (
            Case(said("5", SENTENCES), published=(text((), SENTENCES),)),
            Finding(
                "like-others",
                Severity.WARNING,
                f"{FIVE}与“某某县教育局”已发布的2024年报告雷同，参加比对的10句中有10句相同或相近。"
                f"{REWRITE}",
                (),
                5,
                "R36",
                FAULT,
            ),
        ),
        (
            Case(
                said("1", SENTENCES),
                published=(text(SENTENCES), text(SENTENCES, agency="某某县民政局")),
            ),
            Finding(
                "like-others",
                Severity.WARNING,
                f"{ONE}与“某某县教育局”等2家机关已发布的2024年报告雷同，"
                f"参加比对的10句中有10句相同或相近。{REWRITE}",
                (),
                1,
                "R36",
                FAULT,
            ),
        ),
    ],
    ids=["last year", "last year altogether", "another", "several"],
)
def test_a_finding_is_told_in_full(case: Case, due: Finding) -> None:
    assert [shown(one) for one in read(case, due.rule)] == [due]


@pytest.mark.parametrize(("year", "clause"), [(2019, ""), (2020, ""), (2021, FAULT)])
def test_the_clause_is_named_from_the_year_on_for_which_it_was_written(
    year: int, clause: str
) -> None:
    last = said("5", SENTENCES, year=year - 1, edition="2019")
    case = Case(said("5", SENTENCES, year=year), last, published=(text((), SENTENCES),))
    assert {(one.rule, one.because) for one in check(case) if one.rule in {"R35", "R36"}} == {
        ("R35", clause),
        ("R36", clause),
    }
