"""情况说明: given for a 疑点 as it stands, gone when the figures it rests on change."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import User
from reports import drafting
from reports.drafting import Judged
from reports.models import Report
from tests.drafting.saves import fresh, put, save

WHY = "通知已按规定撤销。"


@pytest.fixture
def doubted(report: Report, reporter: User) -> Report:
    """Two notices, nothing billed: a 疑点, and nothing worse but the words that are missing."""
    drafting.fill_zeros(report.pk, reporter)
    put(report, reporter, "fees.notices", 0, 2)
    return fresh(report)


def doubt(report: Report) -> Judged:
    return next(one for one in drafting.judged(fresh(report)) if one.finding.code == "fees-notices")


def fingerprint(report: Report) -> str:
    return doubt(report).finding.fingerprint


def test_a_doubt_blocks_until_it_is_explained(doubted: Report, reporter: User) -> None:
    assert doubt(doubted).blocks
    drafting.explain(doubted.pk, reporter, fingerprint(doubted), f"  {WHY} ")
    explained = doubt(doubted)
    assert not explained.blocks
    assert explained.to_json()["explanation"] == WHY


def test_an_explanation_may_be_mended(doubted: Report, reporter: User, colleague: User) -> None:
    drafting.explain(doubted.pk, reporter, fingerprint(doubted), WHY)
    drafting.explain(doubted.pk, colleague, fingerprint(doubted), "另有原因。")
    kept = doubted.explanations.get()
    assert (kept.text, kept.by) == ("另有原因。", colleague)


def test_an_explanation_lapses_with_the_figure_it_rests_on(doubted: Report, reporter: User) -> None:
    drafting.explain(doubted.pk, reporter, fingerprint(doubted), WHY)
    put(doubted, reporter, "fees.notices", 2, 3)
    assert doubt(doubted).blocks


def test_an_explanation_comes_back_with_the_figure(doubted: Report, reporter: User) -> None:
    drafting.explain(doubted.pk, reporter, fingerprint(doubted), WHY)
    put(doubted, reporter, "fees.notices", 2, 3)
    put(doubted, reporter, "fees.notices", 3, 2)
    assert not doubt(doubted).blocks


def test_an_explanation_outlives_changes_elsewhere(doubted: Report, reporter: User) -> None:
    drafting.explain(doubted.pk, reporter, fingerprint(doubted), WHY)
    save(doubted, reporter, {"prose.1": ("", "工作平稳。"), "documents.rules.issued": (0, 1)})
    assert not doubt(doubted).blocks


@pytest.mark.parametrize(
    ("text", "told"), [("", "写明"), (" \n\u200b", "写明"), ("字" * 501, "不超过500字")]
)
def test_an_explanation_says_something_in_few_words(
    doubted: Report, reporter: User, text: str, told: str
) -> None:
    with pytest.raises(drafting.RefusedError, match=told):
        drafting.explain(doubted.pk, reporter, fingerprint(doubted), text)
    assert not doubted.explanations.exists()


def test_what_is_not_doubted_cannot_be_explained_away(doubted: Report, reporter: User) -> None:
    put(doubted, reporter, "applications.received.business", 0, 1)
    found = drafting.judged(fresh(doubted))
    error = next(one.finding for one in found if one.finding.code == "balance")
    for mark in (error.fingerprint, "0" * 32):
        with pytest.raises(drafting.RefusedError, match="变化或消失"):
            drafting.explain(doubted.pk, reporter, mark, WHY)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("身份证号11010119900307651X已核。", "“110＊＊＊＊＊＊＊＊＊＊＊＊＊1X”像是身份证"),
        ("可拨打13812345678核对。", "“138＊＊＊＊＊＊78”像是手机号码"),
    ],
)
def test_no_number_of_a_person_is_kept_in_what_is_printed(
    doubted: Report, reporter: User, text: str, told: str
) -> None:
    with pytest.raises(drafting.RefusedError, match=told):
        drafting.explain(doubted.pk, reporter, fingerprint(doubted), text)
    assert not doubted.explanations.exists()
    drafting.explain(doubted.pk, reporter, fingerprint(doubted), "可拨打010-65121234核对。")
    assert doubted.explanations.exists()


def test_only_a_reporter_explains_and_only_a_draft(
    doubted: Report, reporter: User, reviewer: User
) -> None:
    mark = fingerprint(doubted)
    with pytest.raises(PermissionDenied):
        drafting.explain(doubted.pk, reviewer, mark, WHY)
    Report.objects.update(state="submitted")
    with pytest.raises(drafting.NotOpenError):
        drafting.explain(doubted.pk, reporter, mark, WHY)


def test_errors_come_first(report: Report, reporter: User) -> None:
    found = drafting.judged(report)
    severities = [str(one.finding.severity) for one in found]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    assert {"error", "warning"} <= set(severities)


def both(report: Report, reporter: User) -> list[str]:
    """Two doubts: the notices, and a wrong word."""
    save(report, reporter, {"prose.6": ("", "请登陆网站查阅。")})
    found = drafting.judged(fresh(report))
    return [
        one.finding.fingerprint
        for one in found
        if one.finding.code in ("fees-notices", "wrong-word")
    ]


def test_several_doubts_are_explained_with_one_text(doubted: Report, reporter: User) -> None:
    marks = both(doubted, reporter)
    drafting.explain(doubted.pk, reporter, marks, WHY)
    told = {one.finding.code: one.written for one in drafting.judged(fresh(doubted)) if one.written}
    assert told == {"fees-notices": WHY, "wrong-word": WHY}


def test_of_several_all_are_explained_or_none(doubted: Report, reporter: User) -> None:
    marks = both(doubted, reporter)
    with pytest.raises(drafting.RefusedError, match="勾选的疑点已经变化或消失"):
        drafting.explain(doubted.pk, reporter, [*marks, "0" * 32], WHY)
    with pytest.raises(drafting.RefusedError, match="请先勾选"):
        drafting.explain(doubted.pk, reporter, [], WHY)
    assert not doubted.explanations.exists()


def test_a_phrase_and_what_is_typed_besides_make_one_text() -> None:
    assert drafting.worded("统计口径有调整。", " 见附注。 ") == "统计口径有调整。见附注。"
    assert drafting.worded("", "见附注。") == "见附注。"
