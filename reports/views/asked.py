"""What colleagues ask of a person in the comments, each with the way to its place."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from agencies.models import User
from reports import commenting

from .drafts import why_not_open


@dataclass(frozen=True)
class Question:
    """One remark that waits for the person, and the address of where it stands."""

    asked: commenting.Asked
    url: str


def questions(user: User) -> list[Question]:
    """Report by report, in printed order."""
    return [Question(one, _url(one, user)) for one in commenting.asked_of(user)]


def _url(asked: commenting.Asked, user: User) -> str:
    """The thread on the filling page for who can fill it in; else beside the paper."""
    page = "read" if why_not_open(user, asked.report) else "edit"
    return reverse(f"reports:{page}", args=[asked.report.pk]) + f"#thread-{asked.talk.thread.pk}"
