"""Acts as the pages do them: the revision that stands is named, the details are in order."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agencies.models import User
from reports import workflow
from reports.models import Report
from tests.filing import PARTICULARS, keep_files

SCAN = b"%PDF-1.7 the signed page"


def scan(data: bytes = SCAN, name: str = "page.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def act(report: Report, action: str, by: User, **more: Any) -> Report:
    """One act with everything it needs; `more` puts something else in its place."""
    now = Report.objects.get(pk=report.pk)
    given = {"note": "见附件", "revision": read(now, action), **details(now, action), **more}
    return workflow.advance(now, action, by, **given)


def read(report: Report, action: str) -> int | None:
    """The revision that lies before whoever acts."""
    if action == "take_down" and report.publication:
        return report.publication.revision_id
    return report.revision_id


def details(report: Report, action: str) -> dict[str, Any]:
    day = timezone.localdate()
    known: dict[str, dict[str, Any]] = {
        "submit": {**PARTICULARS, "version": report.version, "secrecy_on": day},
        "sign": {"opinion": "同意"},
        "archive": {
            "original": ContentFile(b"as published", name="原件.pdf"),
            "published_at": timezone.now() - timedelta(days=1),
        },
    }
    return known.get(action, {})


def on_paper(report: Report, by: User, **more: Any) -> Report:
    """线下审签（代录）."""
    signed_on = timezone.localdate()
    paper = {"offline": True, "name": "陈局长", "signed_on": signed_on, "scan": scan(), **more}
    return act(report, "sign", by, **paper)


def drawn(report: Report) -> Report:
    """The same report once the worker has drawn its files."""
    assert report.revision is not None
    keep_files(report.revision)
    return report


def outcome(report: Report, action: str, by: User, **more: Any) -> str:
    """Done, refused by the state of things, or denied to this person; knows "record" too."""
    try:
        if action == "record":
            on_paper(report, by, **more)
        else:
            act(report, action, by, **more)
    except workflow.RefusedError:
        return "refused"
    except PermissionDenied:
        return "denied"
    return "done"
