"""Figures of many digits: whole in one line of their box, in type as large as that allows."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import pdfplumber
import pytest

from reports.content import Content
from reports.rendering import docx, pdf
from tests.office import needs_office, saved

from .contents import FORMAT, small


def by_office(content: Content) -> bytes:
    """The Word file as LibreOffice prints it."""
    return saved(docx.draw(content), "docx", "pdf")


DRAWN = [pdf.draw, pytest.param(by_office, marks=needs_office)]


@cache
def tables(draw: Callable[[Content], bytes], length: int) -> list[tuple[list[Any], set[float]]]:
    """The boxes of each table and the sizes of the digits in it, all figures of that length."""
    content = small(figures=dict.fromkeys(FORMAT.cells, int("123456789"[:length])))
    found = []
    with pdfplumber.open(io.BytesIO(draw(content))) as file:
        for page in file.pages:
            for table in page.find_tables():
                chars = page.crop(table.bbox).chars
                figures = [char for char in chars if char["text"] == "2"]
                boxes = [box for row in table.extract() for box in row]
                found.append((boxes, {round(char["size"], 1) for char in figures}))
    return found


@pytest.mark.parametrize("draw", DRAWN)
@pytest.mark.parametrize("length", [6, 7, 8, 9])
def test_no_figure_breaks_over_two_lines(draw: Callable[[Content], bytes], length: int) -> None:
    boxes = Counter(box for found, _ in tables(draw, length) for box in found)
    assert boxes["123456789"[:length]] == len(FORMAT.cells)


@pytest.mark.parametrize("draw", DRAWN)
def test_seven_digits_are_as_large_as_fewer_in_table_three(
    draw: Callable[[Content], bytes],
) -> None:
    three, four = (sizes - {9.0} for _, sizes in tables(draw, 7)[1:])
    assert (three, four) == (set(), {7.5})
