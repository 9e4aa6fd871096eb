"""The command that gives failed jobs a new chance."""

from collections.abc import Iterable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from reports.models import Job

pytestmark = [pytest.mark.jobs, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def failed(db: None) -> None:
    for key in ("document:1:pdf", "document:1:docx"):
        Job.objects.create(
            kind="document",
            key=key,
            state=Job.State.FAILED,
            attempts=5,
            error="没有字体",
            finished_at=timezone.now(),
        )
    Job.objects.create(kind="document", key="document:2:pdf", state=Job.State.DONE)


def said(*keys: str, **options: bool) -> str:
    words = StringIO()
    call_command("retry", *keys, stdout=words, **options)
    return words.getvalue()


def queued() -> Iterable[str]:
    waiting = Job.objects.filter(state=Job.State.QUEUED, attempts=0)
    return sorted(waiting.values_list("key", flat=True))


def test_without_a_key_it_lists_what_failed_and_changes_nothing() -> None:
    assert said().count("没有字体") == 2
    assert queued() == []


def test_a_named_job_is_queued_again() -> None:
    assert "queued again: document:1:pdf" in said("document:1:pdf")
    assert queued() == ["document:1:pdf"]


def test_all_that_failed_is_queued_again() -> None:
    said(all=True)
    assert queued() == ["document:1:docx", "document:1:pdf"]


def test_a_job_that_did_not_fail_is_refused() -> None:
    with pytest.raises(CommandError, match="document:2:pdf"):
        said("document:2:pdf")
    assert queued() == []
