"""Two people at one draft: different places never collide, the same place gets a clear choice."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.utils import timezone

from agencies.models import User
from reports.models import Report
from tests.drafting.saves import figure, put, save, text

ISSUED, REPEALED = "documents.rules.issued", "documents.rules.repealed"
PROSE = "prose.1"
BEFORE = "第一段。\n第二段。\n第三段。"


def test_different_figures_never_collide(report: Report, reporter: User, colleague: User) -> None:
    put(report, reporter, ISSUED, None, 1)
    assert put(report, colleague, REPEALED, None, 2)["state"] == "saved"
    assert (figure(report, ISSUED), figure(report, REPEALED)) == (1, 2)


def test_the_same_figure_changed_by_two_is_told_to_the_second(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, reporter, ISSUED, None, 1)
    told = put(report, colleague, ISSUED, None, "2")
    at = datetime.fromisoformat(told.pop("at"))
    assert told == {"state": "conflict", "value": 1, "mine": 2, "by": "王填报"}
    assert abs(timezone.now() - at).total_seconds() < 60
    assert figure(report, ISSUED) == 1


def test_whoever_saw_the_other_value_may_replace_it(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, reporter, ISSUED, None, 1)
    assert put(report, colleague, ISSUED, 1, 2)["state"] == "saved"
    assert list(report.changes.values_list("by__name", "after")) == [("王填报", 1), ("钱同事", 2)]


def test_two_who_typed_the_same_do_not_quarrel(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, reporter, ISSUED, None, 1)
    assert put(report, colleague, ISSUED, None, "１") == {"state": "saved", "value": 1}
    assert report.changes.count() == 1


def test_emptying_a_figure_that_another_changed_is_a_conflict(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, reporter, ISSUED, None, 1)
    put(report, reporter, ISSUED, 1, 5)
    assert put(report, colleague, ISSUED, 1, "")["state"] == "conflict"
    assert figure(report, ISSUED) == 5


def test_what_was_unreadable_in_the_box_counts_as_blank(report: Report, reporter: User) -> None:
    assert put(report, reporter, ISSUED, "三", 3)["state"] == "saved"
    assert put(report, reporter, ISSUED, "三", 4)["state"] == "conflict"


def test_a_conflict_keeps_nothing_else_of_the_save_waiting(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, reporter, ISSUED, None, 1)
    keys = save(report, colleague, {ISSUED: (None, 2), REPEALED: (None, 3)})["keys"]
    assert [keys[ISSUED]["state"], keys[REPEALED]["state"]] == ["conflict", "saved"]


@pytest.mark.parametrize(
    ("theirs", "mine", "merged"),
    [
        (
            "第一段改。\n第二段。\n第三段。",
            "第一段。\n第二段。\n第三段改。",
            "第一段改。\n第二段。\n第三段改。",
        ),
        (
            "第二段。\n第三段。",
            "第一段。\n第二段。\n第三段。\n第四段。",
            "第二段。\n第三段。\n第四段。",
        ),
        (
            "开头。\n第一段。\n第二段。\n第三段。",
            "第一段。\n第二段。",
            "开头。\n第一段。\n第二段。",
        ),
    ],
    ids=["both rewrite", "one drops, one adds", "one opens, one drops the end"],
)
def test_paragraphs_of_two_people_are_merged(
    report: Report, reporter: User, colleague: User, theirs: str, mine: str, merged: str
) -> None:
    put(report, reporter, PROSE, "", BEFORE)
    put(report, reporter, PROSE, BEFORE, theirs)
    assert put(report, colleague, PROSE, BEFORE, mine) == {"state": "merged", "value": merged}
    assert text(report, "1") == merged


def test_the_same_paragraph_rewritten_by_two_is_a_conflict(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, reporter, PROSE, "", BEFORE)
    theirs, mine = BEFORE.replace("二", "贰"), BEFORE.replace("二", "两")
    put(report, reporter, PROSE, BEFORE, theirs)
    told = put(report, colleague, PROSE, BEFORE, mine)
    assert (told["state"], told["value"], told["mine"]) == ("conflict", theirs, mine)
    assert (told["by"], text(report, "1")) == ("王填报", theirs)


def test_text_from_another_system_is_the_same_text(report: Report, reporter: User) -> None:
    put(report, reporter, PROSE, "", BEFORE)
    windows = BEFORE.replace("\n", "\r\n\r\n") + "\u200b"
    assert put(report, reporter, PROSE, windows, f"{BEFORE}\n第四段。")["state"] == "saved"
    assert text(report, "1") == f"{BEFORE}\n第四段。"


def test_paragraphs_keep_their_ids_through_a_merge(
    report: Report, reporter: User, colleague: User
) -> None:
    put(report, reporter, PROSE, "", BEFORE)
    ids = [one["id"] for one in Report.objects.get(pk=report.pk).prose["1"]]
    put(report, reporter, PROSE, BEFORE, f"开头。\n{BEFORE}")
    put(report, colleague, PROSE, BEFORE, BEFORE.replace("三", "叁"))
    kept = [one["id"] for one in Report.objects.get(pk=report.pk).prose["1"]]
    assert kept[1:] == ids
    assert len(set(kept)) == 4
