"""Rare characters, which Fandol lacks, as if they belonged to it: as low, in a title as heavy.

The face that has them sits higher on the line, and only one weight of it is free to use: beside
小标宋 it would look like holes. So its choice in the page's text is followed by a text rise, and in
the title's size the outlines are drawn besides being filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from . import fonts

_PIXEL = 96 / 72
"""WeasyPrint writes sizes in pixels, and scales the page."""

TITLE_SIZE = 22
"""Points; nothing else on the page is set in this size."""

_LOWER = 0.077
"""Ems by which hanzi of SERIF and SANS stand above those of every face of Fandol."""

_OUTLINE = 0.5
"""Points by which the strokes of SERIF gain the weight of FandolSong-Bold at that size."""

_CHOICE = re.compile(rb"/(\S+) ([0-9.]+) Tf")


def settle(pdf: Any) -> int:
    """Works on a drawn, not yet written PDF; how many times a fall-back face is chosen in it.

    Without Fandol there is nothing that they must go with: all is left as it is.
    """
    names = [str(found["FontName"], "ascii") for found in pdf.objects if _is_descriptor(found)]
    spare = {name[1:].partition("+")[0].encode() for name in names if _is_spare(name)}
    if not spare or len(spare) == len(names):
        return 0
    texts = (getattr(found, "stream", None) for found in pdf.objects)
    return sum(_follow(text, spare) for text in texts if isinstance(text, list))


def _is_descriptor(found: Any) -> bool:
    return isinstance(found, dict) and found.get("Type") == "/FontDescriptor"


def _is_spare(name: str) -> bool:
    return name.endswith((f"+{fonts.SERIF.family}", f"+{fonts.SANS.family}"))


def _follow(text: list[Any], spare: Iterable[bytes]) -> int:
    """Every choice of a face says how it is drawn: what brings it back brings that back, too."""
    chosen = {n: found for n, line in enumerate(text) if (found := _choice(line))}
    count = sum(found[1] in spare for found in chosen.values())
    for n, found in chosen.items() if count else ():
        size = float(found[2])
        lower = -_LOWER * size if found[1] in spare else 0
        heavy = lower and abs(size - TITLE_SIZE * _PIXEL) < 0.1
        outline = f"2 Tr {_OUTLINE * _PIXEL:.2f} w" if heavy else "0 Tr 1 w"
        text[n] = found[0] + f" {lower:.2f} Ts {outline}".encode()
    return count


def _choice(line: Any) -> re.Match[bytes] | None:
    return _CHOICE.fullmatch(line) if isinstance(line, bytes) else None
