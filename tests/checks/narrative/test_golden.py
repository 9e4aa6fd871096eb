"""What the narrative says, as the golden file has it; tests/js reads it with the page's modules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reports.checks.narrative import described, find
from tests.checks.narrative.telling import says
from tests.golden import said

GOLDEN = Path(__file__).parents[2] / "golden" / "claims.json"
CLAIMS = json.loads(GOLDEN.read_text(encoding="utf-8"))
VERDICTS = ("agrees", "disagrees", "unknown")

Case = dict[str, Any]


def test_the_golden_claims_are_what_the_sentences_say() -> None:
    assert CLAIMS["totals"] == list(said.totals())
    assert CLAIMS["said"] == json.loads(json.dumps(list(said.sentences())))
    kinds = {claim["kind"] for one in CLAIMS["said"] for claim in one["claims"]}
    assert kinds == {"count", "zero", "percent", "change"}


@pytest.mark.parametrize(
    "case", CLAIMS["cases"], ids=lambda case: f"{case['said']} {case['table']}"
)
def test_python_compares_text_and_table_as_the_golden_file_says(case: Case) -> None:
    found = said.expected(said.SAID[case["said"]], said.tables()[case["table"]])
    assert found == case["expected"]


def test_each_kind_of_claim_meets_each_verdict_in_the_golden_file() -> None:
    kinds = {one["name"]: [claim["kind"] for claim in one["claims"]] for one in CLAIMS["said"]}
    met = {
        (kind, found["verdict"])
        for case in CLAIMS["cases"]
        for kind, found in zip(kinds[case["said"]], case["expected"], strict=True)
    }
    each = {(kind, how) for kind in set().union(*kinds.values()) for how in VERDICTS}
    assert met == each | {("count", "part")}


def test_without_last_years_report_nothing_is_told_of_it() -> None:
    content = says("收到公开申请40件，同比增长25%。")
    _, change = described(content, find(content))
    assert change["last"] == [None] * len(change["ways"])
