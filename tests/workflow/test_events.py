"""Every act leaves one sealed Event or did not happen; mail only where it is switched on."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from pytest_django import Settings

from agencies.models import Agency, User
from reports.models import Event, Job, Publication, Report, Revision, Signoff, State
from tests.filing import begun, filled
from tests.workflow.acts import act, drawn

ALL_THE_WAY = (
    "submit withdraw submit return submit sign unlock submit sign file send_back submit sign file"
    " clear publish correct submit take_down return"
)
STORY = ALL_THE_WAY.split()


@pytest.fixture
def story(finance: Agency, reporter: User, reviewer: User, office: User) -> Report:
    """One report through every action but 归档."""
    report = filled(begun(finance, first=True), reporter)
    by = dict.fromkeys(("submit", "withdraw"), reporter)
    by |= dict.fromkeys(("send_back", "clear", "take_down"), office)
    for action in STORY:
        report = act(report, action, by.get(action, reviewer))
        if report.state == State.APPROVED:
            drawn(report)
    return report


def test_the_whole_story_is_told_in_order(story: Report) -> None:
    told = list(story.events.all())
    assert [event.action for event in told] == STORY
    assert [event.number for event in told] == list(range(1, len(STORY) + 1))
    assert all(after.before == before.after for before, after in pairwise(told))
    assert all(event.digest == event.seal() for event in told)
    call_command("verifyevents", stdout=io.StringIO())


def test_every_event_seals_the_revision_it_is_about(story: Report) -> None:
    for event in story.events.select_related("revision"):
        assert event.revision is not None
        assert event.data["digest"] == event.revision.digest


FORGERIES = [
    (1, "action", "approve"),
    (1, "before", "filed"),
    (9, "after", "published"),
    (9, "note", "没有意见"),
    (9, "data", {}),
    (9, "number", 99),
    (20, "previous", "0" * 64),
    (20, "digest", "0" * 64),
]


@pytest.mark.parametrize(("place", "field", "forged"), FORGERIES)
def test_a_row_altered_behind_the_door_is_found(
    story: Report, place: int, field: str, forged: object
) -> None:
    story.events.filter(number=place).update(**{field: forged})
    with pytest.raises(CommandError):
        call_command("verifyevents", stdout=io.StringIO())


@pytest.mark.parametrize("field", ["by", "at", "revision"])
def test_who_when_and_what_are_sealed_too(story: Report, outsider: User, field: str) -> None:
    first = story.events.get(number=9)
    forged = {"by": outsider, "at": story.created_at, "revision": story.revisions.first()}
    assert getattr(first, field) != forged[field]
    story.events.filter(number=9).update(**{field: forged[field]})
    with pytest.raises(CommandError, match="第9条"):
        call_command("verifyevents", stdout=io.StringIO())


def test_a_revision_altered_after_it_was_sent_is_found(story: Report) -> None:
    first = story.revisions.get(number=1)
    first.content_json["figures"]["documents.rules.issued"] = 9
    first.digest = first.content.digest
    first.save()
    with pytest.raises(CommandError, match=r"第1条.*那一稿"):
        call_command("verifyevents", stdout=io.StringIO())


def forbid_events() -> None:
    """A database in which no event can be written."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "CREATE TRIGGER no_events BEFORE INSERT ON reports_event"
                " BEGIN SELECT RAISE(ABORT, 'no room for events'); END"
            )
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(
                "ALTER TABLE reports_event ADD CONSTRAINT no_events CHECK (number < 0) NOT VALID"
            )


ROWS = (Revision, Signoff, Publication, Event, Job)


def rows() -> list[int]:
    return [model.objects.count() for model in ROWS]


@pytest.mark.parametrize("action", ["submit", "sign", "publish"])
def test_an_act_that_cannot_be_recorded_did_not_happen(
    report: Report, reporter: User, reviewer: User, action: str
) -> None:
    way = ("submit", "sign", "publish")
    for one in way[: way.index(action)]:
        report = act(report, one, reporter if one == "submit" else reviewer)
        drawn(report) if one == "sign" else None
    before = (report.state, report.revision_id, rows())
    forbid_events()
    with pytest.raises(IntegrityError):
        act(report, action, reporter if action == "submit" else reviewer)
    report.refresh_from_db()
    assert (report.state, report.revision_id, rows()) == before


def test_a_refused_act_leaves_no_event(report: Report, reporter: User, reviewer: User) -> None:
    sent = act(report, "submit", reporter)
    with pytest.raises(Exception, match="请填写"):
        act(sent, "sign", reviewer, opinion="")
    assert sent.events.count() == 1


def test_no_mail_is_thought_of_unless_switched_on(report: Report, reporter: User) -> None:
    User.objects.update(email="someone@example.com")
    act(report, "submit", reporter)
    assert not Job.objects.filter(kind="mail").exists()


def test_mail_goes_to_whoever_is_next(
    report: Report,
    reporter: User,
    reviewer: User,
    deputy: User,
    outsider: User,
    settings: Settings,
) -> None:
    settings.NOTIFY_BY_MAIL = True
    User.objects.exclude(pk=deputy.pk).update(email="someone@example.com")
    sent = act(report, "submit", reporter)
    event = sent.events.latest("number")
    assert {job.key for job in Job.objects.filter(kind="mail")} == {
        f"mail:{event.pk}:{reviewer.pk}"
    }
    act(sent, "return", reviewer)
    told = Job.objects.filter(kind="mail").exclude(args__event=event.pk).get()
    assert told.args["user"] == reporter.pk
