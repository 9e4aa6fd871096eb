"""Work for workers: mail about reports, written to files, and documents of signed reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from agencies.models import User
from reports.models import Job, Report
from tests.filing import begun, submitted
from tests.processes import Crew


@pytest.fixture
def report(transactional_db: None, reporter: User) -> Report:
    """Sent for approval, by the reporter."""
    agency = reporter.memberships.get().agency
    return submitted(begun(agency), reporter)


@pytest.fixture
def mailbox(crew: Crew) -> Path:
    """Where workers put the mail they send, a file each."""
    return crew.folder / "mail"


@pytest.fixture
def letter(report: Report, reviewer: User) -> Job:
    """A job that nobody was woken for: a mail to the reviewer."""
    reviewer.email = "li@example.invalid"
    reviewer.save()
    args = {"event": report.events.latest("number").pk, "user": reviewer.pk}
    return Job.objects.create(kind="mail", key=f"mail:{reviewer.pk}", args=args)
