"""R01, R02: six parts in their order, tables that are tables; what a file lacks is named."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from .readings import LARGE, doubts, figures, missing, page, published

FIVE = "五、存在的主要问题及改进情况"
WORDS = "问题：不够快。改进：逐月检查。"
NOTE = "注：行政许可件数由各窗口逐月汇总。"
UNREAD = "表格前后的文字，不是表中的内容"


def part(number: str, text: str) -> str:
    """That part of the page, heading and all."""
    found = re.search(f"<p><strong>{number}、.*?(?=<p><strong>|</body>)", text, re.DOTALL)
    assert found
    return found[0]


def before(number: str, words: str) -> Callable[[str], str]:
    """The page with these words above the heading of a part."""
    return lambda text: text.replace(f"<p><strong>{number}、", f"{words}<p><strong>{number}、", 1)


def test_a_report_with_its_six_parts_leaves_no_doubt() -> None:
    assert page(str)["doubts"] == []


def test_a_heading_that_is_missing_is_named_and_so_are_its_words() -> None:
    told = page(lambda text: re.sub(f"<p><strong>{FIVE}.*?</p>", "", text))
    assert len(doubts(told, f"没有找到“{FIVE}”这一标题")) == 1
    assert [one["raw"] for one in doubts(told, "没有标题，不知属于哪一部分")] == [WORDS]


def test_a_heading_in_other_words_is_read_and_named() -> None:
    told = page(lambda text: text.replace(FIVE, "五、存在问题及改进情况"))
    (told_of,) = doubts(told, f"标题与标准格式“{FIVE}”不一致")
    assert told_of["raw"] == "五、存在问题及改进情况"
    assert told["sections"]["5"] == WORDS


def test_a_part_out_of_order_is_named_and_none_of_its_words_is_lost() -> None:
    def moved(text: str) -> str:
        five = part("五", text)
        return before("四", five)(text.replace(five, ""))

    told = page(moved)
    assert len(doubts(told, f"没有找到“{FIVE}”这一标题")) == 1
    assert [one["raw"] for one in doubts(told, UNREAD)] == [WORDS]
    assert figures(told, published(LARGE)) == published(LARGE).figures


@pytest.mark.parametrize("number", ["三", "四", "五"])
def test_a_note_beside_the_tables_is_named(number: str) -> None:
    told = page(before(number, f"<p>{NOTE}</p>"))
    assert [one["raw"] for one in told["doubts"]] == [NOTE]
    assert doubts(told, UNREAD)
    assert figures(told, published(LARGE)) == published(LARGE).figures


def test_what_stands_in_a_part_of_words_is_read_without_a_word() -> None:
    told = page(before("二", f"<p>{NOTE}</p>"))
    assert told["sections"]["1"].endswith(NOTE)
    assert told["doubts"] == []


@pytest.mark.parametrize(("number", "section"), [("二", 2), ("三", 3), ("四", 4)])
def test_a_table_that_is_a_picture_is_named(number: str, section: int) -> None:
    def pictured(text: str) -> str:
        whole = part(number, text)
        return text.replace(
            whole, re.sub("<table.*</table>", '<img src="1.png">', whole, flags=re.DOTALL)
        )

    told = page(pictured)
    cells = published(LARGE).format.cells.values()
    assert missing(told, published(LARGE)) == {one.id for one in cells if one.section == section}
    assert re.search("没有找到“.*”的表格|应有15个数，读不出来", told["doubts"][0]["why"])
