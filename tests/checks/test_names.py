"""R06: the report bears a registered name, and speaks in nobody else's."""

from __future__ import annotations

from typing import Any

import pytest

from reports.checks import Case, Finding, Severity, check
from tests.checking import ALL_TOPICS, SECTIONS, report
from tests.checks.test_year_to_year import ZERO

EDUCATION, JUSTICE = "某某县教育局", "某某县司法局"
OTHERS = (EDUCATION, JUSTICE, "某某县财政局国库支付中心", "某某县")


def read(others: tuple[str, ...] = OTHERS, **more: Any) -> list[Finding]:
    """What R06 finds in the report of 某某县财政局."""
    case = Case(report(ZERO, **more), registered=("某某县财政局",), others=others)
    return [one for one in check(case) if one.rule == "R06"]


def said(words: str, part: str = "1") -> list[Finding]:
    """What it finds in words that follow a first paragraph."""
    return read(sections={**SECTIONS, part: f"{SECTIONS[part]}\n{words}"})


@pytest.mark.parametrize(
    "words",
    [
        "我局（某某县教育局）高度重视，及时部署。",
        "某某县教育局（以下简称“我局”）按时答复。",
        "某某县教育局2024年收到政府信息公开申请12件。",
        "2024年，某某县教育局共受理申请12件，全部办结。",
        "截至2024年12月31日，某某县教育局共收到政府信息公开申请12件。",
        "截止2024年底，某某县教育局主动公开政府信息458条。",
        "某某县教育局全年主动公开政府信息458条。",
        "按时答复。本报告由某某县教育局编制。",
        "某某县教育局2024年政府信息公开工作情况报告如下。",
        "根据条例，某某县教育局编制了本报告。",
        "现向社会公布某某县教育局2024年政府信息公开工作年度报告。",
        "如对本报告有疑问，请与某某县教育局办公室联系（电话：12345678）。",
    ],
)
def test_another_agency_in_the_place_of_the_own_is_told(words: str) -> None:
    (found,) = said(words)
    assert found.severity is Severity.WARNING
    assert (found.code, found.section) == ("other-agency", 1)
    assert EDUCATION in found.message


@pytest.mark.parametrize(
    "words",
    [
        "会同某某县司法局清理文件12件。",
        "与某某县教育局、某某县司法局联合公开信息12条。",
        "某某县教育局、某某县司法局等部门公开信息12条，我局转载。",
        "某某县教育局收到意见建议12条，已转我局办理。",
        "某某县司法局组织培训，我局参训12人次。",
        "某某县教育局收到我局转办申请3件。",
        "截至2024年12月31日，某某县教育局已将文件移交我局。",
        "参照某某县教育局2024年的做法，现将有关情况报告如下。",
        "对招生信息有疑问，请与某某县教育局联系。",
        "某某县财政局2024年收到申请12件，其中某某县教育局转来申请3件。",
        "某某县财政局国库支付中心业务由我局管理。",
        "某某县教育局编制规划，本报告附后，向社会公布某某县教育局的名录和年度报告。",
        "报告电子版可在某某县人民政府网站下载，向某某县教育局申请公开信息的，电话12345678。",
        "本单位（某某县财政局）收到申请12件。",
    ],
)
@pytest.mark.parametrize("part", ["1", "5", "6"])
def test_other_agencies_may_be_spoken_of(words: str, part: str) -> None:
    assert said(words, part) == []


@pytest.mark.parametrize("lead", ["", "2024年，", "2024年以来，"])
def test_a_part_that_opens_with_another_agency_is_told(lead: str) -> None:
    opening = f"{lead}某某县教育局围绕招生入学做好公开。"
    assert len(read(sections={**SECTIONS, "1": f"{opening}\n{ALL_TOPICS}"})) == 1
    assert len(read(preamble=opening)) == 1
    assert read(sections={**SECTIONS, "5": f"{opening}\n{SECTIONS['5']}"}) == []


@pytest.mark.parametrize(
    "opening",
    [
        "某某县教育局检查全县学校公开情况12次。",
        "某某县教育局通报公开情况，推进整改。",
        "某某县教育局对本局网站进行了改版。",
    ],
)
def test_what_the_agency_itself_did_is_told_of_another(opening: str) -> None:
    assert len(read(sections={**SECTIONS, "1": f"{opening}\n{ALL_TOPICS}"})) == 1


@pytest.mark.parametrize(
    "opening",
    [
        "某某县教育局通报的问题已整改。",
        "2024年，某某县教育局督查反馈的3个问题全部整改到位。",
        "某某县教育局招生考试办公室转办的申请已答复。",
        "某某县教育局对我局开展了政务公开检查。",
        "某某县教育局、某某县财政局共同做好公开。",
        "2024年，某某县财政局会同某某县教育局做好公开。",
        "某某县教育局的经验在某某县财政局推广。",
    ],
)
def test_a_part_may_open_with_several_or_what_another_did(opening: str) -> None:
    others = (*OTHERS, "某某县教育局招生考试办公室")
    assert read(others, sections={**SECTIONS, "1": f"{opening}\n{ALL_TOPICS}"}) == []


def test_a_name_within_the_own_one_is_not_another() -> None:
    within = ("某某县财政局",)
    words = "某某县财政局2024年收到申请12件。"
    case = Case(report(ZERO, agency="某某县财政局国库支付中心", preamble=words), others=within)
    assert "R06" not in {one.rule for one in check(case)}


def test_several_places_of_a_part_are_one_finding() -> None:
    (found,) = said("某某县教育局收到申请12件。\n某某县司法局办结申请3件。")
    assert EDUCATION in found.message
    assert JUSTICE in found.message


def test_a_sentence_that_names_the_own_agency_says_nothing_of_the_next() -> None:
    words = "某某县财政局制定了指南。本报告由某某县教育局编制。"
    assert len(read(sections={**SECTIONS, "1": words + ALL_TOPICS})) == 1


def test_the_longer_of_two_names_is_the_one_that_stands_there() -> None:
    longer = "某某县教育局招生考试办公室"
    (found,) = read((EDUCATION, longer), sections={**SECTIONS, "1": f"本报告由{longer}编制。"})
    assert f"把“本报告由{longer}编制。”写成" in found.message


def test_without_names_nothing_is_told() -> None:
    words = "某某县教育局2024年收到申请12件。"
    assert read((), sections={**SECTIONS, "1": words + ALL_TOPICS}) == []


@pytest.mark.parametrize(
    ("names", "told"), [(("某某县财政局",), 0), (("某某县财税局",), 1), ((), 0)]
)
def test_the_report_bears_a_registered_name(names: tuple[str, ...], told: int) -> None:
    found = check(Case(report(ZERO), registered=names))
    assert len([one for one in found if one.code == "agency"]) == told
