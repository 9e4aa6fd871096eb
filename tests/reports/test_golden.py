"""The golden files say what Python says; tests/js reads the same files with the page's modules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reports import figures as fig
from reports import prose
from reports.checks.arithmetic import judge
from reports.formats import Fee, Kind, edition
from reports.templatetags.findings import pieces

GOLDEN = Path(__file__).parents[1] / "golden"
FORMAT = edition("2021")
ARITHMETIC = json.loads((GOLDEN / "arithmetic.json").read_text(encoding="utf-8"))
NUMBERS = json.loads((GOLDEN / "numbers.json").read_text(encoding="utf-8"))["cases"]
PROSE = json.loads((GOLDEN / "prose.json").read_text(encoding="utf-8"))
BASES = {base["name"]: base["figures"] for base in ARITHMETIC["bases"]}

Case = dict[str, Any]


def test_the_golden_equations_are_those_of_the_form() -> None:
    mine = [equation.to_json() for equation in FORMAT.equations]
    assert ARITHMETIC["equations"] == json.loads(json.dumps(mine))


def test_every_equation_fails_somewhere_in_the_golden_file() -> None:
    failing = {
        tuple(finding["cells"])
        for case in ARITHMETIC["cases"]
        for finding in case["expected"]["findings"]
    }
    assert failing == {equation.cells for equation in FORMAT.equations}


@pytest.mark.parametrize("case", ARITHMETIC["cases"], ids=lambda case: case["name"])
def test_python_computes_and_finds_what_the_golden_file_says(case: Case) -> None:
    figures = {**BASES[case["base"]], **case["set"]}
    computed = fig.recompute(FORMAT, figures, case.get("changed", ()))
    found = [judge(equation, figures | computed) for equation in FORMAT.equations]
    told = [(f.code, list(f.cells), f.message, pieces(f.message)) for f in found if f]
    expected = case["expected"]["findings"]
    assert computed == case["expected"]["computed"]
    assert told == [(f["code"], f["cells"], f["message"], f["pieces"]) for f in expected]


@pytest.mark.parametrize("case", ARITHMETIC["cases"], ids=lambda case: case["name"])
def test_the_golden_gap_lies_between_the_two_golden_sums(case: Case) -> None:
    for finding in case["expected"]["findings"]:
        assert finding["gap"] == abs(finding["left"] - finding["right"]) > 0
        assert finding["pieces"]["gap"] == f"差{finding['gap']}"


@pytest.mark.parametrize("case", NUMBERS, ids=lambda case: f"{case['kind']} {case['raw']!r}")
def test_python_reads_typed_numbers_as_the_golden_file_says(case: Case) -> None:
    cell = Fee("any", case["label"], Kind(case["kind"]))
    if "refused" in case:
        with pytest.raises(fig.RefusedError) as error:
            fig.clean(cell, case["raw"])
        assert str(error.value) == case["refused"]
    else:
        assert fig.plain(fig.clean(cell, case["raw"])) == case["value"]


@pytest.mark.parametrize("case", PROSE["pasted"], ids=lambda case: repr(case["raw"]))
def test_python_tidies_text_as_the_golden_file_says(case: Case) -> None:
    assert prose.tidy(case["raw"]) == case["tidy"]


@pytest.mark.parametrize("case", PROSE["headings"], ids=lambda case: case["line"])
def test_python_sees_the_headings_that_the_golden_file_says(case: Case) -> None:
    paragraph = prose.Paragraph("p1", case["line"])
    assert (paragraph.level, paragraph.is_heading) == (case["level"], case["is_heading"])
