"""Drafts say so on every page, in every kind of file; final documents carry no mark at all."""

import datetime as dt
import io

import docx
import pytest

from reports.rendering import docx as word
from reports.rendering import html, pdf
from reports.rendering.marks import FINAL, Marks

from .contents import large, large_pdf
from .reading import html_text, pdf_pages, pdf_text

AT = dt.datetime(2026, 1, 5, 14, 2, tzinfo=dt.UTC)
MARKS = Marks(draft=True, number=3, printed_at=AT, check_code="1A2B-3C4D")
LINE = "草稿　第3稿　2026年1月5日 14:02　校验码 1A2B-3C4D"
BARE = LINE.replace("　", "").replace(" ", "")


@pytest.mark.parametrize(
    ("marks", "line"),
    [
        (FINAL, ""),
        (MARKS, LINE),
        (Marks(draft=True), "草稿"),
        (Marks(number=2, check_code="AAAA-0000"), "第2稿　校验码 AAAA-0000"),
    ],
)
def test_the_line_tells_what_is_known(marks: Marks, line: str) -> None:
    assert marks.line == line


def test_every_page_of_a_draft_pdf_says_so() -> None:
    pages = pdf_pages(pdf.draw(large(), MARKS))
    assert len(pages) >= 3
    assert all(BARE in page for page in pages)


def test_a_draft_pdf_has_the_word_across_every_page() -> None:
    plain = pdf_pages(pdf.draw(large(), Marks(number=3)))
    marked = pdf_pages(pdf.draw(large(), Marks(draft=True, number=3)))
    assert [page.count("稿") for page in plain] == [1] * len(plain)
    assert [page.count("稿") for page in marked] == [3] * len(marked)


def test_every_page_of_a_draft_docx_says_so() -> None:
    section = docx.Document(io.BytesIO(word.draw(large(), MARKS))).sections[0]
    assert section.header.paragraphs[0].text == LINE
    assert section.even_page_header.paragraphs[0].text == LINE


def test_a_draft_html_says_so() -> None:
    assert BARE in html_text(html.draw(large(), MARKS))


def test_final_documents_carry_no_mark() -> None:
    assert "草稿" not in pdf_text(large_pdf().data)
    assert "草稿" not in html_text(html.draw(large()))
    section = docx.Document(io.BytesIO(word.draw(large()))).sections[0]
    assert section.header.is_linked_to_previous
    assert section.even_page_header.is_linked_to_previous


def test_marks_are_text_and_no_markup() -> None:
    marks = Marks(draft=True, check_code="<b>&\x01")
    opened = docx.Document(io.BytesIO(word.draw(large(), marks)))
    assert opened.sections[0].header.paragraphs[0].text == "草稿　校验码 <b>&"
    assert "&lt;b&gt;&amp;" in html.draw(large(), marks).decode()


def test_marks_change_nothing_in_the_text() -> None:
    marked = pdf_text(pdf.draw(large(), MARKS)).replace(BARE, "")
    assert len(marked) - 2 * len(pdf_pages(large_pdf().data)) == len(pdf_text(large_pdf().data))
