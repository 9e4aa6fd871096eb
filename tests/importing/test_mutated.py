"""Files cut, doubled, shuffled and patched at random are read or refused, and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reports.importing.gate import UnreadableError

from . import layouts, word_files
from .printed import by_weasyprint
from .readings import published, read

PATCHES = (
    "",
    "0",
    "\n",
    "\t",
    "|",
    "一、",
    "12 3",
    "（",
    "</td>",
    "<table>",
    "公开",
    "&nbsp;",
    "/",
)
edits = st.tuples(st.floats(0, 1), st.integers(0, 60), st.floats(0, 1), st.sampled_from(PATCHES))
changes = st.lists(edits, min_size=1, max_size=12)


@dataclass(frozen=True)
class Original:
    """A file to be spoiled: its front end, the text that is spoiled, the file made of it again."""

    front: str
    text: str
    filed: Callable[[str], bytes] = lambda text: text.encode("utf-8", "replace")


@cache
def originals() -> dict[str, Original]:
    """By name."""
    content = published("haidian-2024")
    flows = {**layouts.TEXTS, **layouts.FLOWS}
    made = {name: Original("text", write(content).decode()) for name, write in flows.items()}
    made["page"] = Original("html", layouts.styled(content).decode())
    made["word"] = _part("docx", word_files.merged(content), "word/document.xml")
    made["sheet"] = _part("xlsx", layouts.merged_sheet(content), "xl/worksheets/sheet1.xml")
    return made


@cache
def printed_open() -> Original:
    """A PDF whose pages are not packed, so that spoiling it reaches what is drawn on them."""
    data = by_weasyprint(published("haidian-2024"), uncompressed_pdf=True)
    return Original("pdf", data.decode("latin-1"), lambda text: text.encode("latin-1", "replace"))


def _part(front: str, data: bytes, spoiled: str) -> Original:
    """One part of a package is spoiled, the others stay."""
    package = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: package.read(name) for name in package.namelist()}

    def filed(text: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for name, part in parts.items():
                made.writestr(name, text.encode("utf-8", "replace") if name == spoiled else part)
        return out.getvalue()

    return Original(front, parts[spoiled].decode(), filed)


def spoiled(text: str, how: list[tuple[float, int, float, str]]) -> str:
    for start, length, target, patch in how:
        at, to = int(start * len(text)), int(target * len(text))
        piece = text[at : at + length]
        text = text[:at] + patch + text[at + length :]
        text = text[:to] + piece + text[to:]
    return text


def survives(original: Original, how: list[tuple[float, int, float, str]]) -> None:
    try:
        told = read(original.filed(spoiled(original.text, how)), original.front)
    except UnreadableError:
        return
    assert set(told["figures"]) <= set(told["stood"])
    assert all(doubt["why"] for doubt in told["doubts"])


names = st.sampled_from(
    ["pipes", "tabs", "a box a line", "bare lines", "one line", "page", "word", "sheet"]
)


@example(
    name="page",
    how=[(0.0, 4, 1.0, ""), (0.75, 41, 0.5, "12 3"), (0.61, 1, 1.0, ""), (0.354, 27, 0.0, "")],
)
@example(
    name="pipes",
    how=[(0.94606307, 1, 0.12890625, ""), (0.06640625, 26, 0.0, ""), (0.06640625, 25, 0.0, "")],
)
@given(name=names, how=changes)
@settings(max_examples=60, deadline=None)
def test_a_spoiled_file_is_read_or_refused(
    name: str, how: list[tuple[float, int, float, str]]
) -> None:
    survives(originals()[name], how)


@pytest.mark.long
@given(name=names, how=changes)
@settings(max_examples=10_000, deadline=None)
def test_ten_thousand_spoiled_files(name: str, how: list[tuple[float, int, float, str]]) -> None:
    survives(originals()[name], how)


@pytest.mark.long
@given(how=changes)
@settings(max_examples=300, deadline=None)
def test_three_hundred_spoiled_pdfs(how: list[tuple[float, int, float, str]]) -> None:
    survives(printed_open(), how)
