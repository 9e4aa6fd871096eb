"""What the reader puts up with, what it names as doubtful, and what it leaves alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reports.formats import wording

from .layouts import markdown, repeated, tabs
from .readings import LARGE, doubts, figures, missing, page, published, read, wrong

OLD = "shanghai-office-2019"
ROW = '<tr><td rowspan="1" colspan="1">'


def traditional(text: str) -> str:
    """Every character that has a Traditional form in it."""
    pairs = wording.TRADITIONAL.items()
    return text.translate({ord(simple): old for old, simple in reversed(pairs)})


KANGXI = str.maketrans("一二行自人用立长民工月文心目", "⼀⼆⾏⾃⼈⽤⽴⻓⺠⼯⽉⽂⼼⽬")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
SAME: dict[str, Callable[[str], str]] = {
    "Traditional characters": traditional,
    "Kangxi radicals": lambda text: text.translate(KANGXI),
    "full-width figures": lambda text: re.sub(
        r">(\d+)<", lambda m: f">{m[1].translate(FULL_WIDTH)}<", text
    ),
    "thousands": lambda text: re.sub(r">(\d{4,})<", lambda m: f">{int(m[1]):,}<", text),
    "units": lambda text: re.sub(r">(\d+)<", r">\1件<", text),
    "no-break spaces": lambda text: re.sub(r">(\d+)<", ">&nbsp;\n\\1\u200b<", text),
    "half-width brackets": lambda text: text.translate(str.maketrans("（），：“”", '(),:""')),
    "spaces in words": lambda text: re.sub("公开", "公 开", text),
    "numbers of headings": lambda text: re.sub("<strong>一、", "<strong>1、 ", text),
    "no headings": lambda text: re.sub("<p><strong>.*?</strong></p>", "", text),
    "no numbers": lambda text: re.sub(r">(（[一二三四五六七]）|\d\.|[一二三四五六]、)", ">", text),
    "one table": lambda text: re.sub(
        "</tbody></table><p><strong>三、.*?<tbody>", "", text, flags=re.DOTALL
    ),
}


@pytest.mark.parametrize("change", SAME)
def test_another_way_of_writing_it_is_the_same_figure(change: str) -> None:
    assert figures(page(SAME[change]), published(LARGE)) == published(LARGE).figures


def test_kangxi_radicals_are_replaced_in_the_words_and_named() -> None:
    told = page(lambda text: text.translate(KANGXI))
    assert told["sections"]["1"].startswith("（一）")
    assert doubts(told, "部首码位")[0]["raw"] == "⼀⽉"


TYPOS = {
    "属于国家秘密": "属于国家密秘",
    "三安全一稳定": "三安全",
    "重复申请": "重复的申请",
    "（七）总计": "（七）合计",
    "3.其他<": "3.其他情形<",
    "2.没有现成信息": "没有现成的信息",
    "8.属于行政查询事项": "8.属于行政查询事项的",
}


@pytest.mark.parametrize("label", TYPOS)
def test_a_label_with_a_typo_is_read_and_named(label: str) -> None:
    told = page(lambda text: text.replace(label, TYPOS[label]))
    assert figures(told, published(LARGE)) == published(LARGE).figures
    assert len(doubts(told, "行标签与标准格式")) == 1


def test_a_longer_name_of_a_later_edition_is_named() -> None:
    told = page(lambda text: text.replace(">规范性文件<", ">行政规范性文件<"), OLD)
    assert figures(told, published(OLD)) == published(OLD).figures
    assert [doubt["raw"] for doubt in doubts(told, "行标签与标准格式")] == ["行政规范性文件"]


def test_columns_in_another_order_are_read_by_their_headings() -> None:
    swapped = {"本年制发件数": "本年废止件数", "本年废止件数": "本年制发件数"}
    told = page(lambda t: re.sub("|".join(swapped), lambda m: swapped[m[0]], t))
    assert told["figures"]["documents.normative.issued"] == 0
    assert told["figures"]["documents.normative.repealed"] == 8
    assert doubts(told, "各列的次序")


def test_applicants_in_another_order_are_read_by_their_headings() -> None:
    swapped = {"自然人": "商业企业", "商业<br>企业": "自然人", "商业\n企业": "自然人"}
    told = page(lambda t: re.sub("|".join(swapped), lambda m: swapped[m[0]], t))
    assert told["figures"]["applications.received.natural_person"] == 42
    assert told["figures"]["applications.received.business"] == 3014
    assert doubts(told, "各列的次序")


def test_rows_in_another_order_are_read_by_their_labels() -> None:
    swapped = {"行政处罚": "行政强制", "行政强制": "行政处罚"}
    told = page(lambda t: re.sub("|".join(swapped), lambda m: swapped[m[0]], t))
    assert told["figures"]["sanctions.compulsion.decisions"] == 60427
    assert doubts(told, "不在标准格式的位置")


def test_what_is_no_number_is_left_blank_and_named_with_its_cell() -> None:
    told = page(lambda text: text.replace(">374<", ">3 74<").replace(">3182<", ">约3182<"))
    cells = ["applications.closed.natural_person", "applications.granted.total"]
    assert sorted(missing(told, published(LARGE))) == cells
    assert sorted(d["cell"] for d in told["doubts"]) == cells
    assert {d["raw"] for d in told["doubts"]} == {"3 74", "约3182"}


@pytest.mark.parametrize("mark", ["/", "-", "—", "不适用", "无", "N/A"])
def test_a_mark_for_a_blank_is_a_blank_that_is_named(mark: str) -> None:
    told = page(lambda text: text.replace('colspan="1"></td>', f'colspan="1">{mark}</td>'), OLD)
    assert figures(told, published(OLD)) == published(OLD).figures
    assert {doubt["raw"] for doubt in doubts(told, "按未填处理")} == {mark}


def test_an_empty_box_is_a_blank_without_a_word() -> None:
    told = page(lambda text: text.replace('colspan="1"></td>', 'colspan="1">&nbsp;</td>'), OLD)
    assert figures(told, published(OLD)) == published(OLD).figures
    assert told["doubts"] == []


def test_an_amount_in_another_unit_is_converted_and_named() -> None:
    told = page(lambda text: text.replace(">251000<", ">25.1万元<"), OLD)
    assert told["figures"]["procurement.central.amount"] == "251000"
    assert doubts(told, "已换算")[0]["raw"] == "25.1万元"


def test_a_figure_written_once_for_every_column_of_its_box_is_one_figure() -> None:
    content = published(OLD)
    told = read(repeated(content), "text")
    assert figures(told, content) == content.figures
    assert doubts(told, "各写了2次")[0]["raw"] == "13 13 13 13 524 524"


def test_tables_of_markdown_are_read() -> None:
    told = read(markdown(published(OLD)), "text")
    assert figures(told, published(OLD)) == published(OLD).figures
    assert (told["doubts"], told["agency"]) == ([], "上海市人民政府办公厅")


def test_a_row_that_is_not_there_stays_blank() -> None:
    told = page(lambda t: re.sub(f"{ROW}8.属于行政查询事项.*?</tr>", "", t, flags=re.DOTALL))
    assert {i.rpartition(".")[0] for i in missing(told, published(LARGE))} == {
        "applications.refused_inquiry"
    }
    assert len(doubts(told, "没有读到")) == 1


def test_a_row_that_the_form_does_not_have_is_doubtful() -> None:
    more = f"{ROW}9.新增情形</td>{'<td>1</td>' * 7}</tr>"
    told = page(lambda text: text.replace(f"{ROW}8.属于行政查询", f"{more}{ROW}8.属于行政查询"))
    assert figures(told, published(LARGE)) == published(LARGE).figures
    assert doubts(told, "9.新增情形")[0]["raw"] == "1 1 1 1 1 1 1"


def test_of_two_rows_that_differ_neither_is_taken() -> None:
    again = f"{ROW}2.重复申请</td>{'<td>1</td>' * 7}</tr>"
    told = page(lambda text: text.replace(f"{ROW}2.重复申请", f"{again}{ROW}2.重复申请"))
    assert wrong(told, published(LARGE)) == set()
    assert told["figures"]["applications.rejected_repeated.total"] is None
    assert doubts(told, "出现了不止一次")


def test_a_row_with_a_number_too_many_is_left_out() -> None:
    told = page(lambda text: text.replace(">3014<", ">3</td><td>014<"))
    assert wrong(told, published(LARGE)) == set()
    assert doubts(told, "应有7个数，读到8个")[0]["cell"] == "applications.received.natural_person"


def test_rows_without_a_word_of_the_form_are_named_each() -> None:
    more = "\n".join(f"某行{n}\t1\t2\t3\t4\t5\t6\t7" for n in range(3))
    text = tabs(published(LARGE)).decode().replace("\n二、上年", f"\n{more}\n二、上年")
    told = read(text.encode(), "text")
    assert figures(told, published(LARGE)) == published(LARGE).figures
    assert len(doubts(told, "对应不上")) == 3


def test_disputes_in_two_tables_are_one_row() -> None:
    def halved(text: str) -> str:
        row = re.search("<tr>(?:<td[^>]*>[0-9]+</td>){15}</tr>", text)
        assert row
        boxes = re.findall("<td.*?</td>", row[0])
        first, second = "".join(boxes[:5]), "".join(boxes[5:])
        parted = f"<tr>{first}</tr></table><p></p><table><tr>{second}</tr>"
        return text.replace(row[0], parted)

    assert figures(page(halved), published(LARGE)) == published(LARGE).figures


def test_another_row_of_numbers_among_the_disputes_is_named() -> None:
    more = f"<tr>{'<td>9</td>' * 4}</tr></tbody></table><p><strong>五"
    told = page(lambda text: text.replace("</tbody></table><p><strong>五", more))
    assert figures(told, published(LARGE)) == published(LARGE).figures
    assert doubts(told, "对应不上")[0]["raw"] == "9 9 9 9"
