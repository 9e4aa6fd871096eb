from dataclasses import replace

import pytest

from reports.checks import CHECKS, Finding, Severity, check
from tests.checking import report

FINDING = Finding("x", Severity.WARNING, "多于2元", ("a", "b"), 6, "R50", "第五十条")


@pytest.mark.parametrize(
    "change", [{"code": "y"}, {"message": "多于3元"}, {"cells": ("a",)}], ids=str
)
def test_an_explanation_lapses_with_what_it_explains(change: dict[str, str]) -> None:
    assert replace(FINDING, **change).fingerprint != FINDING.fingerprint  # type: ignore[arg-type]


def test_an_explanation_outlives_a_better_clause() -> None:
    assert replace(FINDING, because="", rule="").fingerprint == FINDING.fingerprint


def test_a_finding_as_json_has_the_names_of_the_contract() -> None:
    told = FINDING.to_json()
    assert {"code", "severity", "cells", "section", "message"} <= set(told)
    assert (told["severity"], told["cells"]) == ("warning", ["a", "b"])


def test_no_two_findings_of_a_report_share_a_fingerprint() -> None:
    findings = check(report({"x": 1, "y": 2}, sections={}, fees={}))
    assert len({finding.fingerprint for finding in findings}) == len(findings) > 8


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.__name__)
def test_every_check_says_which_rule_it_is(one: object) -> None:
    assert (one.__doc__ or "").startswith("R")


def test_severities_have_the_words_of_the_screen() -> None:
    assert [severity.label for severity in Severity] == ["错误", "疑点", "提示"]
