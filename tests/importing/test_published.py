"""Real published reports, as published: every figure as it is printed there, checked by hand.

Their files are no part of the project; where they are absent nothing is shown.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from .readings import doubts, read

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
NAMES = sorted(folder.name for folder in SAMPLES.glob("*-*"))

pytestmark = pytest.mark.skipif(not NAMES, reason="no published reports beside the project")


def told(name: str) -> dict[str, Any]:
    file = next((SAMPLES / name).glob("report.*"))
    return read(file.read_bytes(), {".txt": "text"}.get(file.suffix, file.suffix[1:]))


def about(name: str, file: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / name / file).read_text())
    return found


def number(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_read_as_printed(name: str) -> None:
    expected = {id_: number(value) for id_, value in about(name, "figures.json").items()}
    found = {id_: number(value) for id_, value in told(name)["figures"].items()}
    assert found == expected


@pytest.mark.parametrize("name", NAMES)
def test_edition_year_and_agency_are_found(name: str) -> None:
    found, known = told(name), about(name, "about.json")
    assert (found["edition"], found["year"]) == (known["edition"], known["year"])
    assert known["agency"].endswith(found["agency"])
    assert len(found["agency"]) >= 7


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_says_where_it_stood(name: str) -> None:
    found = told(name)
    assert set(found["stood"]) == set(found["figures"])
    assert all(stood["line"] > 0 for stood in found["stood"].values())


@pytest.mark.parametrize("name", [name for name in NAMES if name != "junshan-2022"])
def test_the_parts_in_words_are_read_without_the_page_round_them(name: str) -> None:
    sections = told(name)["sections"]
    assert list(sections) == ["1", "5", "6"]
    assert min(map(len, sections.values())) >= 2
    assert "ICP" not in sections["6"]


def test_the_single_row_that_the_form_divides_is_doubtful() -> None:
    found = told("hongze-2023")
    assert [doubt["raw"] for doubt in doubts(found, "分为几行")] == ["0 0 0 0 0 0 0"]
    assert not [id_ for id_ in found["figures"] if ".other_" in id_]


def test_wrong_totals_stay_wrong() -> None:
    assert told("hongze-2023")["figures"]["disputes.review.total"] == 0
    assert told("junshan-2022")["figures"]["applications.closed.total"] == 0


@pytest.mark.parametrize(
    ("name", "why", "line"),
    [
        ("tongzhou-2023", "标题与标准格式", 5),
        ("tongzhou-2023", "行标签与标准格式", 118),
        ("haidian-2024", "没有找到", None),
        ("jianye-2023", "行标签与标准格式", 6),
        ("xicheng-2023", "表头文字与标准格式", 56),
        ("hongze-2023", "行标签与标准格式", 73),
    ],
)
def test_what_is_not_standard_is_named_with_its_place(name: str, why: str, line: int) -> None:
    assert line in [doubt["line"] for doubt in doubts(told(name), why)]


def test_fees_are_read_where_the_sentence_is_plain() -> None:
    assert told("haidian-2024")["fees"] == {"notices": 11, "billed": "15100", "received": "10100"}
    assert told("xicheng-2023")["fees"] == {"notices": 0, "billed": "0", "received": "0"}
    assert told("tongzhou-2023")["fees"] == {"notices": 0, "billed": "0", "received": "0"}
    assert "fees" not in told("jianye-2023")
