"""Every rule of the catalogue is kept somewhere, and docs/rules.md says where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reports.checks import CHECKS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "rules.md").read_text()
NONE = {*range(17, 20), *range(25, 30), *range(37, 40), 48, 49, *range(55, 60), *range(65, 70)}
"""Numbers that the catalogue leaves free."""
ELSEWHERE = {int(number) for number in re.findall(r"^\| R(\d\d) \|", PAGE, re.MULTILINE)}


def numbers(told: str) -> set[int]:
    """Of “R20–R23” and “R10、R11”."""
    found = [int(one) for one in re.findall(r"R(\d\d)", told)]
    return set(range(found[0], found[-1] + 1)) if "–" in told else set(found)


def test_every_rule_is_a_check_or_is_kept_elsewhere() -> None:
    checked = set().union(*(numbers(one.number) for one in CHECKS))
    assert checked | ELSEWHERE == {*range(1, 80)} - NONE
    assert not checked & ELSEWHERE


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:reports|tests)/[\w/.]+)`", PAGE))))
def test_what_keeps_a_rule_exists(path: str) -> None:
    assert (ROOT / path).exists()
