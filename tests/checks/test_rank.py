"""What a name says of an agency: only where it leaves no doubt."""

from __future__ import annotations

import pytest

from reports.checks.rank import by_name
from tests.checking import report


@pytest.mark.parametrize(
    ("name", "is_government", "makes_rules"),
    [
        ("某某县人民政府", True, False),
        ("北京市海淀区人民政府", True, False),
        ("某某市 某某区\n人民政府", True, False),
        ("某某县人民 政 府", True, False),
        ("某某县某某镇人民政府", True, False),
        ("某某区某某街道办事处", False, False),
        ("某某县人民政府办公室", False, False),
        ("上海市人民政府", True, None),
        ("景德镇市人民政府", True, None),
        ("内蒙古自治区人民政府", True, None),
        ("上海市人民政府办公厅", False, None),
        ("某某省住房和城乡建设厅", False, None),
        ("某某县财政局", False, None),
        ("", False, None),
    ],
)
def test_a_name_says_no_more_than_it_does(
    name: str, is_government: bool, makes_rules: bool | None
) -> None:
    case = by_name(report(agency=name))
    assert (case.is_government, case.makes_rules) == (is_government, makes_rules)


def test_the_report_and_last_year_s_come_along() -> None:
    own, last = report(), report(year=2023)
    case = by_name(own, last)
    assert case.content is own
    assert case.previous is last
