"""Other people's validators of PDF/UA-1 find nothing, but for what is their own mistake."""

from __future__ import annotations

import io

import pikepdf
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from reports.rendering import pdf
from reports.rendering.marks import Marks
from reports.rendering.press import sheet

from .contents import large_pdf, old
from .validators import faults

DRAFT = Marks(draft=True, number=2, check_code="1A2B-3C4D")


def test_a_final_report_is_without_a_finding() -> None:
    assert faults(large_pdf().data) == []


def test_so_is_a_draft_of_the_form_of_2019() -> None:
    assert faults(pdf.draw(old(), DRAFT)) == []


def test_so_is_a_paper_with_tables_of_words() -> None:
    facts = "<tr><th scope=row>校验稿次</th><td>第2稿</td></tr>" * 3
    head = "<tr><th scope=col>序号</th><th scope=col>疑点</th></tr>"
    rows = "<tr><td>1</td><td>数字不一致</td></tr>" * 4
    tables = f"<table>{facts}</table><table><thead>{head}</thead><tbody>{rows}</tbody></table>"
    body = mark_safe(f"<article><h1>校验情况表</h1>{tables}</article>")
    context = {"title": "校验情况表", "agency": "某局", "marks": DRAFT, "body": body}
    page = render_to_string("document/print.html", context)
    assert faults(pdf.press(sheet("pack.css")).print(page, None)) == []


def test_they_do_find_what_is_wrong() -> None:
    spoiled = io.BytesIO()
    with pikepdf.open(io.BytesIO(large_pdf().data)) as file:
        del file.Root.Lang, file.Root.MarkInfo
        file.save(spoiled)
    assert len(faults(spoiled.getvalue())) >= 2
