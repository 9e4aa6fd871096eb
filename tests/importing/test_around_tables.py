"""What stands around the tables: titles, sentences, page numbers, other reports, other editions."""

from __future__ import annotations

import re

import pytest

from reports.importing.gate import UnreadableError

from .layouts import pipes, tabs
from .readings import LARGE, doubts, figures, missing, page, published, read


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


def test_words_behind_the_end_of_a_page_are_read() -> None:
    told = page(lambda text: text.replace("<p><strong>四、", "</body></html><p><strong>四、"))
    assert figures(told, published(LARGE)) == published(LARGE).figures
    assert told["sections"]["5"].endswith("逐月检查。")


def test_a_page_about_something_else_is_refused() -> None:
    with pytest.raises(UnreadableError, match="没有读到"):
        read("<p>某某县财政局招聘公告，报名时间另行通知。</p>".encode() * 30, "html")
