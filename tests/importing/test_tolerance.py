"""What the reader puts up with, what it names as doubtful, and what it leaves alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from reports.content import Content
from reports.formats import wording
from reports.importing.gate import UnreadableError

from .layouts import markdown, pipes, repeated, spans, tabs
from .readings import doubts, figures, published, read

LARGE, OLD = "haidian-2024", "shanghai-office-2019"
ROW = '<tr><td rowspan="1" colspan="1">'


def page(change: Callable[[str], str], name: str = LARGE) -> dict[str, Any]:
    """The page of that report after a change."""
    return read(change(spans(published(name)).decode()).encode(), "html")


def wrong(told: dict[str, Any], content: Content) -> set[str]:
    """The cells with another figure than the report has, blanks left out."""
    found = figures(told, content)
    return {i for i, v in content.figures.items() if found[i] not in (v, None)}


def missing(told: dict[str, Any], content: Content) -> set[str]:
    """The cells that were not read though the report has them."""
    found = figures(told, content)
    return {i for i, v in content.figures.items() if v is not None and found[i] is None}


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


def test_another_report_in_the_same_file_is_named() -> None:
    told = read(pipes(published(OLD)) + b"\n" + pipes(published(LARGE)), "text")
    assert len(doubts(told, "不止一张")) == 2
    assert wrong(told, published(LARGE)) == set()


def test_sentences_that_speak_of_rows_are_not_the_table() -> None:
    said = "规章 9 件，行政许可 5 件。一、本年新收政府信息公开申请数量 12 件。予以公开 3 件。"
    told = page(lambda text: text.replace("网上公开12件。", said))
    assert figures(told, published(LARGE)) == published(LARGE).figures
    assert told["doubts"] == []


def test_words_that_quote_the_form_do_not_end_a_part() -> None:
    quoted = "<p>按照第二十条第（一）项公开。</p><p>信息内容齐全。</p>"

    def without_documents(text: str) -> str:
        text = re.sub("<p><strong>二、.*?</table>", quoted, text, flags=re.DOTALL)
        return text.replace("网上公开12件。", "网上公开。")

    told = page(without_documents)
    assert told["sections"]["1"].endswith("信息内容齐全。")
    assert missing(told, published(LARGE)) == {
        i for i, cell in published(LARGE).format.cells.items() if cell.section == 2
    }


def test_a_table_of_contents_is_not_the_report() -> None:
    contents = "".join(f"<p>{one.heading}</p>" for one in published(LARGE).format.sections)
    told = page(lambda text: text.replace("<body>", f"<body>{contents}"))
    assert told["sections"]["5"] == "问题：不够快。改进：逐月检查。"


def test_an_edition_that_is_not_the_years_is_named() -> None:
    told = page(lambda text: text.replace("2024年", "2020年"))
    assert told["edition"] == "2021"
    assert doubts(told, "2020年度应当使用2019版")


def test_the_edition_can_be_given() -> None:
    told = read(pipes(published(LARGE)), "text", "2019")
    assert told["edition"] == "2019"
    assert doubts(told, "政府集中采购")


def test_a_number_of_a_page_within_a_table_is_no_figure() -> None:
    text = tabs(published(LARGE)).decode().replace("\t", " ")
    lines = re.sub("(?m)^(.*重复申请)", r"- 3 -\n\1", text)
    told = read(lines.encode(), "text")
    assert figures(told, published(LARGE)) == published(LARGE).figures


def test_a_number_alone_on_its_line_is_named() -> None:
    text = tabs(published(LARGE)).decode().replace("\t", " ")
    told = read(re.sub("(?m)^(.*重复申请)", r"3\n\1", text).encode(), "text")
    assert figures(told, published(LARGE)) == published(LARGE).figures
    assert [doubt["raw"] for doubt in doubts(told, "页码")] == ["3"]


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


def test_a_title_that_is_elsewhere_is_named_with_its_place() -> None:
    title = published(LARGE).title
    moved = f"<body><p>首页 > 年报 > {title}</p><p>依据《条例》编制本报告，全文如下，敬请监督。</p>"
    told = page(lambda text: text.replace(f"<h1>{title}</h1>", "").replace("<body>", moved))
    assert (told["agency"], told["year"]) == ("北京市海淀区人民政府", 2024)
    assert doubts(told, "取自别处")[0]["line"] == 1
    assert told["preamble"].startswith("依据")


TITLES = {
    "2024年某某县财政局政府信息公开工作年度报告": "某某县财政局",
    "某某县财政局2024年政府信息公开工作年报": "某某县财政局",
    "某某县财政局2024年度政府信息公开工作报告": "某某县财政局",
    "某某县财政局 2024 年政府信息公开年度报告": "某某县财政局",
    "某某县财政局</h1><h1>2024年政府信息公开工作的年度报告": "某某县财政局",
    "某某县财政局二〇二四年政府信息公开工作年度报告": "某某县财政局",
    "某某县财政局政府信息公开工作年度报告（2024年度）": "某某县财政局",
}


@pytest.mark.parametrize("title", TITLES)
def test_titles_as_they_are_published(title: str) -> None:
    told = page(lambda text: text.replace(published(LARGE).title, title))
    assert (told["agency"], told["year"]) == (TITLES[title], 2024)
    assert doubts(told, "标题") == []


def test_words_behind_the_tables_without_a_heading_are_named() -> None:
    told = page(lambda text: re.sub("<p><strong>[五六]、.*?</strong></p>", "", text))
    assert told["sections"]["5"] == ""
    assert "逐月检查" in doubts(told, "不知属于哪一部分")[0]["raw"]


def test_a_page_about_something_else_is_refused() -> None:
    with pytest.raises(UnreadableError, match="没有读到"):
        read("<p>某某县财政局招聘公告，报名时间另行通知。</p>".encode() * 30, "html")
