"""Whatever people do in whatever order: nothing unsigned is published and nothing saved is lost."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from agencies.models import User
from reports import drafting, workflow
from reports.checks import Severity, check
from reports.models import Publication, Report, Revision, State
from tests.workflow.acts import drawn, outcome

KEYS = ("documents.rules.issued", "documents.normative.issued", "applications.received.business")
NEXT = {"draft": "submit", "submitted": "sign", "approved": "publish", "published": "correct"}
PEOPLE = ("reporter", "colleague", "allrounder", "reviewer", "deputy", "office", "outsider")
people = st.sampled_from(PEOPLE)
writing = st.sampled_from(("allrounder", "reporter", "reviewer"))
numbers = st.integers(0, 1)
BOUNDS = settings(
    max_examples=20,
    stateful_step_count=22,
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
)


class Office(RuleBasedStateMachine):
    """One bureau with one report; remembers every value it was told is saved."""

    filled: ClassVar[Report]
    cast: ClassVar[dict[str, User]]
    published: ClassVar[int]

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.values = dict.fromkeys(KEYS, 0)
        self.sent: dict[int, dict[str, int]] = {}

    def teardown(self) -> None:
        type(self).published += Publication.objects.count()
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    @property
    def report(self) -> Report:
        return Report.objects.get(pk=self.filled.pk)

    @initialize(steps=st.integers(1, 2))
    def plan(self, steps: int) -> None:
        plan = [(f"第{n}步", None) for n in range(steps)]
        workflow.plan_steps(self.filled.duty.agency, plan, self.cast["reviewer"])

    @rule(who=people, steps=st.integers(1, 3))
    def plan_anew(self, who: str, steps: int) -> None:
        plan = [(f"第{n}步", None) for n in range(steps)]
        try:
            workflow.plan_steps(self.filled.duty.agency, plan, self.cast[who])
        except (workflow.RefusedError, PermissionDenied):
            return
        assert self.report.state != State.SUBMITTED

    @rule(who=writing, key=st.sampled_from(KEYS), was=numbers, now=numbers)
    def save(self, who: str, key: str, was: int, now: int) -> None:
        seq = self.report.saves.count() + 1
        changes = {key: {"was": was, "now": now}}
        try:
            answer = drafting.save(self.filled.pk, self.cast[who], "page", seq, changes)
        except (drafting.NotOpenError, PermissionDenied):
            return
        told: Any = answer["keys"][key]
        assert (told["state"] == "saved") == (self.values[key] in (was, now))
        if told["state"] == "saved":
            self.values[key] = now

    @rule(key=st.sampled_from(KEYS))
    def put_right(self, key: str) -> None:
        self.save("reporter", key, self.values[key], 0)

    @rule(key=st.sampled_from(KEYS[:2]))
    def write_and_try_to_sign(self, key: str) -> None:
        self.save("allrounder", key, self.values[key], 1 - self.values[key])
        self.go_on(["reporter", "allrounder"], 2)

    @rule(order=st.permutations(PEOPLE), far=st.integers(2, 5))
    def go_on(self, order: list[str], far: int) -> None:
        """What comes next, and next again, each by the first who can do it."""
        for _ in range(far):
            state = self.report.state
            if state == State.DRAFT:
                self.put_right(KEYS[2])
            next(filter(partial(self.do, NEXT[state]), order), None)

    @rule(
        action=st.sampled_from(sorted({*workflow.TRANSITIONS, "record"} - {"archive"})), who=people
    )
    def act(self, action: str, who: str) -> None:
        self.do(action, who)

    def do(self, action: str, who: str) -> bool:
        before = self.report
        if outcome(before, action, self.cast[who]) != "done":
            assert self.report.state == before.state
            return False
        after = self.report
        if action == "submit" and after.revision_id:
            self.sent[after.revision_id] = dict(self.values)
        if after.state == State.APPROVED and before.state != after.state:
            drawn(after)
        return True

    @rule(action=st.sampled_from(["sign", "publish", "return", "correct", "unlock"]))
    def act_on_what_stood_earlier(self, action: str) -> None:
        if self.report.state == State.DRAFT:
            self.go_on(["reporter"], 1)
        now = self.report
        for old in now.revisions.exclude(pk=now.revision_id or 0):
            for who in ("reviewer", "deputy"):
                assert outcome(now, action, self.cast[who], revision=old.pk) != "done"

    @invariant()
    def nothing_saved_is_lost(self) -> None:
        figures = self.report.content.figures
        assert {key: figures[key] for key in KEYS} == self.values

    @invariant()
    def what_was_sent_stays_as_it_was(self) -> None:
        for revision in self.report.revisions.all():
            figures = revision.content.figures
            assert {key: figures[key] for key in KEYS} == self.sent[revision.pk]
            assert revision.content.digest == revision.digest

    @invariant()
    def what_is_approved_or_public_is_signed(self) -> None:
        report = self.report
        if report.state not in (State.DRAFT, State.SUBMITTED):
            assert report.revision
            assert report.revision == report.signed
            require_signed(report.revision)
        for publication in report.publications.all():
            require_signed(publication.revision)

    @invariant()
    def the_story_is_whole(self) -> None:
        previous = ""
        for number, event in enumerate(self.report.events.all(), 1):
            assert (event.number, event.previous, event.digest) == (number, previous, event.seal())
            previous = event.digest


def require_signed(revision: Revision) -> None:
    """Without an error; signed in every step, by others than who sent or wrote it, each once."""
    assert not any(one.severity is Severity.ERROR for one in check(revision.content))
    given = list(revision.signoffs.filter(voided_at=None))
    assert len(given) == len(revision.submission["steps"])
    online = [one.by_id for one in given if not one.offline]
    assert all(one.scan for one in given if one.offline)
    assert len(set(online)) == len(online)
    assert not {revision.by_id, *writers(revision)} & set(online)


def writers(revision: Revision) -> set[int]:
    """Who wrote any of it since what was published before it."""
    earlier = Publication.objects.filter(
        report=revision.report, revision__number__lt=revision.number
    )
    base = max(earlier.values_list("revision__version", flat=True), default=0)
    changes = revision.report.changes.filter(version__gt=base, version__lte=revision.version)
    return set(changes.values_list("by", flat=True))


@pytest.mark.django_db
def test_no_order_of_acts_publishes_what_was_not_signed(
    report: Report, request: pytest.FixtureRequest
) -> None:
    cast = {who: request.getfixturevalue(who) for who in PEOPLE}
    Office.filled, Office.cast, Office.published = report, cast, 0
    run_state_machine_as_test(Office, settings=BOUNDS)
    assert Office.published > 5, "hardly any run got as far as the public"
