"""Who is waited for in the comments: colleagues mentioned, and those whose thread was answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from agencies.models import User
from agencies.roles import STAFF, agencies_where
from reports.models import Comment, Report, State, Thread

from .standing import Talk, open_threads

MOST = 20
"""Reports whose comments are listed: nobody reads on, and each has to be laid out."""


@dataclass(frozen=True)
class Asked:
    """An open thread with a remark that the person has not answered yet."""

    report: Report
    talk: Talk
    remark: Comment


def asked_of(user: User) -> list[Asked]:
    """Open threads that mention the person, or go on after a word of his, unanswered by him.

    Only of reports of the person's own agencies that are not published.
    """
    concerning = Thread.objects.filter(
        Q(comments__mentions=user) | Q(comments__by=user), resolved_at=None
    )
    reports = Report.objects.visible_to(user).exclude(state=State.PUBLISHED)
    ids = list(reports.filter(pk__in=concerning.values("report")).values_list("pk", flat=True))
    own = agencies_where(user, *STAFF)
    found = Report.objects.filter(pk__in=ids[:MOST], duty__agency__in=own)
    asked = found.select_related("duty__agency")
    return [one for report in asked for one in _of(report, user)]


def _of(report: Report, user: User) -> list[Asked]:
    waiting = [(talk, unanswered(talk, user)) for talk in open_threads(report)]
    return [Asked(report, talk, remark) for talk, remark in waiting if remark]


def unanswered(talk: Talk, user: User) -> Comment | None:
    """The first remark after the person's last word that is meant for the person."""
    remarks = talk.remarks
    spoke = [n for n, one in enumerate(remarks) if one.by_id == user.pk]
    later = remarks[spoke[-1] + 1 :] if spoke else remarks
    return next((one for one in later if spoke or user in one.mentions.all()), None)
