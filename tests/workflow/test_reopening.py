"""An explanation that is not accepted goes back with the report, and has to be given anew."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Event, Report
from tests.filing import begun, filled, submitted

WHY = "票据尚未核完。"


@pytest.fixture
def sent(finance: Agency, reporter: User) -> Report:
    """Sent with one doubt that was explained."""
    report = filled(begun(finance), reporter)
    change = {"fees.billed": {"was": "0", "now": ""}}
    drafting.save(report.pk, reporter, "blank", report.version, change)
    report.refresh_from_db()
    drafting.explain(report.pk, reporter, mark(report), WHY)
    return submitted(report, reporter)


def mark(report: Report) -> str:
    (doubt,) = [j for j in drafting.judged(report) if j.finding.severity == "warning"]
    return doubt.finding.fingerprint


def returned(sent: Report, by: User, *marks: str) -> Report:
    return workflow.advance(
        sent, "return", by, "说明太笼统", revision=sent.revision_id, reopen=list(marks)
    )


def test_it_blocks_until_it_is_given_anew(sent: Report, reporter: User, reviewer: User) -> None:
    back = returned(sent, reviewer, mark(sent))
    (doubt,) = drafting.judged(back)
    assert doubt.blocks
    assert doubt.to_json()["reopened"] == WHY
    with pytest.raises(workflow.RefusedError, match="1处疑点"):
        submitted(back, reporter)
    drafting.explain(back.pk, reporter, mark(back), "两张票据在途，一月到账。")
    assert submitted(back, reporter).state == "submitted"


def test_what_was_not_reopened_stands(sent: Report, reporter: User, reviewer: User) -> None:
    back = returned(sent, reviewer)
    assert not drafting.judged(back)[0].blocks
    assert submitted(back, reporter).state == "submitted"


def test_the_record_tells_what_was_to_be_explained_anew(sent: Report, reviewer: User) -> None:
    returned(sent, reviewer, mark(sent))
    event = Event.objects.get(action="return")
    (told,) = event.data["reopened"]
    assert told["explanation"] == WHY
    assert "信息处理费" in told["message"]
    assert event.digest == event.seal()


def test_only_explanations_of_the_revision_read_are_reopened(sent: Report, reviewer: User) -> None:
    with pytest.raises(workflow.RefusedError, match="不是这一稿的"):
        returned(sent, reviewer, mark(sent), "0" * 32)
    sent.refresh_from_db()
    assert sent.state == "submitted"
    assert not sent.explanations.get().reopened


def test_the_frozen_record_keeps_who_explained_and_which_checks_were_asked(sent: Report) -> None:
    assert sent.revision is not None
    (found,) = sent.revision.findings
    assert (found["explanation"], found["explained_by"]) == (WHY, "王填报")
    assert sent.revision.submission["checked"]["asked"] > 35
