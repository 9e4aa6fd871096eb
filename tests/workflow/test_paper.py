"""线下审签（代录）: what leaders signed on paper counts with its scan, and never without."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.utils import timezone
from pytest_django import Settings

from agencies.models import User
from reports import workflow
from reports.models import Job, Report, State
from reports.workflow.signing import LARGEST_SCAN
from tests.workflow.acts import SCAN, act, on_paper, scan

TOMORROW = timezone.localdate() + timedelta(days=1)


@pytest.fixture
def sent(report: Report, reporter: User) -> Report:
    return act(report, "submit", reporter)


def test_who_sent_it_may_record_what_the_chief_signed(sent: Report, reporter: User) -> None:
    approved = on_paper(sent, reporter, post="局长", opinion="同意。陈")
    given = approved.signoffs.get()
    assert approved.state == State.APPROVED
    assert (given.offline, given.name, given.post) == (True, "陈局长", "局长")
    assert (given.by, given.revision_id) == (reporter, sent.revision_id)


def test_the_scan_is_kept_under_its_hash(sent: Report, reporter: User) -> None:
    given = on_paper(sent, reporter).signoffs.get()
    digest = hashlib.sha256(SCAN).hexdigest()
    assert given.scan_sha256 == digest
    assert given.scan.name == f"signoffs/{digest}.pdf"
    with given.scan.open() as kept:
        assert kept.read() == SCAN


def test_a_scan_that_the_disk_does_not_take_signs_nothing(
    sent: Report, reporter: User, settings: Settings
) -> None:
    full = {**settings.STORAGES["default"], "OPTIONS": {"location": "/dev/null/full"}}
    settings.STORAGES = {**settings.STORAGES, "default": full}
    with pytest.raises(workflow.RefusedError, match="存储空间"):
        on_paper(sent, reporter)
    assert not sent.signoffs.exists()


def test_without_a_post_the_step_gives_it(sent: Report, reporter: User) -> None:
    assert on_paper(sent, reporter, post=" ").signoffs.get().post == "主要负责人"


@pytest.mark.parametrize(
    ("data", "ending"),
    [(b"\xff\xd8\xff\xe0 photo", ".jpg"), (b"\x89PNG\r\n picture", ".png"), (SCAN, ".pdf")],
)
def test_a_scan_is_known_by_what_it_is(
    sent: Report, reporter: User, data: bytes, ending: str
) -> None:
    given = on_paper(sent, reporter, scan=scan(data, "page.exe")).signoffs.get()
    assert str(given.scan.name).endswith(ending)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("name", "", "请填写审签人姓名"),
        ("opinion", None, "请填写审签意见"),
        ("signed_on", None, "请填写签批日期"),
        ("signed_on", TOMORROW, "签批日期不能晚于今天"),
        ("signed_on", date(1900, 1, 1), "签批日期不能早于报告年度"),
        ("signed_on", timezone.now(), "请填写签批日期"),
        ("scan", None, "请上传签批页的扫描件"),
        ("scan", "page.pdf", "请上传签批页的扫描件"),
        ("scan", ContentFile(SCAN, name="page.pdf"), "请上传签批页的扫描件"),
        ("scan", scan(b"<html>%PDF", "page.pdf"), "应为PDF、JPG或PNG"),
        ("scan", scan(b"", "page.pdf"), "应为PDF、JPG或PNG"),
        ("scan", scan(SCAN.ljust(LARGEST_SCAN + 1), "page.pdf"), "超过10MB"),
    ],
)
def test_paper_that_proves_nothing_is_refused(
    sent: Report, reporter: User, key: str, value: object, words: str
) -> None:
    with pytest.raises(workflow.RefusedError, match=words):
        on_paper(sent, reporter, **{key: value})
    sent.refresh_from_db()
    assert (sent.state, sent.signoffs.count()) == (State.SUBMITTED, 0)


def test_a_scan_of_just_the_size_is_taken(sent: Report, reporter: User) -> None:
    big = scan(SCAN.ljust(LARGEST_SCAN))
    assert on_paper(sent, reporter, scan=big).state == State.APPROVED


@pytest.mark.parametrize("who", ["outsider", "office", "sysadmin", "secadmin", "auditor"])
def test_nobody_else_records_a_signature(
    sent: Report, who: str, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        on_paper(sent, request.getfixturevalue(who))
    assert not sent.signoffs.exists()


def test_paper_and_screen_share_the_steps(sent: Report, reporter: User, reviewer: User) -> None:
    act(sent, "withdraw", reporter)
    workflow.plan_steps(sent.duty.agency, [("股长", None), ("局长", None)], reviewer)
    again = act(sent, "submit", reporter)
    half = act(again, "sign", reviewer)
    whole = on_paper(half, reporter)
    assert [one.offline for one in whole.signoffs.all()] == [False, True]
    assert whole.state == State.APPROVED


def test_the_last_signature_asks_for_every_file(sent: Report, reporter: User) -> None:
    on_paper(sent, reporter)
    keys = {job.key for job in Job.objects.filter(kind="document")}
    kinds = ("docx", "pdf", "xlsx", "csv", "json", "archive")
    assert keys == {f"document:{sent.revision_id}:{kind}" for kind in kinds}
