"""The title breaks where a reader would pause."""

import pytest

from reports.content import from_json
from reports.rendering.title import title_lines

REST = "2024年政府信息公开工作年度报告"


def lines(agency: str, **more: str) -> tuple[str, ...]:
    return title_lines(from_json({"agency": agency, "year": 2024, **more}))


@pytest.mark.parametrize(
    "name",
    [
        ("某某县财政局",),
        ("某某壮族自治区某某瑶族自治县", "工业商务和信息化局"),
        ("某某省某某市某某区", "城市管理综合行政执法社区工作局"),
        ("某某省某某自治州某某县", "市场监督管理和知识产权局"),
        ("某某省某州市某某县", "市场监督管理和知识产权局"),
        ("某某市某某区人民政府办公室", "（某某市某某区外事办公室）"),
        ("某某彝族哈尼族拉祜族综合行政执法和应急管理委员会办公室",),
    ],
)
def test_a_long_name_breaks_after_its_place(name: tuple[str, ...]) -> None:
    assert lines("".join(name)) == (*name, REST)


def test_another_title_is_left_as_it_is() -> None:
    assert lines("某局", title="关于某局年报的说明") == ("关于某局年报的说明",)
    assert lines("") == (REST,)


def test_no_character_is_lost() -> None:
    name = "某某自治州某某彝族藏族自治县经济合作和信息化商务旅游文化体育局"
    assert "".join(lines(name)) == name + REST
