"""送审 freezes what was seen, complete and explained; 撤回 takes it back in time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Report, Revision, State
from tests.filing import ALL_SAID, begun, explained, filled, published
from tests.make import make_user
from tests.workflow.acts import act

ISSUED = "documents.rules.issued"
FUTURE = timezone.localdate() + timedelta(days=1)


def typed(report: Report, by: User, **values: object) -> Report:
    """The draft with these values in it; keys with dots come as a dict."""
    changes = {key: {"was": boxed(report, key), "now": now} for key, now in values.items()}
    drafting.save(report.pk, by, f"at-{report.version}", 1, changes)
    return Report.objects.get(pk=report.pk)


def boxed(report: Report, key: str) -> object:
    fees = {fee.key: report.fees[fee.id] for fee in report.format.fees}
    return fees[key] if key in fees else report.figures[key]


def test_what_was_sent_is_frozen_word_for_word(report: Report, reporter: User) -> None:
    sent = act(report, "submit", reporter)
    assert sent.revision is not None
    revision = Revision.objects.get(pk=sent.revision.pk)
    assert (revision.number, revision.version) == (1, report.version)
    assert revision.content == report.content
    assert revision.content.digest == revision.digest == report.content.digest


def test_who_sends_must_have_seen_the_draft_as_it_is(report: Report, reporter: User) -> None:
    seen = report.version
    typed(report, reporter, **{ISSUED: 1})
    with pytest.raises(workflow.RefusedError, match="又有修改"):
        act(report, "submit", reporter, version=seen)
    assert not report.revisions.exists()


@pytest.mark.parametrize("seen", [None, "3", 10**9, -1])
def test_a_version_that_makes_no_sense_was_not_seen(
    report: Report, reporter: User, seen: Any
) -> None:
    with pytest.raises(workflow.RefusedError, match="又有修改"):
        act(report, "submit", reporter, version=seen)


def test_a_blank_form_is_not_sent(finance: Agency, reporter: User) -> None:
    with pytest.raises(workflow.RefusedError, match="处错误必须改正") as refusal:
        act(begun(finance), "submit", reporter)
    assert {finding.code for finding in refusal.value.findings} >= {"blank", "section-blank"}


def test_a_sum_that_is_wrong_is_not_sent(report: Report, reporter: User) -> None:
    wrong = typed(report, reporter, **{"applications.received.business": 1})
    with pytest.raises(workflow.RefusedError, match="处错误") as refusal:
        act(wrong, "submit", reporter)
    assert any("差1" in finding.message for finding in refusal.value.findings)


def test_a_doubt_is_sent_only_with_its_explanation(report: Report, reporter: User) -> None:
    doubtful = typed(report, reporter, **{"fees.notices": 1})
    with pytest.raises(workflow.RefusedError, match="1处疑点"):
        act(doubtful, "submit", reporter)
    (doubt,) = [one for one in drafting.judged(doubtful) if one.blocks]
    drafting.explain(report.pk, reporter, doubt.finding.fingerprint, "通知书已撤销")
    sent = act(doubtful, "submit", reporter)
    assert sent.revision is not None
    assert sent.revision.findings[0]["explanation"] == "通知书已撤销"


def test_a_government_that_says_less_explains_and_is_published(
    county: Agency,
) -> None:
    by, signer = (make_user("", {role: county}) for role in ("reporter", "reviewer"))
    said = f"按照绩效考核要求逐季监测。{ALL_SAID.replace('评议、追责', '服务')}"
    draft = filled(begun(county), by)
    drafting.save(draft.pk, by, "t", 9, {"prose.1": {"was": ALL_SAID, "now": said}})
    draft.refresh_from_db()
    with pytest.raises(workflow.RefusedError, match="1处疑点"):
        act(draft, "submit", by)
    assert published(explained(draft, by), by, signer).state == State.PUBLISHED


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("contact_name", "", "请填写经办人"),
        ("contact_name", " \u200b", "请填写经办人"),
        ("contact_phone", None, "请填写办公电话"),
        ("secrecy_by", "", "请填写保密审查人"),
        ("secrecy_opinion", "", "请填写保密审查意见"),
        ("secrecy_on", None, "请填写保密审查日期"),
        ("secrecy_on", "2025-01-02", "请填写保密审查日期"),
        ("secrecy_on", timezone.now(), "请填写保密审查日期"),
        ("secrecy_on", FUTURE, "不能晚于今天"),
        ("contact_name", "名" * 41, "经办人不超过40字"),
        ("secrecy_opinion", "可" * 201, "保密审查意见不超过200字"),
    ],
)
def test_particulars_are_asked_for(
    report: Report, reporter: User, key: str, value: object, words: str
) -> None:
    with pytest.raises(workflow.RefusedError, match=words):
        act(report, "submit", reporter, **{key: value})
    report.refresh_from_db()
    assert (report.state, report.contact_name) == (State.DRAFT, "")


def test_particulars_are_kept_with_the_revision(report: Report, reporter: User) -> None:
    sent = act(report, "submit", reporter, secrecy_on=date(2025, 1, 9))
    assert sent.revision is not None
    kept = sent.revision.submission
    assert kept["secrecy_on"] == "2025-01-09"
    assert (kept["contact_name"], kept["contact_phone"]) == ("王填报", "010-1234567")


def test_only_who_sent_it_takes_it_back(report: Report, reporter: User, colleague: User) -> None:
    sent = act(report, "submit", reporter)
    with pytest.raises(workflow.RefusedError, match="只有送审的人"):
        act(sent, "withdraw", colleague)
    back = act(sent, "withdraw", reporter)
    assert (back.state, back.revision, back.step) == (State.DRAFT, None, 0)
    assert "withdraw" not in {one.action for one in workflow.open_to(sent, colleague)}


def test_nothing_is_taken_back_after_a_signature(
    report: Report, reporter: User, reviewer: User, deputy: User
) -> None:
    workflow.plan_steps(report.duty.agency, [("股长", None), ("局长", None)], reviewer)
    sent = act(report, "submit", reporter)
    act(sent, "sign", reviewer)
    with pytest.raises(workflow.RefusedError, match="已有人审签"):
        act(sent, "withdraw", reporter)


def test_sent_again_it_is_another_revision(report: Report, reporter: User) -> None:
    first = act(report, "submit", reporter).revision
    act(report, "withdraw", reporter)
    second = act(report, "submit", reporter).revision
    assert first is not None
    assert second is not None
    assert (first.number, second.number) == (1, 2)
    assert first.digest == second.digest
