"""Every number that goes into a document can be read out of it, beside its label."""

from collections.abc import Callable, Iterator

import pytest

from reports.content import Content
from reports.figures import to_json
from reports.rendering import docx, html, pdf
from tests.samples import CLEAN, sample

from .contents import FORMAT, large, large_pdf, old, small
from .reading import Row, docx_rows, expected, figures, html_rows, pdf_rows

Draw = Callable[[Content], bytes]
Rows = Callable[[bytes], Iterator[Row]]
WRITERS = [(pdf.draw, pdf_rows), (docx.draw, docx_rows), (html.draw, html_rows)]
EDITABLE = WRITERS[1:]


def test_the_pdf_holds_all_200_numbers() -> None:
    read = figures(pdf_rows(large_pdf().data))
    assert read == expected(large())
    assert sum(len(numbers) for _, numbers in read) == 200


@pytest.mark.parametrize(("draw", "rows"), EDITABLE, ids=["docx", "html"])
@pytest.mark.parametrize("name", CLEAN)
def test_docx_and_html_hold_all_200_numbers(name: str, draw: Draw, rows: Rows) -> None:
    read = figures(rows(draw(sample(name))))
    assert read == expected(sample(name))
    assert sum(len(numbers) for _, numbers in read) == 200


@pytest.mark.parametrize(("draw", "rows"), WRITERS, ids=["pdf", "docx", "html"])
def test_a_report_of_2019_is_drawn_in_the_form_of_its_time(draw: Draw, rows: Rows) -> None:
    read = figures(rows(draw(old())))
    assert read == expected(old())
    assert sum(len(numbers) for _, numbers in read) == 198
    assert ("行政许可", ["0", "-12", "0"]) in read


@pytest.mark.parametrize(("draw", "rows"), WRITERS, ids=["pdf", "docx", "html"])
def test_money_is_printed_with_its_unit_where_no_heading_names_it(draw: Draw, rows: Rows) -> None:
    assert ["政府集中采购", "6", "251000元"] in list(rows(draw(old())))
    blank = {**old().figures, "procurement.central.amount": None, "charges.fees.change": 0}
    row = next(r for r in rows(draw(old(figures=to_json(blank)))) if "政府集中采购" in r)
    assert [cell for cell in row if cell] == ["政府集中采购", "6"]


@pytest.mark.parametrize(("draw", "rows"), WRITERS, ids=["pdf", "docx", "html"])
def test_zero_is_printed_and_blank_is_not(draw: Draw, rows: Rows) -> None:
    half = dict.fromkeys(list(FORMAT.cells)[::2], 0)
    read = figures(rows(draw(small(figures=half))))
    assert [number for _, numbers in read for number in numbers] == ["0"] * len(half)
