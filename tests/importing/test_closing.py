"""署名 and 成文日期 at the end of a report, told from words that belong to its last part."""

from __future__ import annotations

import pytest

from reports.importing.closing import begins

AGENCY = "某某县司法局"
SAID = "本机关没有其他需要报告的事项。"


@pytest.mark.parametrize(
    "closing",
    [
        [AGENCY, "2025年1月20日"],
        ["某某县", "司法局", "2025年1月20日"],
        ["某某县 司法局", "2025 年 1 月 20 日"],
        ["某某县人民政府办公室", "二〇二五年一月二十日"],
        [f"{AGENCY}　2025年1月20日"],
        ["2025年1月20日"],
    ],
)
def test_a_name_and_a_date_at_the_end_close_the_report(closing: list[str]) -> None:
    assert begins([SAID, *closing], AGENCY) == 1


@pytest.mark.parametrize(
    "last",
    [
        [],
        [AGENCY],
        ["统计截至2025年1月20日"],
        ["2025年1月20日起施行。"],
        ["联系人所在单位：某某县司法局，2025年1月20日"],
        ["2025年1月20日", "以上事项均已办结。"],
    ],
)
def test_what_only_has_a_date_or_a_name_in_it_stays(last: list[str]) -> None:
    assert begins([SAID, *last], AGENCY) == 1 + len(last)


@pytest.mark.parametrize("above", [SAID, "联系人：张某某", "下一步将报告县政府，请示市司法局"])
def test_a_sentence_above_the_date_stays(above: str) -> None:
    assert begins([above, "2025年1月20日"], AGENCY) == 1


def test_no_lines_close_nothing() -> None:
    assert begins([], AGENCY) == 0
