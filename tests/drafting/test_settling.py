"""A settled conflict of a text: one choice about what both changed, nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agencies.models import User
from reports import drafting, prose
from reports.models import Report
from tests.drafting.saves import figure, fresh, put, text

ONE, ISSUED = "prose.1", "documents.rules.issued"
BASE, MINE, THEIRS = "甲\n乙\n丙\n丁", "甲\n乙，我\n丙\n丁，我", "甲，他\n乙，他\n丙\n丁"

documents = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=6).map("\n".join)


@pytest.mark.parametrize(
    ("prefer", "settled"),
    [("mine", "甲，他\n乙，我\n丙\n丁，我"), ("theirs", "甲，他\n乙，他\n丙\n丁，我")],
)
def test_only_what_both_changed_is_chosen_between(
    report: Report, reporter: User, colleague: User, prefer: str, settled: str
) -> None:
    put(report, reporter, ONE, "", BASE)
    put(report, colleague, ONE, BASE, THEIRS)
    assert put(report, reporter, ONE, BASE, MINE)["state"] == "conflict"
    told = settle(report, reporter, over=THEIRS, prefer=prefer)
    assert told == {"state": "merged", "value": settled}
    assert text(report, "1") == settled


def settle(report: Report, by: User, *, over: str, prefer: str) -> object:
    change = {"was": BASE, "now": MINE, "over": over, "prefer": prefer}
    return drafting.save(report.pk, by, "page", 999, {ONE: change})["keys"][ONE]


def test_a_text_that_was_changed_once_more_is_a_new_conflict(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, reporter, ONE, "", BASE)
    put(report, colleague, ONE, BASE, THEIRS)
    put(report, colleague, ONE, THEIRS, f"{THEIRS}\n再加")
    told = settle(report, reporter, over=THEIRS, prefer="mine")
    assert isinstance(told, dict)
    assert (told["state"], told["value"]) == ("conflict", f"{THEIRS}\n再加")
    assert text(report, "1") == f"{THEIRS}\n再加"


def test_a_figure_is_not_settled_like_a_text(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, colleague, ISSUED, None, 4)
    change = {"was": None, "now": 5, "over": 4, "prefer": "mine"}
    told = drafting.save(report.pk, reporter, "page", 999, {ISSUED: change})["keys"][ISSUED]
    assert told["state"] == "conflict"
    assert (figure(report, ISSUED), fresh(report).prose) == (4, {})


@given(documents, documents, documents, st.booleans())
def test_what_merges_without_a_choice_is_merged_the_same_with_one(
    base: str, mine: str, theirs: str, wins: bool
) -> None:
    merged = prose.merge(base, mine, theirs)
    if merged is not None:
        assert prose.settle(base, mine, theirs, mine_wins=wins) == merged


@given(documents, documents, documents)
def test_whoever_is_chosen_loses_no_word(base: str, mine: str, theirs: str) -> None:
    settled = prose.settle(base, mine, theirs, mine_wins=True)
    assert settled == prose.settle(base, theirs, mine, mine_wins=False)
    assert set(mine.splitlines()) - set(base.splitlines()) <= set(settled.splitlines())
