"""Every label of the form and every word that was written stands in each document."""

import re
from collections.abc import Callable, Iterator
from itertools import chain

import pytest

from reports.rendering import docx, html
from tests.samples import contract

from .contents import large, large_pdf, small
from .reading import (
    Row,
    docx_rows,
    docx_text,
    html_rows,
    html_text,
    pdf_rows,
    pdf_text,
)

DRAWN: dict[str, Callable[[], bytes]] = {
    "pdf": lambda: large_pdf().data,
    "docx": lambda: docx.draw(large()),
    "html": lambda: html.draw(large()),
}
ROWS: dict[str, Callable[[bytes], Iterator[Row]]] = {
    "pdf": pdf_rows,
    "docx": docx_rows,
    "html": html_rows,
}
TEXT = {"pdf": pdf_text, "docx": docx_text, "html": html_text}


@pytest.mark.parametrize("kind", DRAWN)
def test_every_heading_of_the_tables_is_there_whole(kind: str) -> None:
    cells = contract("2021")["cells"]
    labels = {label for cell in cells for label in chain(cell["row"], cell["column"])}
    blocks = {cell["block"] for cell in cells if "block" in cell}
    drawn = set(chain.from_iterable(ROWS[kind](DRAWN[kind]())))
    assert {re.sub(r"\s", "", label) for label in labels | blocks} <= drawn
    assert len(labels) > 40


@pytest.mark.parametrize("kind", DRAWN)
def test_title_headings_and_prose_are_there_in_order(kind: str) -> None:
    read, at = TEXT[kind](DRAWN[kind]()), 0
    for words in written():
        at = read.index(words, at)


def written() -> Iterator[str]:
    content = large()
    yield from (content.agency, "2024年政府信息公开工作年度报告")
    yield from (p.text for p in content.paragraphs("preamble"))
    for section in content.format.sections:
        yield section.heading
        yield from (p.text for p in content.paragraphs(str(section.number)))


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_nothing_stands_where_a_figure_is_blank(kind: str) -> None:
    draw = {"docx": docx.draw, "html": html.draw}[kind]
    blank, zero = TEXT[kind](draw(small(figures={}))), TEXT[kind](draw(small()))
    assert "{{" not in blank
    assert "None" not in blank
    assert len(zero) - len(blank) == 200


def test_what_looks_like_a_placeholder_is_text() -> None:
    prose = "{{title}}{{documents.rules.issued}}{{marks}}{{1}}"
    content = small(preamble=prose, sections={"1": "{{5}}", "5": "五。", "6": "六。"})
    read = docx_text(docx.draw(content))
    assert prose in read
    assert "{{5}}" in read
    assert read.count("五。") == 1


def test_fees_are_told_in_one_sentence_of_section_six() -> None:
    content = large(fees={"notices": 11, "billed": "15100", "received": "10100"})
    for read in (docx_text(docx.draw(content)), html_text(html.draw(content))):
        assert read.count(content.fee_sentence) == 1
        assert "15100" in content.fee_sentence


@pytest.mark.parametrize("blank", ["notices", "billed", "received"])
def test_fees_that_are_partly_blank_are_not_told_at_all(blank: str) -> None:
    content = small(fees={"notices": 11, "billed": "15100", "received": "10100", blank: None})
    for read in (docx_text(docx.draw(content)), html_text(html.draw(content))):
        heading = content.format.section(6).heading
        assert read.rpartition(heading)[2].strip() == "无。"
