"""docs/checks-on-samples.md lists what the checks say of real published reports, and no more."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from reports.checks import Severity, check
from reports.checks.rank import by_name
from reports.content import from_json

from .test_published import NAMES, told

PAGE = Path(__file__).resolve().parents[2] / "docs" / "checks-on-samples.md"
ROW = re.compile(
    r"^\| (?P<name>[a-z]+(?:-[a-z]+)*-\d{4}) \| (?P<severity>\w+) \| (?P<code>[a-z-]+) "
    r"(?P<rule>R\d\d) \| (?P<part>[1-6–]) \| (?P<judged>right|wrong) \| .+ \|$",
    re.MULTILINE,
)

pytestmark = pytest.mark.skipif(not NAMES, reason="no published reports beside the project")

Listed = Counter[tuple[str, str, str, str]]


def listed(name: str) -> Listed:
    rows = [row for row in ROW.finditer(PAGE.read_text()) if row["name"] == name]
    return Counter((row["severity"], row["code"], row["rule"], row["part"]) for row in rows)


def found(name: str) -> Listed:
    findings = check(by_name(from_json(told(name))))
    return Counter((f.severity.value, f.code, f.rule, str(f.section or "–")) for f in findings)


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_is_listed_and_every_one_listed_is_found(name: str) -> None:
    assert found(name) == listed(name)


def test_no_error_is_false_and_less_than_one_warning_a_report() -> None:
    judged = [(row["severity"], row["judged"]) for row in ROW.finditer(PAGE.read_text())]
    assert len(judged) > 20
    assert (Severity.ERROR.value, "wrong") not in judged
    assert judged.count((Severity.WARNING.value, "wrong")) < len(NAMES)
