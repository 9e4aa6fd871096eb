"""The lines of drawn pages, as another program finds them: characters with their boxes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber

MM = 72 / 25.4
LEFT, RIGHT = 28 * MM, 184 * MM
TOP, BOTTOM = 37 * MM, 262 * MM
"""The edges of the type area (版心) in points."""

PITCH = (BOTTOM - TOP) / 22
INDENT = 2 * (RIGHT - LEFT) / 28
BODY, TITLE = 16, 22

Char = dict[str, Any]
Line = list[Char]


def read(data: bytes) -> list[list[Char]]:
    """The characters of each page."""
    with pdfplumber.open(io.BytesIO(data)) as file:
        return [list(page.chars) for page in file.pages]


def body(chars: list[Char], size: float = BODY) -> Iterator[Line]:
    """Lines of that size from the top of a page; a character belongs to the line of its middle."""
    found = [c for c in chars if abs(c["size"] - size) < 0.1 and c["top"] < BOTTOM]
    found.sort(key=middle)
    line: Line = []
    for char in found:
        if line and middle(char) - middle(line[0]) > PITCH / 2:
            yield sorted(line, key=lambda one: float(one["x0"]))
            line = []
        line.append(char)
    if line:
        yield sorted(line, key=lambda one: float(one["x0"]))


def middle(char: Char) -> float:
    """How far down the page its middle lies; faces of one line differ by a point or two."""
    return (float(char["top"]) + float(char["bottom"])) / 2


def words(line: Line) -> str:
    """What a line says."""
    return "".join(str(char["text"]) for char in line)


def opens(line: Line) -> bool:
    """Whether it is the first line of a paragraph."""
    return float(line[0]["x0"]) > LEFT + INDENT / 2


def face(char: Char) -> str:
    """The name of its face, without the tag of the subset."""
    return str(char["fontname"]).partition("+")[2]
