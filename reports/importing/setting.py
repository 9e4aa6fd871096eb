"""Lines as they were set on paper, put together as the paragraphs that they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reports.formats.wording import NUMERALS

BEGINS = re.compile(
    rf"\s*(?:[（(][{NUMERALS}]+[）)]|[{NUMERALS}]+、|\d{{1,2}}[.、．]\D|[（(]\d{{1,2}}[）)])"
)
"""How a numbered paragraph begins."""

_SENTENCE_ENDS = "。！？；：!?;:…"
_SHORT, _FEWEST, _WIDEST = 16, 8, 60
_FULL, _SHARE, _HEADING = 0.92, 0.5, 0.75


def looks_set(lines: Sequence[str]) -> bool:
    """Whether lines end where paper did: most are as long as the longest, in mid-sentence."""
    long = [line.strip() for line in lines if _width(line.strip()) >= _SHORT]
    if len(long) < _FEWEST:
        return False
    usual = sorted(map(_width, long))[len(long) * 3 // 4]
    full = [line for line in long if 0.85 * usual <= _width(line) <= 1.2 * usual]
    broken = [line for line in full if line[-1] not in _SENTENCE_ENDS]
    return usual <= _WIDEST and len(broken) > _SHARE * len(long)


def put_together(lines: Sequence[str]) -> Iterator[str]:
    """Lines that go on, in one paragraph; a short line that ends a sentence ends it."""
    width = max(map(_width, lines), default=0)
    whole = ""
    for line, after in pairwise([*lines, ""]):
        whole += glue(whole, line) + line
        ended = line[-1] in _SENTENCE_ENDS and _width(line) < _FULL * width
        alone = BEGINS.match(whole) and _width(whole) < _HEADING * width
        if not after or BEGINS.match(after) or ended or alone:
            yield whole
            whole = ""


def glue(before: str, after: str) -> str:
    """A blank between words of letters that were parted by the end of a line."""
    latin = before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii()
    return " " if latin and after[:1].isalpha() else ""


def _width(text: str) -> float:
    """The width of a line in Chinese characters."""
    return sum(1 if ord(char) > 0x2E80 or char in "“”—…" else 0.5 for char in text)
