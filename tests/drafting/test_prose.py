"""Prose arrives clean, buries nobody's words unseen, and is on record whole."""

from __future__ import annotations

import pytest

from agencies.models import User
from reports.differences import differences
from reports.drafting.merging import LONGEST_PROSE, MOST_PARAGRAPHS
from reports.models import Report
from tests.drafting.saves import fresh, put, text

ONE = "prose.1"


def test_text_arrives_clean(report: Report, reporter: User) -> None:
    told = put(report, reporter, ONE, "", "\u3000\u3000甲。\r\n\r\n\t乙。\x00\u200b ")
    assert told == {"state": "saved", "value": "甲。\n乙。"}
    assert text(report, "1") == "甲。\n乙。"


@pytest.mark.parametrize("was", ["", None, " \n"])
def test_a_first_text_does_not_bury_another_first_text(
    report: Report, reporter: User, colleague: User, was: str | None
) -> None:
    put(report, colleague, ONE, "", "甲。")
    assert put(report, reporter, ONE, was, "乙。")["state"] == "conflict"
    assert text(report, "1") == "甲。"


def test_paragraphs_rewritten_in_place_keep_their_ids(report: Report, reporter: User) -> None:
    put(report, reporter, ONE, "", "甲。\n乙。\n丙。")
    before = [one["id"] for one in fresh(report).prose["1"]]
    put(report, reporter, ONE, "甲。\n乙。\n丙。", "新。\n甲。\n乙改。\n丙。")
    new, *kept = [one["id"] for one in fresh(report).prose["1"]]
    assert kept == before
    assert new not in before


def test_a_change_keeps_the_whole_text_before_and_after(report: Report, reporter: User) -> None:
    put(report, reporter, ONE, "", "甲。")
    put(report, reporter, ONE, "甲。", "")
    told = [(one.before, one.after) for one in report.changes.filter(key=ONE)]
    assert told == [("", "甲。"), ("甲。", "")]


def test_the_longest_text_is_kept_and_a_longer_one_refused(report: Report, reporter: User) -> None:
    longest = "字" * LONGEST_PROSE
    assert put(report, reporter, ONE, "", longest)["state"] == "saved"
    assert put(report, reporter, ONE, longest, longest + "字")["state"] == "refused"
    assert text(report, "1") == longest


def test_more_paragraphs_than_can_be_laid_out_are_refused(report: Report, reporter: User) -> None:
    most = "\n".join(["字"] * MOST_PARAGRAPHS)
    assert put(report, reporter, ONE, "", most)["state"] == "saved"
    assert put(report, reporter, ONE, most, f"{most}\n字")["state"] == "refused"
    assert text(report, "1") == most


def test_thousands_of_lines_alike_are_answered(
    report: Report, reporter: User, colleague: User
) -> None:
    alike = "\n".join(["同。"] * 3000)
    put(report, reporter, ONE, "", alike)
    put(report, colleague, ONE, alike, f"{alike}\n甲。")
    told = put(report, reporter, ONE, alike, f"乙。\n{alike}")
    assert told["state"] in {"merged", "conflict"}
    assert "甲。" in text(report, "1")


def test_a_paragraph_moved_within_the_text_is_told_as_moved(report: Report, reporter: User) -> None:
    put(report, reporter, "prose.1", "", "甲段。\n乙段。\n丙段。")
    before = fresh(report).content
    put(report, reporter, "prose.1", "甲段。\n乙段。\n丙段。", "丙段。\n甲段改。\n乙段。")
    found = differences(before, fresh(report).content)
    assert [(one.label, one.before, one.after) for one in found] == [
        ("第1段（原第3段）", "丙段。", "丙段。"),
        ("第2段", "甲段。", "甲段改。"),
    ]
