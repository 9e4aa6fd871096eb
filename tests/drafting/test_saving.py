"""A save: answered key by key, kept as changes, done once however often it is sent."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import User
from reports import drafting
from reports.models import Change, Report, Save
from tests.drafting.saves import figure, fresh, put, save

ISSUED, REPEALED = "documents.rules.issued", "documents.rules.repealed"
TYPED = {ISSUED: {"was": None, "now": "3"}}


def test_a_save_makes_one_version_and_a_change_for_each_value(
    report: Report, reporter: User
) -> None:
    answer = save(report, reporter, {ISSUED: ("", "3"), REPEALED: ("", "0")})
    assert answer["version"] == fresh(report).version == 1
    assert answer["state"] == "draft"
    kept = {(one.key, one.before, one.after) for one in report.changes.all()}
    assert kept == {(ISSUED, None, 3), (REPEALED, None, 0)}
    assert {(one.version, one.by, one.source) for one in report.changes.all()} == {
        (1, reporter, "typed")
    }


def test_what_was_typed_is_answered_as_it_is_kept(report: Report, reporter: User) -> None:
    assert put(report, reporter, ISSUED, None, " １,２３４ ") == {"state": "saved", "value": 1234}
    assert put(report, reporter, "charges.fees.amount", None, "3.50")["value"] == "3.50"
    assert figure(report, ISSUED) == 1234


def test_a_blank_is_kept_as_blank(report: Report, reporter: User) -> None:
    put(report, reporter, ISSUED, "", "3")
    assert put(report, reporter, ISSUED, "3", "  ") == {"state": "saved", "value": None}
    assert figure(report, ISSUED) is None


@pytest.mark.parametrize(
    ("key", "now", "told"),
    [
        (ISSUED, "-1", "不能是负数"),
        (ISSUED, "1.5", "整数"),
        (ISSUED, "三", "只能录入数字"),
        (ISSUED, "1e3", "科学计数法"),
        (ISSUED, 1.0, "应为数字"),
        ("charges.fees.amount", "0.1234567", "小数"),
        ("fees.billed", "0.123", "小数"),
        ("applications.closed.total", "3", "由系统计算"),
        ("prose.1", 3, "文字"),
        ("prose.1", "字" * 100_001, "精简"),
        ("prose.7", "没有第七部分", "没有这一项"),
        ("figures.unknown", "3", "没有这一项"),
    ],
)
def test_a_bad_value_is_refused_and_keeps_nobody_else_waiting(
    report: Report, reporter: User, key: str, now: object, told: str
) -> None:
    answer = save(report, reporter, {key: (None, now), REPEALED: (None, "2")})
    assert answer["keys"][key]["state"] == "refused"
    assert told in answer["keys"][key]["message"]
    assert answer["keys"][REPEALED] == {"state": "saved", "value": 2}
    assert set(report.changes.values_list("key", flat=True)) == {REPEALED}


def test_the_same_save_sent_again_gets_the_same_answer_and_does_nothing(
    report: Report, reporter: User
) -> None:
    first = drafting.save(report.pk, reporter, "a", 1, TYPED)
    put(report, reporter, ISSUED, 3, 4)
    assert drafting.save(report.pk, reporter, "a", 1, TYPED) == first
    assert figure(report, ISSUED) == 4
    assert Save.objects.filter(client="a").count() == 1


def test_two_pages_may_count_alike(report: Report, reporter: User) -> None:
    drafting.save(report.pk, reporter, "a", 1, TYPED)
    drafting.save(report.pk, reporter, "b", 1, {REPEALED: {"was": None, "now": 1}})
    assert (figure(report, ISSUED), figure(report, REPEALED)) == (3, 1)


def test_a_retry_is_answered_even_after_the_report_was_sent(report: Report, reporter: User) -> None:
    first = drafting.save(report.pk, reporter, "a", 1, TYPED)
    drafting.fill_zeros(report.pk, reporter)
    Report.objects.update(state="submitted")
    assert drafting.save(report.pk, reporter, "a", 1, TYPED) == first
    with pytest.raises(drafting.NotOpenError, match="审签中"):
        drafting.save(report.pk, reporter, "a", 2, TYPED)


def test_a_save_that_changes_nothing_makes_no_version(report: Report, reporter: User) -> None:
    put(report, reporter, ISSUED, None, 3)
    assert save(report, reporter, {ISSUED: (3, "3")})["version"] == 1
    assert report.changes.count() == 1


@pytest.mark.parametrize("who", ["reviewer", "outsider", "office", "sysadmin"])
def test_only_a_reporter_of_the_agency_saves(
    report: Report, who: str, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        put(report, request.getfixturevalue(who), ISSUED, None, 1)
    assert not Change.objects.exists()


@pytest.mark.parametrize(
    ("client", "key"), [("c" * 41, ISSUED), ("c\n", ISSUED), ("c", "k" * 81), ("c", "k\x00")]
)
def test_names_that_no_page_gives_are_not_kept(
    report: Report, reporter: User, client: str, key: str
) -> None:
    with pytest.raises(ValueError, match="name"):
        drafting.save(report.pk, reporter, client, 1, {key: {"was": None, "now": 1}})
    assert not Save.objects.exists()


def test_blanks_are_counted_by_section(report: Report, reporter: User) -> None:
    before = save(report, reporter, {})["blank"]
    after = save(report, reporter, {ISSUED: ("", 0), "prose.5": ("", "问题不少。")})["blank"]
    assert before == {"1": 1, "2": 10, "3": 144, "4": 12, "5": 1, "6": 1}
    assert after == {**before, "2": 9, "5": 0}


def test_the_answer_carries_the_findings_of_the_draft_as_saved(
    report: Report, reporter: User
) -> None:
    zeros = drafting.fill_zeros(report.pk, reporter)
    assert "balance" not in {one["code"] for one in zeros["findings"]}
    answer = save(report, reporter, {"applications.received.business": (0, 2)})
    found = [one for one in answer["findings"] if one["code"] == "balance"]
    assert {one["severity"] for one in found} == {"error"}
    assert len(found) == 2
    assert all(one["blocks"] and one["fingerprint"] for one in found)
