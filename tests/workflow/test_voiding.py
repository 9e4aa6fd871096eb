"""Whatever re-opens a report voids its signatures, and nothing else does."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from reports import workflow
from reports.models import Report, Signoff, State
from tests.filing import begun, filled
from tests.workflow.acts import act, drawn

NOTED = [one for one in workflow.TRANSITIONS.values() if one.note]


@pytest.fixture
def approved(report: Report, reporter: User, reviewer: User) -> Report:
    return drawn(act(act(report, "submit", reporter), "sign", reviewer))


def standing() -> int:
    return Signoff.objects.filter(voided_at=None).count()


@pytest.mark.parametrize("action", ["return", "unlock"])
def test_reopening_voids_the_signature(approved: Report, reviewer: User, action: str) -> None:
    given = approved.signoffs.get()
    draft = act(approved, action, reviewer)
    assert (draft.state, draft.revision, draft.signed, draft.step) == (State.DRAFT, None, None, 0)
    assert draft.events.latest("number").data["voided"] == [given.pk]
    assert standing() == 0


def test_returning_halfway_voids_the_first_signature(
    report: Report, reporter: User, reviewer: User, deputy: User
) -> None:
    workflow.plan_steps(report.duty.agency, [("股长", None), ("局长", None)], reviewer)
    act(act(report, "submit", reporter), "sign", reviewer)
    act(report, "return", deputy)
    again = act(report, "submit", reporter)
    assert (again.step, standing()) == (1, 0)
    assert [step.signoff for step in workflow.steps_of(again)] == [None, None]


@pytest.mark.parametrize(
    "way", [("file", "send_back"), ("file", "unlock"), ("file", "clear", "unlock")]
)
def test_coming_back_from_filing_voids_too(
    finance: Agency, reporter: User, reviewer: User, office: User, way: tuple[str, ...]
) -> None:
    report = filled(begun(finance, first=True), reporter)
    act(act(report, "submit", reporter), "sign", reviewer)
    for action in way:
        draft = act(report, action, office if action in ("send_back", "clear") else reviewer)
    assert (draft.state, draft.revision, draft.signed, standing()) == (State.DRAFT, None, None, 0)


def test_a_new_signature_is_needed_even_if_nothing_changed(
    approved: Report, reporter: User, reviewer: User
) -> None:
    first = approved.revision
    act(approved, "unlock", reviewer)
    again = act(approved, "submit", reporter)
    assert first
    assert again.revision
    assert again.revision.digest == first.digest
    with pytest.raises(workflow.RefusedError, match="审签中"):
        act(again, "publish", reviewer)


def test_a_correction_leaves_the_published_signature_alone(
    approved: Report, reporter: User, reviewer: User
) -> None:
    published = act(approved, "publish", reviewer)
    draft = act(published, "correct", reviewer)
    assert (standing(), draft.signed) == (1, published.revision)
    act(draft, "submit", reporter)
    back = act(draft, "withdraw", reporter)
    assert (standing(), back.signed) == (1, published.revision)


def test_voiding_a_correction_goes_back_to_what_was_published(
    approved: Report, reporter: User, reviewer: User, office: User
) -> None:
    published = act(approved, "publish", reviewer)
    act(published, "take_down", office)
    act(published, "correct", reviewer)
    act(act(published, "submit", reporter), "sign", reviewer)
    draft = act(published, "unlock", reviewer)
    assert draft.signed == published.revision
    assert standing() == 1


@pytest.mark.parametrize("transition", NOTED, ids=lambda one: one.action)
@pytest.mark.parametrize("note", ["", "  \n", "\u200b\u3000"])
def test_a_reason_must_be_given(
    finance: Agency,
    reporter: User,
    reviewer: User,
    office: User,
    transition: workflow.Transition,
    note: str,
) -> None:
    report = brought_to(transition, finance, (reporter, reviewer, office))
    by = office if transition.action in ("send_back", "take_down") else reviewer
    with pytest.raises(workflow.RefusedError, match="请填写"):
        act(report, transition.action, by, note=note)
    report.refresh_from_db()
    assert report.state in transition.sources


def brought_to(
    transition: workflow.Transition, finance: Agency, cast: tuple[User, User, User]
) -> Report:
    """A report on which the act is open but for the reason."""
    reporter, reviewer, _ = cast
    report = filled(begun(finance, first=transition.action == "send_back"), reporter)
    way = {"return": "", "unlock": "sign", "send_back": "sign file"}
    act(report, "submit", reporter)
    for action in way.get(transition.action, "sign publish").split():
        report = act(report, action, reviewer)
        if action == "sign":
            drawn(report)
    return report


def test_the_reason_is_on_record_as_it_was_given(approved: Report, reviewer: User) -> None:
    act(approved, "return", reviewer, note="  第三项数字与台账不符。\r\n\r\n请核对。 ")
    assert approved.events.latest("number").note == "第三项数字与台账不符。\n请核对。"
