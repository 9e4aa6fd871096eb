"""归档: a report published elsewhere is taken in with its original; drafts under way are not."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from agencies.models import Agency, User
from reports import drafting, workflow
from reports.models import Change, Document, Report, State
from tests.filing import begun
from tests.workflow.acts import act

WHEN = datetime(2025, 1, 20, 9, 30, tzinfo=UTC)
ISSUED = "documents.rules.issued"


@pytest.fixture
def blank(finance: Agency) -> Report:
    return begun(finance)


def test_findings_are_shown_and_none_blocks(blank: Report, reporter: User) -> None:
    taken = act(blank, "archive", reporter, published_at=WHEN)
    assert (taken.state, taken.origin) == (State.PUBLISHED, Report.Origin.EXTERNAL)
    assert taken.revision
    assert any(one["severity"] == "error" for one in taken.revision.findings)
    assert taken.publication
    assert taken.publication.published_at == WHEN


def test_the_original_is_kept_as_it_is(blank: Report, office: User) -> None:
    original = ContentFile(b"\xd0\xcf\x11 old .doc", name="folder/2019年报.doc")
    act(blank, "archive", office, original=original)
    kept = Document.objects.get(kind="original")
    assert (kept.name, kept.size) == ("2019年报.doc", 12)
    assert kept.sha256 == hashlib.sha256(b"\xd0\xcf\x11 old .doc").hexdigest()
    with kept.file.open() as file:
        assert file.read() == b"\xd0\xcf\x11 old .doc"


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("original", None, "请上传"),
        ("original", "2019年报.doc", "请上传"),
        ("original", ContentFile(b"", name="a.doc"), "空文件"),
        ("published_at", None, "请填写发布时间"),
        ("published_at", WHEN.date(), "请填写发布时间"),
        ("published_at", WHEN.replace(tzinfo=None), "请填写发布时间"),
        ("published_at", timezone.now() + timedelta(hours=1), "不能晚于现在"),
    ],
)
def test_an_archive_needs_the_original_and_its_day(
    blank: Report, reporter: User, key: str, value: object, words: str
) -> None:
    with pytest.raises(workflow.RefusedError, match=words):
        act(blank, "archive", reporter, **{key: value})
    blank.refresh_from_db()
    assert (blank.state, blank.origin) == (State.DRAFT, Report.Origin.NATIVE)


def test_the_office_publishes_no_draft_that_it_cannot_read(report: Report, office: User) -> None:
    with pytest.raises(workflow.RefusedError, match="正在填报"):
        act(report, "archive", office)
    assert report.publication is None


def test_what_was_imported_may_be_archived_by_the_office(
    blank: Report, reporter: User, office: User
) -> None:
    changes = {ISSUED: {"was": None, "now": 3}}
    drafting.save(blank.pk, reporter, "file", 1, changes, source=Change.Source.IMPORTED)
    taken = act(blank, "archive", office)
    assert taken.revision
    assert taken.revision.content.figures[ISSUED] == 3


def test_what_was_ever_sent_here_is_no_foreign_file(report: Report, reporter: User) -> None:
    act(act(report, "submit", reporter), "withdraw", reporter)
    with pytest.raises(workflow.RefusedError, match="已在本系统送审过"):
        act(report, "archive", reporter)


def test_an_archived_report_has_no_steps_to_sign(blank: Report, reporter: User) -> None:
    taken = act(blank, "archive", reporter)
    assert workflow.steps_of(taken) == []
    assert taken.signed == taken.revision


def test_correcting_an_archived_report_takes_the_whole_way(
    blank: Report, reporter: User, reviewer: User
) -> None:
    draft = act(act(blank, "archive", reporter), "correct", reviewer)
    with pytest.raises(workflow.RefusedError, match="处错误"):
        act(draft, "submit", reporter)
    assert draft.publication
    assert draft.publication.revision.number == 1
