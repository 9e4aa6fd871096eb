"""R73: what is counted off is counted on, at every level and within a paragraph."""

from __future__ import annotations

import pytest

from reports.checks import check
from tests.checking import SECTIONS, report
from tests.checks.test_language import read
from tests.checks.test_year_to_year import ZERO


def test_a_number_that_is_left_out_is_found() -> None:
    (found,) = read("（一）主动公开\n内容。\n（三）平台建设\n内容。", "numbering")
    assert "（三）平台" in found.message


def test_numbers_begin_anew_and_count_past_ten() -> None:
    ones = "一二三四五六七八九"
    numbers = [*ones, "十", *(f"十{one}" for one in ones), "二十", "二十一", "一"]
    assert read("\n".join(f"（{number}）内容。" for number in numbers), "numbering") == []


@pytest.mark.parametrize("first", ["二", "十", "二十"])
def test_each_part_counts_from_one(first: str) -> None:
    assert len(read(f"（{first}）内容。", "numbering")) == 1
    sections = {"1": "（一）内容。", "5": "（二）问题不足。\n（三）改进。"}
    (found,) = [one for one in check(report(ZERO, sections=sections)) if one.code == "numbering"]
    assert found.section == 5


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1.主动公开。\n3.平台建设。", "3.平台建设"),
        ("１．主动公开。\n２．申请。\n４．平台建设。", "４．平台建设"),
        ("1、公开。2、申请。4、平台。", "4、平台"),
        ("（1）公开。\n（3）平台建设。", "（3）平台建设"),
        ("一、公开。\n（一）预算。\n三、平台建设。", "三、平台建设"),
        ("一是加强学习；二是落实审核；四是开展培训。", "四是开展培训"),
        ("一是加强学习。\n三是开展培训。", "三是开展培训"),
        ("一是加强学习，三是开展培训。", "三是开展培训"),
        ("（一）主动公开。内容。（三）平台建设。内容。", "（三）平台建设"),
        ("（一）公开。（二）申请。\n（四）平台建设。", "（四）平台建设"),
        ("（一）公开。\n（二）申请。\n（二）平台建设。", "（二）平台建设"),
        ("（一）公开\n1.预算。\n2.决算。\n（二）申请\n1.受理。\n3.办结。", "3.办结"),
        ("（一）公开，（二）平台均已完成。（四）其他。", "（四）其他"),
        ("一是学：①条例；②制度；④案例。二是做。", "④案例"),
        ("（九）公开。\n（十）申请。\n（十一）平台。\n（二十一）培训。", "（二十一）培训"),
    ],
)
def test_a_gap_is_found_at_every_level_and_within_a_line(text: str, shown: str) -> None:
    (found,) = read(text, "numbering")
    assert (found.rule, found.section) == ("R73", 1)
    assert shown in found.message


@pytest.mark.parametrize(
    "text",
    [
        "1.主动公开。\n2.依申请公开。\n（1）受理。\n（2）办结。\n3.平台建设。",
        "（一）公开\n1.预算。\n2.决算。\n（二）申请\n1.受理。\n2.办结。",
        "（一）公开\n1.预算。\n2.决算。\n（二）申请\n3.受理。\n4.办结。",
        "一是学习：一是学条例；二是学制度；三是学案例。二是培训。三是检查。",
        "一是学习：一是学条例；二是学制度。二是培训。",
        "（一）公开，（三）平台均已完成。",
        "（1）公开，（3）平台均已完成。",
        "一、公开\n（一）预算。\n二、申请\n（二）受理。\n（三）办结。",
        "问题：一是慢；二是少。改进：一是快；二是多；三是好。",
        "首先抓学习，二是抓培训，三是抓检查。",
        "一是一、三是三。公开的一是预算。",
        "（一）公开。（二）申请。\n（三）平台。",
        "（一）依据第二十条第（五）项公开。\n（二）申请。",
        "1.2024年公开30条。\n2.收到申请0件。\n3.15个专栏。",
        "12.5万条。\n5、6月公开。\n公开3.15信息。",
        "2.承接上文。",
        "一是学：①条例；②制度。二是做：①公开②解读；③回应。",
        "①公开；②申请。见附件⑤、表⑥。",
        "①公开。\n②申请。\n①平台。\n②监督。",
        "一、二季度公开。\n三、四季度办结。\n三、承接上文。",
        "一、公开\n（一）预算。\n（二）决算。\n二、申请\n（一）受理。",
    ],
)
def test_what_is_counted_on_or_is_no_list_is_let_alone(text: str) -> None:
    assert read(text, "numbering") == []


def test_what_is_no_number_is_not_read_as_one() -> None:
    assert read("（十二一）内容。\n（一二）内容。\n（十十）内容。", "numbering") == []


def test_two_ways_of_numbering_are_found() -> None:
    (found,) = read("1、主动公开。\n2.依申请公开。", "numbering-mixed")
    assert "不统一" in found.message
    assert read("1.主动公开。\n2.依申请公开。\n2024年公开12.5万条。", "numbering-mixed") == []


def test_a_gap_in_one_part_says_nothing_of_another() -> None:
    sections = {**SECTIONS, "1": "一是公开。二是申请。", "5": "一是问题不足。二是改进。"}
    assert "numbering" not in {one.code for one in check(report(ZERO, sections=sections))}
