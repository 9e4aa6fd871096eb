from dataclasses import replace

import pytest

from reports.checks import CHECKS, Finding, Repair, Severity, check
from tests.checking import report

FINDING = Finding("x", Severity.WARNING, "多于2元", ("a", "b"), 6, "R50", "第五十条")


@pytest.mark.parametrize(
    "change", [{"code": "y"}, {"message": "多于3元"}, {"cells": ("a",)}], ids=str
)
def test_an_explanation_lapses_with_what_it_explains(change: dict[str, str]) -> None:
    assert replace(FINDING, **change).fingerprint != FINDING.fingerprint  # type: ignore[arg-type]


def test_an_explanation_outlives_a_better_clause() -> None:
    assert replace(FINDING, because="", rule="").fingerprint == FINDING.fingerprint


def test_explanations_of_last_month_find_their_findings() -> None:
    assert FINDING.fingerprint == "3b79e38a54f7d29e8926ea7fb5b8498b"


def test_a_finding_as_json_has_the_names_of_the_contract() -> None:
    hint = Repair("a", "现为1：可能漏录", {"a": 2})
    assert replace(FINDING, repairs=(hint,), asks="是不是多于").to_json() == {
        "code": "x",
        "severity": "warning",
        "cells": ["a", "b"],
        "section": 6,
        "message": "多于2元",
        "rule": "R50",
        "because": "第五十条",
        "asks": "是不是多于",
        "repairs": [{"cell": "a", "message": "现为1：可能漏录"}],
    }


def test_no_two_findings_of_a_report_share_a_fingerprint() -> None:
    findings = check(report({"x": 1, "y": 2}, sections={}, fees={}))
    assert len({finding.fingerprint for finding in findings}) == len(findings) > 8


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.__name__)
def test_every_check_says_which_rule_it_is(one: object) -> None:
    assert (one.__doc__ or "").startswith("R")


def test_severities_have_the_words_of_the_screen() -> None:
    assert [severity.label for severity in Severity] == ["错误", "疑点", "提示"]
