"""R04, R05, R07, R08, R10, R15: the form, and what the parts in words must speak of."""

from __future__ import annotations

from typing import Any

import pytest

from reports.checks import CHECKS, Case, Finding, Severity, check
from tests.checking import ALL_TOPICS, SECTIONS, report
from tests.checks.test_year_to_year import ZERO


def read(rule: str, known: dict[str, Any] | None = None, **more: Any) -> list[Finding]:
    """What that rule finds in a report that is in order but for `more`."""
    case = Case(report(ZERO, **more), **(known or {}))
    found = [one for one in check(case) if one.rule == rule]
    assert all(one.severity is Severity.WARNING for one in found)
    return found


def test_a_report_in_order_is_silent() -> None:
    assert check(Case(report(ZERO), is_government=False, makes_rules=False)) == []


@pytest.mark.parametrize(
    ("edition", "year", "told"),
    [("2021", 2020, 1), ("2021", 2021, 0), ("2021", 2024, 0), ("2019", 2020, 0), ("2019", 2021, 1)],
)
def test_the_form_is_that_of_the_year(edition: str, year: int, told: int) -> None:
    assert len(read("R04", edition=edition, year=year)) == told


def test_a_year_that_no_form_is_known_for_is_told() -> None:
    (found,) = read("R04", edition="2021", year=2015)
    assert found.message == "没有适用于2015年的版式，请核对报告年度"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("某某县财政局2024年政府信息公开工作年度报告", 0),
        ("某某县财政局2024年度政府信息公开工作年度报告", 1),
        ("某某县民政局2024年政府信息公开工作年度报告", 1),
        ("某某县财政局2023年政府信息公开工作年度报告", 1),
    ],
)
def test_the_title_is_the_usual_one(title: str, told: int) -> None:
    assert len(read("R05", title=title)) == told


@pytest.mark.parametrize("title", ["", " \n", None])
def test_a_report_without_a_title_is_told_which_it_should_bear(title: str | None) -> None:
    (found,) = read("R05", title=title)
    assert found.message == "报告没有名称，应为“某某县财政局2024年政府信息公开工作年度报告”"
    assert found.code == "title"


def test_a_topic_that_is_not_spoken_of_is_named() -> None:
    said = "主动公开信息30条，收到申请0件，落实审核制度，开展培训。"
    (found,) = read("R07", sections={**SECTIONS, "1": said})
    assert "平台建设" in found.message
    assert "监督" not in found.message
    assert found.because == "国办公开办函〔2021〕30号"


@pytest.mark.parametrize(
    "said",
    [ALL_TOPICS, "公开信息30条，收到申请0件；严格审查；更新门户网站专栏；组织培训。"],
    ids=["by name", "in other words"],
)
def test_topics_may_be_spoken_of_in_other_words(said: str) -> None:
    assert read("R07", sections={**SECTIONS, "1": said}) == []


def test_a_heading_with_nothing_below_it_speaks_of_nothing() -> None:
    bare = "（一）主动公开\n主动公开信息30条。\n（二）依申请公开"
    bare += "\n（三）政府信息管理\n1.规范审查\n严格审查。"
    (found,) = read("R07", sections={**SECTIONS, "1": f"{bare}\n（四）平台建设\n（五）监督保障"})
    assert all(topic in found.message for topic in ("依申请公开", "平台建设", "监督保障"))
    assert "主动公开情况" not in found.message
    assert "信息管理" not in found.message


def test_a_heading_with_words_below_it_speaks_of_what_it_names() -> None:
    said = "（一）主动公开\n（二）依申请公开\n（三）信息管理\n（四）平台建设\n（五）监督保障"
    said = said.replace("\n", "\n按时完成各项任务。\n")
    (found,) = read("R07", sections={**SECTIONS, "1": said})
    assert "监督保障" in found.message
    assert read("R07", sections={**SECTIONS, "1": f"{said}\n按时完成各项任务。"}) == []


GOVERNMENT = {"is_government": True}


def test_an_empty_section_one_is_not_asked_for_its_topics() -> None:
    empty = {**SECTIONS, "1": ""}
    assert [one.code for one in check(report(ZERO, sections=empty))] == ["section-blank"]
    assert read("R08", GOVERNMENT, sections=empty) == []


def test_a_government_speaks_of_three_things_more() -> None:
    (found,) = read("R08", GOVERNMENT)
    assert "工作考核" in found.message
    assert "第五十条" in found.because
    assert read("R08") == []


def test_only_what_is_missing_of_the_three_is_asked_for() -> None:
    said = f"{ALL_TOPICS}对机关进行了考核，未发生追责情形。"
    (found,) = read("R08", GOVERNMENT, sections={**SECTIONS, "1": said})
    assert "没有看到“社会评议”方面的内容" in found.message


