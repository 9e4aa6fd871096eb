"""Five typical reports look as somebody has approved them; `make golden` takes new pictures.

What differs is written to var/golden: the picture kept, the one drawn, and where they differ.
"""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from config.settings import BASE_DIR
from reports.rendering import fonts

from . import pictures
from .goldens import GOLDEN, drawn

OUT = BASE_DIR / "var" / "golden"

pytestmark = pytest.mark.skipif(
    any(not face.path.is_file() for face in fonts.FANDOL), reason="the Fandol fonts are not there"
)


@pytest.mark.parametrize("name", GOLDEN)
def test_every_page_looks_as_it_was_approved(name: str) -> None:
    now = list(pictures.pages(drawn(name)))
    changed = [number for number, page in enumerate(now, 1) if differs(name, number, page)]
    assert changed == [], f"{name}: look at {OUT}, then `make golden`"
    assert len(now) == len(list(pictures.FOLDER.glob(f"{name}-*.png")))


def differs(name: str, number: int, page: Image.Image) -> bool:
    """Whether a page is another one; if so it is written down what is different."""
    path = pictures.file(name, number)
    before = Image.open(path) if path.is_file() else Image.new("L", page.size, 255)
    apart = pictures.difference(before, page)
    if apart is not None:
        OUT.mkdir(parents=True, exist_ok=True)
        pictures.beside(before, page, apart).save(OUT / path.name)
    return apart is not None


@pytest.fixture
def page() -> Image.Image:
    return Image.open(pictures.file("small", 2)).convert("L")


def test_the_same_page_with_other_edges_is_the_same(page: Image.Image) -> None:
    nearly = page.resize((page.width * 2, page.height * 2)).resize(page.size)
    assert pictures.difference(page, nearly) is None


def test_a_line_that_moved_is_seen(page: Image.Image) -> None:
    moved = page.copy()
    moved.paste(page.crop((0, 80, page.width, 500)), (0, 83))
    assert pictures.difference(page, moved) is not None


def test_one_digit_in_a_table_is_seen(page: Image.Image) -> None:
    changed = page.copy()
    ImageDraw.Draw(changed).text((390, 230), "7", fill=0)
    assert pictures.difference(page, changed) is not None


def test_a_page_of_another_size_is_seen(page: Image.Image) -> None:
    assert pictures.difference(page, page.crop((0, 0, 500, 500))) is not None
