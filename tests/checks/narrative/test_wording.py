"""How cells and places are named in a message about what the text says."""

from __future__ import annotations

import pytest

from reports.checks.narrative.wording import named
from tests.checking import report
from tests.checks.narrative.telling import says, warned

ROW = "applications.{}.total"


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (("received",), "“本年新收政府信息公开申请数量”"),
        (("closed",), "“（七）总计”"),
        (("granted", "partly_granted"), "“予以公开”、“部分公开”合计"),
        (
            ("refused_process", "refused_internal"),
            "“属于四类过程性信息”、“属于三类内部事务信息”合计",
        ),
        (("refused_process", "refused_internal", "refused_inquiry"), "“不予公开”各项合计"),
        (
            ("refused_process", "refused_internal", "unavailable_not_held"),
            "“属于四类过程性信息”、“属于三类内部事务信息”、“本机关不掌握相关政府信息”合计",
        ),
        (
            ("unavailable_not_held", "refused_process", "rejected_petition"),
            "“本机关不掌握相关政府信息”、“属于四类过程性信息”、“信访举报投诉类申请”合计",
        ),
    ],
)
def test_rows_of_table_three_are_named_as_the_text_names_them(
    rows: tuple[str, ...], name: str
) -> None:
    assert named(report(), tuple(ROW.format(row) for row in rows)) == name


def test_what_stands_before_section_one_is_told_as_the_opening() -> None:
    wrong = says("", {ROW.format("received"): 3}, preamble="收到政府信息公开申请5件。")
    (finding,) = warned(wrong)
    assert finding.section is None
    assert finding.message.startswith("正文开头写“收到政府信息公开申请5件”，")


def test_a_share_is_rounded_as_people_round() -> None:
    figures = {ROW.format("refused_process"): 49, ROW.format("closed"): 400}
    (finding,) = warned(says("公开申请中，不予公开占30%。", figures))
    assert "占“（七）总计”的12.3%" in finding.message


def test_what_is_half_filled_in_is_told_as_the_least_there_is() -> None:
    row = {ROW.format("received"): None, "applications.received.research": None}
    figures = {**row, "applications.received.natural_person": 9}
    (finding,) = warned(says("新收政府信息公开申请5件。", figures))
    assert "表中“本年新收政府信息公开申请数量”至少是9件。" in finding.message
