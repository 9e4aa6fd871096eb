"""Rare characters stand among the others: on the same line, and in a title in the same weight."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from PIL import Image

from reports.rendering import pdf

from .contents import small

DOTS = 300 / 72
COMMON, RARE = "国画", "喆堃"
"""As high as wide; the second two are in no face of Fandol."""


def inks(text: str, *, title: bool) -> Iterator[tuple[float, float, float]]:
    """Of each character of a title or preamble: top and bottom of its ink in points, and how much
    of its square is ink.
    """
    said = {"title": text} if title else {"title": "年报", "preamble": text}
    page = pypdfium2.PdfDocument(pdf.draw(small(**said)))[0]
    picture = page.render(scale=DOTS).to_pil().convert("L").point(lambda v: 255 * (v < 128))
    words, height = page.get_textpage(), page.get_height()
    first = words.get_text_range().index(text)
    for n in range(first, first + len(text)):
        left, bottom, right, top = words.get_charbox(n)
        sides = (left - 1, height - top - 6, right + 1, height - bottom + 6)
        yield ink(picture.crop([round(side * DOTS) for side in sides]), sides[1])


def ink(picture: Image.Image, top: float) -> tuple[float, float, float]:
    box = picture.getbbox() or (0, 0, 1, 1)
    dark = picture.histogram()[255] / ((box[2] - box[0]) * (box[3] - box[1]))
    return top + box[1] / DOTS, top + box[3] / DOTS, dark


@pytest.mark.parametrize(("title", "size"), [(True, 22), (False, 16)])
def test_a_rare_character_is_on_the_line_of_the_others(*, title: bool, size: int) -> None:
    found = list(inks(COMMON + RARE, title=title))
    centres = [(top + bottom) / 2 for top, bottom, _ in found]
    assert max(centres) - min(centres) < 0.05 * size


def test_in_a_title_it_is_as_heavy_as_they_are() -> None:
    common = [dark for _, _, dark in inks("年政府信息", title=True)]
    rare = [dark for _, _, dark in inks(RARE, title=True)]
    plain = [dark for _, _, dark in inks(RARE, title=False)]
    assert min(rare) > 0.9 * min(common)
    assert min(rare) > max(plain)


def test_what_follows_a_rare_character_is_as_it_would_be_without() -> None:
    beside = list(inks(RARE + COMMON, title=True))[2:]
    alone = list(inks(COMMON, title=True))
    for one, other in zip(beside, alone, strict=True):
        assert one[:2] == pytest.approx(other[:2], abs=0.3)
        assert one[2] == pytest.approx(other[2], abs=0.03)
