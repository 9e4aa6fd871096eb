"""The title breaks where a reader would pause, into a trapezium or a rhombus (GB/T 9704, 7.3.1)."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.content import from_json
from reports.rendering.title import FITS, is_shapely, title_lines, width
from reports.rendering.title_words import WORDS

REST = "2024年政府信息公开工作年度报告"


def lines(agency: str, **more: str) -> tuple[str, ...]:
    return title_lines(from_json({"agency": agency, "year": 2024, **more}))


@pytest.mark.parametrize(
    "name",
    [
        ("某某县财政局",),
        ("某某壮族自治区", "某某瑶族自治县工业商务和信息化局"),
        ("某某省某某市某某区", "城市管理综合行政执法社区工作局"),
        ("某某省某某自治州某某县", "市场监督管理和知识产权局"),
        ("某某省某州市某某县", "市场监督管理和知识产权局"),
        ("某某市某某区人民政府办公室", "（某某市某某区外事办公室）"),
        ("某某彝族哈尼族拉祜族", "综合行政执法和应急管理委员会办公室"),
        ("新疆维吾尔自治区", "巴音郭楞蒙古自治州和静县人民政府"),
        ("贵州省黔西南布依族苗族自治州", "望谟县新型工业化和商务科技局"),
        ("湖北省荆州市沙市区", "市场监督管理和知识产权局"),
        ("某某市经济技术开发区管理委员会",),
        ("某某市某某区人民政府某某街道办事处",),
    ],
)
def test_a_long_name_breaks_between_place_and_office(name: tuple[str, ...]) -> None:
    assert lines("".join(name)) == (*name, REST)


def test_what_fits_one_line_stands_in_one() -> None:
    assert lines("某局") == (f"某局{REST}",)
    assert lines("某局", title="关于某局年报的说明") == ("关于某局年报的说明",)
    assert lines("") == (REST,)


@pytest.mark.parametrize(
    ("title", "broken"),
    [
        (
            "2019年上海市某某区人民政府办公室政府信息公开工作年度报告",
            ("2019年上海市某某区人民政府", "办公室政府信息公开工作年度报告"),
        ),
        (
            "关于某某省某某市人民政府2024年政府信息公开工作情况的年度报告",
            ("关于某某省某某市人民政府", "2024年政府信息公开工作情况的年度报告"),
        ),
    ],
)
def test_a_title_of_ones_own_breaks_at_a_word_too(title: str, broken: tuple[str, ...]) -> None:
    assert lines("某某省某某市人民政府", title=title) == broken


PLACES = st.sampled_from(
    ["某某省", "某某市", "某某自治州", "某某区", "某某县", "某某街道", "某某镇"]
)
OFFICES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map("和".join)
NAMES = st.builds("{}{}".format, st.lists(PLACES, min_size=1, max_size=3).map("".join), OFFICES)


@given(NAMES)
def test_no_line_of_any_name_breaks_a_word_or_begins_with_a_link(name: str) -> None:
    broken = lines(name)
    assert "".join(broken) == name + REST
    for end in accumulate(map(len, broken[:-1])):
        before, after = (name + REST)[:end], (name + REST)[end:]
        assert not after.startswith(("和", "与"))
        for word in (
            "人民政府",
            "办公室",
            "委员会",
            "信息化",
            "政府信息公开",
            "年度报告",
            "2024年",
        ):
            assert not any(
                before.endswith(word[:n]) and after.startswith(word[n:])
                for n in range(1, len(word))
            )


@given(NAMES)
def test_lines_fit_and_have_a_shape_wherever_words_allow(name: str) -> None:
    widths = [width(line) for line in lines(name)]
    if len(widths) > 1 and width(name) <= FITS:
        assert max(widths) <= FITS
        assert is_shapely(widths)


@pytest.mark.parametrize(
    ("widths", "shapely"),
    [
        ([6, 15], True),
        ([17, 15], True),
        ([7, 16, 15], True),
        ([14, 12, 12], True),
        ([14, 9, 15], False),
        ([15, 15, 15], True),
        ([9, 7, 7, 9], False),
    ],
)
def test_never_wide_narrow_and_wide_again(widths: list[float], *, shapely: bool) -> None:
    assert is_shapely(widths) is shapely


def test_a_title_that_four_lines_do_not_hold_takes_more_and_breaks_at_words() -> None:
    name = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县住房和城乡建设局"
    broken = lines(f"{name}（县人民防空办公室、县历史文化名城保护委员会办公室）")
    assert broken[1:3] == (
        "伊犁哈萨克自治州察布查尔锡伯自治县",
        "住房和城乡建设局（县人民防空办公室、",
    )
    assert len(broken) == 5
    assert is_shapely([width(line) for line in broken])


def test_a_word_without_any_place_to_break_is_left_to_the_line() -> None:
    name = "VeryLongUnbrokenName" * 6
    assert lines(name) == (name + REST,)
