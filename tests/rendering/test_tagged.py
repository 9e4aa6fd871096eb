"""What a screen reader is told of a PDF and its tables."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pytest

from reports.content import Content
from reports.formats import edition
from reports.rendering import pdf, tagged
from reports.rendering.marks import Marks
from tests.samples import sample

from .contents import old

CONTENT = sample("haidian-2024")
Node = dict[str, Any]


@pytest.fixture(scope="module")
def cells() -> Iterator[list[tuple[list[str], str]]]:
    """Every figure's cell as a reader speaks it: the words of its headings, and what it holds."""
    with pdfplumber.open(io.BytesIO(pdf.draw(CONTENT))) as file:
        yield [cell for page in file.pages for cell in spoken(page)]


def spoken(page: Any) -> Iterator[tuple[list[str], str]]:
    marked: dict[int, str] = defaultdict(str)
    for char in page.chars:
        marked[char["mcid"]] += char["text"]
    nodes = [node for top in page.structure_tree for node in below(top)]
    words = {
        id(n): "".join(marked[m] for kid in below(n) for m in kid.get("mcids", [])) for n in nodes
    }
    names = {n["id"]: words[id(n)] for n in nodes if n["type"] == "TH"}
    for node in nodes:
        if node["type"] == "TD":
            headers = node["attributes"]["Headers"]
            yield [names[header.decode()] for header in headers], words[id(node)]


def below(node: Node) -> Iterator[Node]:
    """A structure element and all within it."""
    yield node
    for kid in node.get("children", []):
        yield from below(kid)


def test_every_figure_is_spoken_under_its_own_headings(
    cells: list[tuple[list[str], str]],
) -> None:
    assert len(cells) == 200
    assert in_order(cells) == in_order(told(CONTENT))


def test_every_figure_of_2019_is_spoken_under_its_own_headings() -> None:
    with pdfplumber.open(io.BytesIO(pdf.draw(old()))) as file:
        found = [cell for page in file.pages for cell in spoken(page)]
    assert len(found) == 198
    assert in_order(found) == in_order(told(old()))


def told(content: Content) -> list[tuple[list[str], str]]:
    """What a reader should say: the form's headings of every figure, and the figure."""
    return [
        ([*filter(None, [cell.block]), *cell.row, *cell.column], f"{figure}{cell.suffix}")
        for cell, figure in zip(
            content.format.cells.values(), content.figures.values(), strict=True
        )
    ]


def in_order(cells: list[tuple[list[str], str]]) -> list[tuple[list[str], str]]:
    return sorted((sorted(headings), figure) for headings, figure in cells)


def test_the_file_names_its_title_and_language() -> None:
    with pdfplumber.open(io.BytesIO(pdf.draw(CONTENT))) as file:
        catalogue = file.doc.catalog
        assert catalogue["Lang"] == b"zh-CN"
        assert catalogue["MarkInfo"]["Marked"]
        assert file.metadata["Title"] == CONTENT.title


def test_a_draft_is_tagged_as_well() -> None:
    with pdfplumber.open(io.BytesIO(pdf.draw(CONTENT, Marks(draft=True, number=2)))) as file:
        assert {node["type"] for node in file.pages[0].structure_tree} == {"Document"}


def test_a_table_that_is_not_the_form_s_stays_as_it_is() -> None:
    class Broken:
        objects = [{"Type": "/StructElem", "S": "/Table", "K": []}]

    assert tagged.describe(edition("2021"), Broken()) == 0
