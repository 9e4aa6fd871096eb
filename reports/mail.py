"""The e-mails that tell a person of a report waiting or of a comment; a job for each person."""

from __future__ import annotations

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from agencies.models import User
from reports.models import Comment, Event, Job, State


class NotDeliveredError(Exception):
    """The mail server did not take the message; says why, and names nobody."""


def deliver(job: Job) -> None:
    """Write to args `user` about args `event` or `comment` (ids); nothing without an address.

    Raises NotDeliveredError.
    """
    person = User.objects.filter(pk=job.args["user"], is_active=True).exclude(email="").first()
    if person is None:
        return
    try:
        message(job, person).send()
    except OSError as error:  # smtplib's errors are OSErrors; their text may hold the address
        raise NotDeliveredError(type(error).__name__) from None


def message(job: Job, person: User) -> EmailMessage:
    """The message; sent twice, because a worker died, it has the same Message-ID."""
    subject, template, told = _mentioned(job) if "comment" in job.args else _waiting(job)
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return EmailMessage(
        subject=subject,
        body=render_to_string(template, {**told, "name": person.name}),
        to=[person.email],
        headers={"Message-ID": f"<{job.created_at:%Y%m%d%H%M%S}.{job.pk}@{domain}>"},
    )


Letter = tuple[str, str, dict[str, str]]
"""Subject, template of the body, and what it tells."""


def _waiting(job: Job) -> Letter:
    event = Event.objects.select_related("report__duty").get(pk=job.args["event"])
    title = event.report.title
    told = {"title": title, "state": State(event.after).label}
    return f"待办：{title}", "mail/waiting.txt", told


def _mentioned(job: Job) -> Letter:
    """Who mentions the person where; what was said stays in the system."""
    comments = Comment.objects.select_related("by", "thread__report__duty")
    comment = comments.get(pk=job.args["comment"])
    title = comment.thread.report.title
    return f"批注：{title}", "mail/mentioned.txt", {"title": title, "by": comment.by.name}
