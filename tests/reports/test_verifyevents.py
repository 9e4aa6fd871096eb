"""`verifyevents` finds whatever was changed, taken out or put in behind the program's back."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from agencies.models import Agency, User
from reports.models import Event, Report
from tests.filing import begun, published


@pytest.fixture
def story(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(begun(finance), reporter, reviewer)


def test_an_untouched_story_is_whole(story: Report) -> None:
    said = io.StringIO()
    call_command("verifyevents", stdout=said)
    assert story.events.count() == 3
    assert said.getvalue().startswith("3条")


def _middle(story: Report) -> Any:
    return Event.objects.filter(report=story, number=2)


@pytest.mark.parametrize(
    ("forge", "broken"),
    [
        (lambda story: _middle(story).update(note="没有这回事"), "第2条.*内容"),
        (lambda story: _middle(story).update(digest="0" * 64), "第2条.*内容"),
        (lambda story: _middle(story).delete(), "第3条.*编号不连续"),
        (lambda story: story.events.filter(number=3).update(previous="0" * 64), "第3条.*不衔接"),
        (lambda story: story.events.filter(number=3).delete(), "第2条.*状态"),
        (lambda story: Report.objects.update(state="draft"), "第3条.*状态"),
    ],
    ids=["words", "seal", "removed", "link", "last", "state"],
)
def test_a_forged_story_is_found(
    story: Report, forge: Callable[[Report], object], broken: str
) -> None:
    forge(story)
    with pytest.raises(CommandError, match=broken):
        call_command("verifyevents")


def test_two_stories_do_not_run_into_each_other(
    story: Report, finance: Agency, reporter: User, reviewer: User
) -> None:
    published(begun(finance, year=2023), reporter, reviewer)
    call_command("verifyevents", stdout=io.StringIO())
    assert Event.objects.count() == 6
