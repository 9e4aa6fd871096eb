"""What a reader of the file itself finds: tags, headings, bookmarks, language, metadata."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from reports.content import Content
from reports.rendering import pdf
from reports.rendering.marks import FINAL, Marks
from reports.rendering.verifying import Verification

from .contents import large, large_pdf, old, small

DRAFT = Marks(draft=True, number=2, check_code="1A2B-3C4D")
VERIFIED = Marks(verify=Verification("https://xxgk.mouxian.gov.cn", "0123456789abcdef" * 4))
FILES = {"final": (large, FINAL), "2019": (old, FINAL), "draft": (small, DRAFT)}
FILES["verified"] = (small, VERIFIED)


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    content, marks = FILES[request.param]
    with pikepdf.open(io.BytesIO(pdf.draw(content(), marks))) as opened:
        yield opened


def elements(element: Any) -> Iterator[Any]:
    """All elements below one, in the order in which they are read."""
    kids = element.K if isinstance(element.get("/K"), pikepdf.Array) else []
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:  # and no reference to a link
            yield kid
            yield from elements(kid)


def all_of(file: pikepdf.Pdf, kind: str) -> list[Any]:
    return [one for one in elements(file.Root.StructTreeRoot) if kind == one.S]


def numbers(element: Any) -> list[int]:
    """The pieces of marked content of an element itself."""
    return [int(kid) for kid in element.get("/K", []) if not isinstance(kid, pikepdf.Object)]


def pieces(page: pikepdf.Page) -> Iterator[tuple[str, int | None]]:
    """What is shown on a page: the kind of marked content it stands in, and its number."""
    inside: list[tuple[str, int | None]] = []
    for told in pikepdf.parse_content_stream(page):
        operands = told.operands
        match str(told.operator):
            case "BDC":
                number = operands[1].get("/MCID")
                inside.append((str(operands[0]), None if number is None else int(number)))
            case "BMC":
                inside.append((str(operands[0]), None))
            case "EMC":
                inside.pop()
            case "TJ" | "Tj" | "S" | "f" | "f*" | "Do":
                assert len(inside) == 1, f"{told.operator} in {inside}"
                yield inside[0]


def test_all_that_is_shown_is_text_of_the_tree_or_artifact(file: pikepdf.Pdf) -> None:
    owned = [(one.Pg.objgen, n) for one in elements(file.Root.StructTreeRoot) for n in numbers(one)]
    assert len(owned) == len(set(owned)) > 100
    shown = {(page.obj.objgen, *piece) for page in file.pages for piece in pieces(page)}
    assert {(page, n) for page, _, n in shown if n is not None} <= set(owned)
    assert {kind for _, kind, n in shown if n is None} == {"/Artifact"}


def test_page_numbers_and_marks_are_not_read_as_text(file: pikepdf.Pdf) -> None:
    tops = {str(one.S) for one in file.Root.StructTreeRoot.K[0].K}
    assert tops == {"/Art"}
    for page in file.pages:
        assert "/Artifact" in {kind for kind, _ in pieces(page)}


def test_headings_are_not_empty_and_skip_no_level(file: pikepdf.Pdf) -> None:
    headings = [one for one in elements(file.Root.StructTreeRoot) if str(one.S)[1:2] == "H"]
    levels = [int(str(one.S)[2]) for one in headings if str(one.S)[2:].isdigit()]
    assert levels[0] == 1
    assert levels.count(2) == 6
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all(any(numbers(kid) for kid in elements(one)) for one in headings)


def test_every_heading_has_its_scope_and_every_figure_its_headings(file: pikepdf.Pdf) -> None:
    heads, figures = all_of(file, "/TH"), all_of(file, "/TD")
    assert {str(one.A.Scope) for one in heads} == {"/Row", "/Column"}
    names = {str(one.ID) for one in heads}
    assert len(names) == len(heads)
    assert len(figures) in {198, 200}
    assert all({str(name) for name in one.A.Headers} <= names for one in figures)
    assert all(len(one.A.Headers) >= 1 for one in figures)


def test_every_row_of_a_table_fills_all_columns(file: pikepdf.Pdf) -> None:
    tables = all_of(file, "/Table")
    assert len(tables) == 3
    for table in tables:
        taken = [place for places in covered(table) for place in places]
        assert len(taken) == len(set(taken))
        wide, high = (max(at) + 1 for at in zip(*taken, strict=True))
        assert len(taken) == wide * high


def covered(table: Any) -> Iterator[list[tuple[int, int]]]:
    """Column and row of the places that each box takes up."""
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(one for one in elements(table) if one.S == "/TR"):
        x = 0
        for cell in row.K:
            while (x, y) in taken:
                x += 1
            wide, high = (int(cell.A.get(name, 1)) for name in ("/ColSpan", "/RowSpan"))
            places = list(product(range(x, x + wide), range(y, y + high)))
            taken.update(places)
            yield places


def bookmarks(content: Content, data: bytes) -> None:
    """Asserts that they are the report's headings, each on the page where it stands."""
    reader = PdfReader(io.BytesIO(data))
    outline: Any = reader.outline
    title, below = outline
    assert title.title == content.title
    sections = [one for one in below if not isinstance(one, list)]
    assert [one.title for one in sections] == [one.heading for one in content.format.sections]
    for one in sections:
        page: Any = reader.get_destination_page_number(one)
        assert one.title[2:] in reader.pages[page].extract_text().replace("\n", "")


def test_bookmarks_are_the_headings_of_the_report() -> None:
    bookmarks(large(), large_pdf().data)
    bookmarks(old(), pdf.draw(old()))


def test_language_title_and_what_the_file_claims_to_be(file: pikepdf.Pdf) -> None:
    assert file.Root.Lang == "zh-CN"
    assert file.Root.MarkInfo.Marked
    assert file.Root.ViewerPreferences.DisplayDocTitle
    with file.open_metadata() as xmp:
        assert xmp["dc:title"] == str(file.docinfo.Title) != ""
        assert xmp["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert "{http://www.aiim.org/pdfa/ns/id/}part" not in xmp
