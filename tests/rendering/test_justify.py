"""Body text is set flush on both sides, in lines of 28 characters."""

from __future__ import annotations

import io
from itertools import groupby

import pdfplumber
import pytest
import weasyprint

from reports.content import from_json
from reports.rendering import justify, pdf

LEFT, RIGHT = 28 / 25.4 * 72, 184 / 25.4 * 72
"""The edges of the type area in points."""

SENTENCE = "“京策”专区发布59个事项，完成《要点》提出的39项任务；"


def lines(section: str) -> list[list[dict[str, float]]]:
    """The characters of each body line on the first page of a report with this section one."""
    content = from_json({"agency": "某局", "year": 2024, "sections": {"1": section}})
    with pdfplumber.open(io.BytesIO(pdf.draw(content))) as file:
        chars = [c for c in file.pages[0].chars if 15.5 < c["size"] < 16.5]
    chars.sort(key=lambda c: (round(c["doctop"] / 20), c["x0"]))
    found = [list(line) for _, line in groupby(chars, lambda c: round(c["doctop"] / 20))]
    return found[1:]


@pytest.mark.parametrize("text", ["公开" * 200, SENTENCE * 12, "（中英文ABC，）" * 30])
def test_every_full_line_ends_at_the_right_edge(text: str) -> None:
    full = lines(text)[:-1]
    assert len(full) > 5
    assert all(line[-1]["x1"] == pytest.approx(RIGHT, abs=1) for line in full)
    assert all(line[0]["x0"] == pytest.approx(LEFT, abs=1) for line in full[1:])


def test_a_line_has_28_characters() -> None:
    counts = [len(line) for line in lines("公开" * 200)]
    assert counts[:4] == [26, 28, 28, 28]


def test_no_line_begins_with_a_closing_mark() -> None:
    starts = {line[0]["text"] for line in lines(SENTENCE * 12)}
    assert not starts & set("，；。》”")


def test_a_line_that_would_be_torn_apart_stays_ragged() -> None:
    first = lines("见" * 6 + "A" * 50)[0]
    assert first[-1]["x1"] < RIGHT - 100


@pytest.mark.parametrize(
    ("text", "gaps"), [("", 0), ("汉", 0), ("汉字", 1), ("2024", 0), ("汉A", 0.5), ("公——开", 1)]
)
def test_gaps_lie_between_characters_that_may_part(text: str, gaps: float) -> None:
    assert justify.weight(text) == gaps


def test_the_library_is_the_one_it_was_written_for() -> None:
    assert weasyprint.__version__.startswith(justify.SERIES)
    assert justify.install()
