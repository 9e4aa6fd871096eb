"""What colleagues ask of a person in the comments, each with the way to its place."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from agencies.models import User
from reports import commenting
from reports.models import Report

from .drafts import why_not_open


@dataclass(frozen=True)
class Question:
    """One remark that waits for the person, and the address of where it stands."""

    asked: commenting.Asked
    url: str


def questions(user: User) -> list[Question]:
    """Report by report, in printed order."""
    asked = commenting.asked_of(user)
    pages = {report.pk: _page(report, user) for report in {one.report for one in asked}}
    return [Question(one, f"{pages[one.report.pk]}#thread-{one.talk.thread.pk}") for one in asked]


def _page(report: Report, user: User) -> str:
    """The filling page for who can fill it in; else the paper."""
    page = "read" if why_not_open(user, report) else "edit"
    return reverse(f"reports:{page}", args=[report.pk])
