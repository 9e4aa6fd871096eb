"""What the reader saw of a file is told with what it read, so that both can be set side by side."""

from __future__ import annotations

from typing import Any

import pytest

from reports.importing import beside
from reports.importing.front.text import from_text
from reports.importing.gate import GateError

from .layouts import one_line, pipes, spans
from .readings import LARGE, published


def told(data: bytes, front: str) -> dict[str, Any]:
    return beside.parse(data, front)


def boxes(found: dict[str, Any]) -> dict[tuple[int, int], str]:
    """By line and column what stands in a box of a table."""
    rows = [(line, box) for line, table, row in found["rows"] if table for box in row]
    return {(line, column + 1): text for line, (text, column, _) in rows}


@pytest.mark.parametrize(("write", "front"), [(spans, "html"), (pipes, "text")])
def test_every_figure_of_a_table_stands_in_the_box_that_is_named(write: Any, front: str) -> None:
    found = told(write(published(LARGE)), front)
    stood, there = found["report"]["stood"], boxes(found)
    assert len(stood) == 200
    assert all(one["raw"] == there[one["line"], one["column"]].strip() for one in stood.values())


def test_every_figure_of_a_line_begins_at_the_character_that_is_named() -> None:
    found = told(one_line(published(LARGE)), "text")
    lines = {line: row[0][0] for line, _, row in found["rows"]}
    stood = found["report"]["stood"].values()
    assert stood
    assert all(lines[one["line"]][one["at"] - 1 :].startswith(one["raw"]) for one in stood)


def test_nothing_of_a_page_is_told_but_its_words() -> None:
    page = spans(published(LARGE)).replace(b"</body>", b"<p onclick='x'>y<script>z</script></p>")
    texts = [box[0] for _, _, row in told(page, "html")["rows"] for box in row]
    assert "y" in texts
    assert not [text for text in texts if "<" in text or text == "z"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("发布日期：2024-01-25 10:20", "2024-01-25"),
        ("更新时间：2024-02-01 发布时间:2024年1月9日", "2024-01-09"),
        ("日期：2024/1/9", "2024-01-09"),
        ("发布日期：2024-13-45", ""),
        ("2024年1月1日起至12月31日止", ""),
    ],
)
def test_the_day_of_publication_is_found_where_a_page_says_it(text: str, day: str) -> None:
    assert beside._published(from_text(f"首页\n{text}\n正文")) == day


def test_the_limited_process_tells_the_same() -> None:
    data = spans(published(LARGE))
    assert beside.read("a.html", data) == told(data, "html")
    with pytest.raises(GateError, match="已损坏"):
        beside.read("a.docx", data)
