"""The headings of columns: whether all are there, and in which columns of the file they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reports.formats import Heading
from reports.formats.format import leaves
from reports.formats.wording import bare

from .layout import Layout
from .reading import Reading

_MOST_SHOWN = 80


def judge(
    reading: Reading, layout: Layout, columns: tuple[Heading, ...], low: int, high: int
) -> None:
    """Names what is lost of the headings between two places of the strip.

    Characters are counted, not words: where headings are wrapped, a text has their lines mixed.
    """
    text = layout.strip.text[low:high]
    wanted = "".join(bare(label) for label in _labels(columns))
    lost = Counter(wanted) - Counter(text)
    if lost:
        said = "".join(char for char in dict.fromkeys(wanted) if char in lost)
        why = f"表头文字与标准格式不一致，缺“{said}”，按位置读取"
        reading.doubt(why, layout.raw(max(low, high - _MOST_SHOWN), high), layout.line(high - 1))


def _labels(columns: tuple[Heading, ...]) -> Iterator[str]:
    for heading in columns:
        yield heading.label
        yield from _labels(heading.children)


def places(layout: Layout, columns: tuple[Heading, ...], low: int, high: int) -> list[int]:
    """The columns of the file in which the headings stand, in the order of the form; none where
    the file does not tell every one of them apart.
    """
    at: dict[str, set[int]] = {}
    for start, end, token in layout.strip.words:
        if low <= start < high and layout.source.rows[token.row].table in layout.source.placed:
            at.setdefault(layout.strip.text[start:end], set()).add(token.column)
    found = [at.get(bare(leaf.label), set()) for leaf, _ in leaves(columns)]
    return [next(iter(one)) for one in found] if all(len(one) == 1 for one in found) else []


def in_order(layout: Layout, columns: tuple[Heading, ...], low: int, high: int) -> list[int]:
    """The columns of headings of which several say the same, from left to right."""
    said = [bare(leaf.label) for leaf, _ in leaves(columns)]
    found = [
        token.column
        for start, end, token in layout.strip.words
        if low <= start < high
        and layout.strip.text[start:end] in said
        and layout.source.rows[token.row].table in layout.source.placed
    ]
    return sorted(set(found)) if len(set(found)) == len(found) == len(said) else []


def said(layout: Layout, columns: tuple[Heading, ...], low: int, high: int) -> list[int]:
    """Where headings that stand side by side are said between two places of the strip; none where
    one is not there.
    """
    found = [layout.strip.text.find(bare(column.label), low, high) for column in columns]
    return [] if -1 in found else found