@pytest.mark.parametrize(
    "said",
    [
        "纳入绩效考核，开展社会评议，没有发生责任追究的情形。",
        "考核占分4%，群众满意度94.6%，年内未发生需要追究责任的情形。",
        "纳入绩效考评，第三方评估得分95分，对1家单位予以问责。",
    ],
    ids=["by name", "in other words", "in others still"],
)
def test_a_government_may_speak_of_them_in_other_words(said: str) -> None:
    assert read("R08", GOVERNMENT, sections={**SECTIONS, "1": ALL_TOPICS + said}) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("公开的内容还有不足。", "没有看到改进的措施"),
        ("继续加强学习和培训。", "没有看到存在的问题"),
        ("全年各项工作平稳有序。", "没有看到存在的问题和改进的措施"),
        ("全年没有明显问题，不断加强培训。", "没有看到存在的问题"),
        ("解读形式单一，更新较慢。", "没有看到改进的措施"),
        ("有不足，已改进。", "只有8个字"),
        ("公开的针对性不强，明确的责任分工较少。", "没有看到改进的措施"),
    ],
)
def test_section_five_has_two_sides(said: str, words: str) -> None:
    (found,) = read("R10", sections={**SECTIONS, "5": said})
    assert words in found.message


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("（一）存在的主要问题\n无。\n（二）改进情况\n无。", "没有看到存在的问题和改进的措施"),
        ("（一）存在的主要问题\n（二）改进情况", "没有看到存在的问题和改进的措施"),
        ("（一）存在的主要问题\n暂无\n（二）改进情况\n继续加强培训。", "没有看到存在的问题"),
        ("存在的问题：无。改进措施：加强培训，提高质量。", "没有看到存在的问题"),
        ("（一）存在的主要问题\n解读形式单一。\n（二）改进情况", "没有看到改进的措施"),
    ],
)
def test_a_side_that_has_no_more_than_its_heading_is_missing(said: str, words: str) -> None:
    (found,) = read("R10", sections={**SECTIONS, "5": said})
    assert f"{words}，" in found.message


@pytest.mark.parametrize(
    "said",
    [
        "（一）存在的主要问题\n解读形式单一。\n（二）改进情况\n丰富了形式。",
        "存在的问题：没有及时更新栏目。改进情况：每月检查栏目。",
        "存在问题没有及时整改，今后改进。",
        "公开不够及时。\n（一）加强培训\n（二）完善制度",
    ],
)
def test_a_heading_with_words_behind_it_is_a_side(said: str) -> None:
    assert read("R10", sections={**SECTIONS, "5": said}) == []


@pytest.mark.parametrize(
    "said",
    [
        "公开内容单一、更新慢。今后将加大力度。",
        "工作人员少，业务不熟。拟增加人员。",
        "群众看不懂解读。将多用图解。",
        "重视程度参差不齐。已约谈负责人。",
        "没有及时发现问题。继续抓好检查。",
        "个别栏目更新慢。我局明确专人每周巡检栏目。",
        "重数量轻质量的现象仍然存在。将以需求为导向。",
        "公开渠道不宽。通过开设短视频账号，渠道有所拓宽。",
        "公开意识淡薄。针对上述情况，开展了轮训。",
    ],
)
def test_problems_and_remedies_are_known_in_other_words(said: str) -> None:
    assert read("R10", sections={**SECTIONS, "5": said}) == []


def test_ten_characters_with_both_sides_are_enough() -> None:
    assert read("R10", sections={**SECTIONS, "5": "有不足，要注意改进。"}) == []


def test_an_empty_section_five_is_told_once() -> None:
    found = check(report(ZERO, sections={**SECTIONS, "5": ""}))
    assert [one.code for one in found if one.rule == "R10"] == ["section-blank"]


RULES = {"documents.rules.issued": 1, "documents.rules.in_force": 1}


def test_who_makes_no_rules_reports_none() -> None:
    case = Case(report({**ZERO, **RULES}), makes_rules=False)
    (found,) = [one for one in check(case) if one.rule == "R15"]
    assert found.cells == ("documents.rules.issued", "documents.rules.in_force")
    assert read("R15", {"makes_rules": False}) == []


@pytest.mark.parametrize("makes_rules", [True, None])
def test_who_may_make_rules_or_might_is_let_alone(makes_rules: bool | None) -> None:
    case = Case(report({**ZERO, **RULES}), makes_rules=makes_rules)
    assert "R15" not in {one.rule for one in check(case)}


WHOLE = len(ALL_TOPICS)


@pytest.mark.parametrize(("longest", "told"), [({1: WHOLE}, 0), ({1: WHOLE - 1}, 1), ({}, 0)])
def test_a_part_keeps_to_the_local_length(longest: dict[int, int], told: int) -> None:
    content = report(ZERO, sections={**SECTIONS, "1": f"{ALL_TOPICS[:10]}\n {ALL_TOPICS[10:]}"})
    found = check(Case(content, longest=longest))
    assert [(one.severity, one.section) for one in found if one.rule == "R09"] == (
        [(Severity.NOTE, 1)] * told
    )


def test_the_list_of_checks_names_the_clause_of_the_five_topics() -> None:
    (asked,) = [one for one in CHECKS if one.number == "R07"]
    (found,) = read("R07", sections={**SECTIONS, "1": "主动公开平稳。"})
    assert asked.law == found.because == "国办公开办函〔2021〕30号"
