"""Pages as pictures, small enough to keep, and how far two of them are apart to the eye."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

FOLDER = Path(__file__).parent / "pages"
DOTS = 72
"""Dots an inch: a line of table text is still to be seen, a hundred pages are a megabyte."""

GREYS = 16
SLIGHT = 40
"""Of 255: by how much a blurred dot may differ. Libraries differ in how they smooth an edge."""


def pages(data: bytes) -> Iterator[Image.Image]:
    """Each page of a PDF as a picture in greys."""
    for page in pypdfium2.PdfDocument(data):
        yield page.render(scale=DOTS / 72, grayscale=True).to_pil().convert("L")


def file(name: str, number: int) -> Path:
    """Where the picture of that page of a golden report is kept."""
    return FOLDER / f"{name}-{number:02}.png"


def kept(picture: Image.Image) -> bytes:
    """The picture as a small PNG."""
    out = io.BytesIO()
    picture.quantize(GREYS).save(out, "PNG", optimize=True)
    return out.getvalue()


def difference(one: Image.Image, other: Image.Image) -> Image.Image | None:
    """What the eye would notice as different, in black on white; None where it is nothing.

    Both are blurred first: a hair's breadth to the side is no difference, a moved line or another
    digit is.
    """
    if one.size != other.size:
        return ImageChops.invert(Image.new("L", one.size, 255))
    soft = [picture.convert("L").filter(ImageFilter.GaussianBlur(1)) for picture in (one, other)]
    apart = ImageChops.difference(*soft).point(lambda v: 0 if v > SLIGHT else 255)
    return None if apart.getextrema() == (255, 255) else apart


def beside(*pictures: Image.Image) -> Image.Image:
    """The pictures next to each other, to be looked at."""
    width = sum(picture.width for picture in pictures) + 8 * (len(pictures) - 1)
    sheet = Image.new("L", (width, max(picture.height for picture in pictures)), 128)
    at = 0
    for picture in pictures:
        sheet.paste(picture.convert("L"), (at, 0))
        at += picture.width + 8
    return sheet
