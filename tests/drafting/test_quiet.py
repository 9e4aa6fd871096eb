"""Saving while someone types is quiet: no revision, no event, no mail."""

from __future__ import annotations

from django.core import mail

from agencies.models import User
from reports.models import Event, Job, Report
from tests.drafting.saves import put


def test_a_keystroke_makes_no_revision_and_sends_no_mail(
    report: Report, reporter: User, colleague: User
) -> None:
    before = Event.objects.count(), Job.objects.count()
    for was, now in (("", "甲"), ("甲", "甲乙"), ("甲乙", "甲乙丙")):
        put(report, reporter, "prose.1", was, now)
    assert put(report, colleague, "prose.1", "", "丁")["state"] == "conflict"
    assert report.changes.count() == 3
    assert not report.revisions.exists()
    assert (Event.objects.count(), Job.objects.count()) == before
    assert mail.outbox == []
