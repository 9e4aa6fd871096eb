"""Two people click at the same moment: one act happens, the other is told that it came too late."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event as Flag
from typing import Any

import pytest
from django.db import transaction

from agencies.models import User
from reports import drafting, workflow
from reports.models import Document, Publication, Report, Signoff, State
from tests.at_once import at_once
from tests.workflow.acts import act, details, drawn

pytestmark = pytest.mark.django_db(transaction=True)
KEY = "documents.rules.issued"


def told(answers: list[Any]) -> tuple[int, list[str]]:
    """How many went through, and what the others were told; nothing else may happen to them."""
    refusals = [one for one in answers if isinstance(one, Exception)]
    assert all(isinstance(one, workflow.RefusedError) for one in refusals), refusals
    return len(answers) - len(refusals), [str(one) for one in refusals]


def click(report: Report, action: str, by: User, revision: int | None) -> Callable[[], Report]:
    given = {"note": "见附件", **details(report, action)}
    return partial(workflow.advance, report, action, by, revision=revision, **given)


@pytest.mark.parametrize("action", ["sign", "return"])
def test_the_second_of_two_clicks_finds_the_state_changed(
    report: Report, reporter: User, reviewer: User, deputy: User, action: str
) -> None:
    sent = act(report, "submit", reporter)
    read = sent.revision_id
    done, late = told(at_once(*(click(sent, action, by, read) for by in (reviewer, deputy))))
    assert (done, len(late)) == (1, 1)
    assert "可能已有人办理" in late[0]
    assert sent.events.count() == 2


def test_signing_and_withdrawing_at_once_is_one_of_the_two(
    report: Report, reporter: User, reviewer: User
) -> None:
    sent = act(report, "submit", reporter)
    read = sent.revision_id
    deeds = click(sent, "sign", reviewer, read), click(sent, "withdraw", reporter, read)
    assert told(at_once(*deeds))[0] == 1
    sent.refresh_from_db()
    assert sent.signoffs.filter(voided_at=None).count() == (sent.state == State.APPROVED)


def test_one_step_gets_one_signature(
    report: Report, reporter: User, reviewer: User, deputy: User
) -> None:
    workflow.plan_steps(report.duty.agency, [("股长", None), ("局长", None)], reviewer)
    sent = act(report, "submit", reporter)
    read = sent.revision_id
    told(at_once(*(click(sent, "sign", by, read) for by in (reviewer, deputy, reviewer, deputy))))
    given = Signoff.objects.values_list("step", "by")
    assert sorted(step for step, _ in given) == [1, 2]
    assert {by for _, by in given} == {reviewer.pk, deputy.pk}


def test_it_is_published_once(report: Report, reporter: User, reviewer: User, deputy: User) -> None:
    signed = drawn(act(act(report, "submit", reporter), "sign", reviewer))
    read = signed.revision_id
    deeds = [click(signed, "publish", by, read) for by in (reviewer, deputy, reviewer)]
    assert told(at_once(*deeds))[0] == 1
    assert Publication.objects.count() == 1
    assert Document.objects.count() == 2


def test_sent_twice_at_once_it_is_one_revision(
    report: Report, reporter: User, colleague: User
) -> None:
    deeds = [click(report, "submit", by, None) for by in (reporter, colleague, reporter)]
    assert told(at_once(*deeds))[0] == 1
    assert report.revisions.count() == 1


def test_a_save_and_a_submission_at_once_never_freeze_what_was_not_seen(
    report: Report, reporter: User, colleague: User
) -> None:
    changes = {KEY: {"was": 0, "now": 7}}
    save = partial(drafting.save, report.pk, colleague, "c", 1, changes)
    saved, sent = at_once(save, click(report, "submit", reporter, None))
    assert isinstance(saved, drafting.NotOpenError) != isinstance(sent, workflow.RefusedError)
    report.refresh_from_db()
    frozen = report.revision
    assert frozen is None or frozen.content.figures[KEY] == report.figures[KEY] == 0


def test_who_waited_for_the_lock_sees_what_was_done_meanwhile(
    report: Report, reporter: User, reviewer: User, office: User
) -> None:
    public = drawn(act(act(report, "submit", reporter), "sign", reviewer))
    draft = act(act(public, "publish", reviewer), "correct", reviewer)
    sending, public_pk = Flag(), public.revision_id

    def send() -> Report:
        with transaction.atomic():
            sent = act(draft, "submit", reporter)
            sending.set()
            Flag().wait(0.3)
        return sent

    def take_down() -> Report:
        sending.wait(5)
        return workflow.advance(draft, "take_down", office, "有误", revision=public_pk)

    sent, down = at_once(send, take_down)
    assert isinstance(sent, Report)
    assert isinstance(down, Report)
    assert down.state == State.SUBMITTED
    assert down.revision == sent.revision
    assert down.events.latest("number").revision_id == public_pk


def test_the_plan_and_a_submission_at_once_agree(
    report: Report, reporter: User, reviewer: User
) -> None:
    agency = report.duty.agency
    plan = partial(workflow.plan_steps, agency, [("股长", None), ("局长", None)], reviewer)
    at_once(plan, click(report, "submit", reporter, None))
    sent = Report.objects.get(pk=report.pk)
    assert sent.state == State.SUBMITTED
    planned = agency.signoff_steps.count() or 1
    assert len(workflow.steps_of(sent)) == planned
