"""Tables on the page: each whole on one page, every word and figure within its own box."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pdfplumber
import pytest

from reports.content import Content
from reports.rendering import pdf

from .contents import FORMAT, PROSE, large, old, small


def tables(content: Content) -> list[tuple[int, int, list[list[str | None]]]]:
    """Each table with its page and the number of rows that were found there."""
    with pdfplumber.open(io.BytesIO(pdf.draw(content))) as file:
        found = [(n, t.extract()) for n, page in enumerate(file.pages) for t in page.find_tables()]
    return [(page, len(rows), rows) for page, rows in found]


@pytest.mark.parametrize("length", [0, 1240])
def test_no_table_breaks_over_pages(length: int) -> None:
    prose = {**PROSE, "1": "公" * length}
    found = tables(large(sections=prose))
    assert [rows for _, rows, _ in found] == [14, 28, 4]


def test_the_tables_of_2019_are_whole_on_their_pages() -> None:
    assert [rows for _, rows, _ in tables(old())] == [18, 26, 4]


def test_table_three_begins_a_page_of_its_own() -> None:
    found = tables(large(sections=PROSE))
    assert found[1][0] == found[0][0] + 1
    with pdfplumber.open(io.BytesIO(pdf.draw(large()))) as file:
        first = file.pages[found[1][0]].extract_text().strip().splitlines()[0]
    assert first == FORMAT.section(3).heading


def test_rows_of_blanks_are_as_high_as_rows_of_figures() -> None:
    heights = []
    for figures in ({}, dict.fromkeys(FORMAT.cells, 0)):
        with pdfplumber.open(io.BytesIO(pdf.draw(small(figures=figures)))) as file:
            found = [table for page in file.pages for table in page.find_tables()]
        heights.append([row.bbox[3] - row.bbox[1] for table in found for row in table.rows])
    assert heights[0] == pytest.approx(heights[1], abs=0.1)


@cache
def crowded() -> list[Any]:
    """The pages of a report with nine digits in every box, money with six decimals besides."""
    figures: dict[str, object] = dict.fromkeys(FORMAT.cells, 123456789)
    figures["charges.fees.amount"] = "123456789.123456"
    with pdfplumber.open(io.BytesIO(pdf.draw(small(figures=figures)))) as file:
        return [(page.chars, page.find_tables()) for page in file.pages]


def test_the_longest_figures_keep_within_their_boxes() -> None:
    checked = 0
    for chars, found in crowded():
        for x0, top, x1, bottom in (cell for table in found for cell in table.cells):
            inside = [c for c in chars if x0 < (c["x0"] + c["x1"]) / 2 < x1]
            inside = [c for c in inside if top < (c["top"] + c["bottom"]) / 2 < bottom]
            assert all(c["x0"] >= x0 - 0.1 and c["x1"] <= x1 + 0.1 for c in inside)
            checked += "".join(c["text"] for c in inside).startswith("123456789")
    assert checked == 200


def test_figures_of_any_length_are_read_back_whole() -> None:
    given = {id_: "123456789"[: n % 9 + 1] for n, id_ in enumerate(FORMAT.cells)}
    cells = [cell for _, _, rows in tables(small(figures=given)) for row in rows for cell in row]
    assert [cell for cell in cells if cell in set(given.values())] == list(given.values())


def test_a_heading_never_stands_alone_at_the_bottom_of_a_page() -> None:
    part = ["一行。"] * 21 + ["（一）标题", "正文。"]  # a line more than a page holds
    content = small(sections={"1": "\n".join(part * 26)})
    with pdfplumber.open(io.BytesIO(pdf.draw(content))) as file:
        pages = [page.extract_text().splitlines()[:-1] for page in file.pages[1:25]]
    assert {len(page) for page in pages} == {21, 22}  # one heading had to go over
    assert not any(page[-1] == "（一）标题" for page in pages)
