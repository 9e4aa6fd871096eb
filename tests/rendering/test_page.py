"""The page after GB/T 9704-2012, measured in the finished PDF: 156 × 225 mm, 22 lines of 28."""

from __future__ import annotations

import io
from functools import cache
from itertools import groupby, pairwise
from typing import Any

import pdfplumber
import pypdfium2
import pytest

from reports.rendering import pdf

from .contents import large_pdf, small

MM = 72 / 25.4
PITCH = 225 / 22 * MM
Char = dict[str, Any]


@cache
def pages() -> list[list[Char]]:
    """The characters of a report with five pages and more of nothing but prose."""
    content = small(sections={"1": "公开" * 1500})
    with pdfplumber.open(io.BytesIO(pdf.draw(content))) as file:
        assert all((p.width / MM, p.height / MM) == pytest.approx((210, 297)) for p in file.pages)
        return [page.chars for page in file.pages]


def lines(page: list[Char]) -> list[list[Char]]:
    """The characters of the type area, line by line."""
    body = sorted((c for c in page if c["top"] < 262 * MM), key=lambda c: (c["top"], c["x0"]))
    return [list(line) for _, line in groupby(body, lambda c: round(c["top"]))]


def middle(char: Char) -> float:
    """How far down the page the middle of a character lies."""
    return float(char["top"] + char["bottom"]) / 2


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    assert [len(line) for line in lines(pages()[1])] == [28] * 22
    assert {round(c["size"], 2) for line in lines(pages()[1]) for c in line} == {16}


def test_lines_are_an_even_22nd_of_225_mm_apart() -> None:
    tops = [line[0]["top"] for line in lines(pages()[1])]
    assert all(b - a == pytest.approx(PITCH, abs=0.1) for a, b in pairwise(tops))


@pytest.mark.parametrize("words", ["公开喆", "公开2024年", "公开𬭚A B", "公开“年报”"])
def test_rare_characters_digits_and_spaces_move_no_line(words: str) -> None:
    content = small(sections={"1": "\n".join([words] * 60)})
    with pdfplumber.open(io.BytesIO(pdf.draw(content))) as file:
        hanzi = [char["top"] for char in file.pages[1].chars if char["text"] == "公"]
    assert len(hanzi) == 22
    assert all(b - a == pytest.approx(PITCH, abs=0.1) for a, b in pairwise(hanzi))


def test_the_type_area_begins_37_mm_down_and_is_225_mm_high() -> None:
    full = lines(pages()[1])
    top = middle(full[0][0]) - PITCH / 2
    bottom = middle(full[-1][0]) + PITCH / 2
    assert top / MM == pytest.approx(37, abs=1)
    assert bottom / MM == pytest.approx(37 + 225, abs=1)


def test_the_type_area_is_156_mm_wide_between_28_and_26_mm() -> None:
    full = lines(pages()[1])
    assert min(line[0]["x0"] for line in full) / MM == pytest.approx(28, abs=0.5)
    assert max(line[-1]["x1"] for line in full) / MM == pytest.approx(210 - 26, abs=0.5)


def test_a_paragraph_begins_two_characters_in() -> None:
    first = next(line for line in lines(pages()[0]) if line[0]["text"] == "公")
    assert first[0]["x0"] == pytest.approx(28 * MM + 2 * 156 * MM / 28, abs=0.6)


def footer(page: list[Char]) -> list[Char]:
    return sorted((c for c in page if c["top"] > 262 * MM), key=lambda c: c["x0"])


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_page_number_stands_between_dashes_at_the_outer_edge(number: int) -> None:
    found = footer(pages()[number - 1])
    assert "".join(c["text"] for c in found).replace(" ", "") == f"—{number}—"
    assert {round(c["size"], 2) for c in found} == {14}
    left, right = found[0]["x0"] - 28 * MM, 184 * MM - found[-1]["x1"]
    assert (right if number % 2 else left) == pytest.approx(14, abs=1)


@pytest.mark.parametrize("number", [0, 1])
def test_the_dashes_beside_the_page_number_are_7_mm_below_the_type_area(number: int) -> None:
    file = pypdfium2.PdfDocument(pdf.draw(small(sections={"1": "公开" * 1500})))
    dots = 600 / 25.4
    picture = file[number].render(scale=600 / 72).to_pil().convert("L")
    below = picture.crop((0, round(262 * dots), *picture.size)).point(lambda v: 255 * (v < 128))
    left, _, _, _ = below.getbbox() or (0, 0, 0, 0)
    _, top, _, bottom = below.crop((left, 0, left + round(3 * dots), below.height)).getbbox()
    assert top / dots == pytest.approx(7, abs=0.1)
    assert bottom - top < 0.5 * dots


def test_the_title_is_size_two_in_the_middle_and_breaks_after_the_name() -> None:
    with pdfplumber.open(io.BytesIO(large_pdf().data)) as file:
        words = [w for w in file.pages[0].extract_words(extra_attrs=["size"]) if w["size"] > 20]
    assert [w["text"] for w in words] == ["北京市海淀区人民政府", "2024年政府信息公开工作年度报告"]
    assert {round(w["size"], 1) for w in words} == {22}
    centre = (28 + 156 / 2) * MM
    assert all((w["x0"] + w["x1"]) / 2 == pytest.approx(centre, abs=2) for w in words)
