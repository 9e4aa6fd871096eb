"""Files cut, doubled, shuffled and patched at random are read or refused, and nothing else."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reports.importing.gate import UnreadableError

from . import layouts, word_files
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


@cache
def originals() -> dict[str, tuple[str, str]]:
    """By name the front end and the text of files to be spoiled."""
    content = published("haidian-2024")
    word = zipfile.ZipFile(io.BytesIO(word_files.merged(content)))
    flows = {**layouts.TEXTS, **layouts.FLOWS}
    made = {name: ("text", write(content).decode()) for name, write in flows.items()}
    made["page"] = ("html", layouts.styled(content).decode())
    made["word"] = ("docx", word.read("word/document.xml").decode())
    return made


def spoiled(text: str, how: list[tuple[float, int, float, str]]) -> str:
    for start, length, target, patch in how:
        at, to = int(start * len(text)), int(target * len(text))
        piece = text[at : at + length]
        text = text[:at] + patch + text[at + length :]
        text = text[:to] + piece + text[to:]
    return text


def survives(name: str, how: list[tuple[float, int, float, str]]) -> None:
    front, text = originals()[name]
    data = spoiled(text, how).encode("utf-8", "replace")
    if front == "docx":
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            package.writestr("word/document.xml", data)
        data = out.getvalue()
    try:
        told = read(data, front)
    except UnreadableError:
        return
    assert set(told["figures"]) <= set(told["stood"])
    assert all(doubt["why"] for doubt in told["doubts"])


names = st.sampled_from(["pipes", "tabs", "a box a line", "bare lines", "one line", "page", "word"])


@example(
    name="page",
    how=[(0.0, 4, 1.0, ""), (0.75, 41, 0.5, "12 3"), (0.61, 1, 1.0, ""), (0.354, 27, 0.0, "")],
)
@given(name=names, how=changes)
@settings(max_examples=60, deadline=None)
def test_a_spoiled_file_is_read_or_refused(
    name: str, how: list[tuple[float, int, float, str]]
) -> None:
    survives(name, how)


@pytest.mark.long
@given(name=names, how=changes)
@settings(max_examples=10_000, deadline=None)
def test_ten_thousand_spoiled_files(name: str, how: list[tuple[float, int, float, str]]) -> None:
    survives(name, how)
