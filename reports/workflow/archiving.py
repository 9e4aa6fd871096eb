"""归档: a report that was published elsewhere is taken in, with its original and its address."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.core.files.base import File
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from agencies.models import User
from agencies.roles import Role, can
from reports import drafting
from reports.content import Content
from reports.drafting.merging import LONGEST_PROSE
from reports.models import Change, Document, Event, Prefill, Publication, Report, Revision

from .act import Act
from .files import store
from .publishing import REPLACED, correction, end
from .refusal import RefusedError
from .submitting import freeze

LONGEST_ADDRESS = 500


def archive(act: Act) -> None:
    """Takes in a report that was published elsewhere; findings block nothing.

    Details: `original` (a file, kept as it is), `published_at` (aware datetime), `address` (where
    it was published). Where the report was read from the file: `content`, which takes the place of
    the draft, the `version` of the draft that was seen, `replace` where the agency has written in
    it, and `facts` for the Event. Without `content` the draft is what was published.
    """
    report = act.report
    if refusal := why_not_archive(report, act.by):
        raise RefusedError(refusal)
    original, published_at, address = _original(act), _published(act), _address(act)
    content = act.details.get("content")
    frozen = freeze(report, act.by, [], _taken(act, content) if content else None)
    report.origin = Report.Origin.EXTERNAL
    act.revision = report.revision = report.signed = frozen
    _keep_original(frozen, original)
    why = correction(report)
    end(report.publication, timezone.now(), REPLACED)
    Publication.objects.create(
        report=report,
        revision=frozen,
        published_at=published_at,
        address=address,
        correction=why,
        by=act.by,
    )
    act.data |= {"address": address, **(act.details.get("facts") or {})}


def why_not_archive(report: Report, by: User) -> str:
    """Why no file can stand for a draft, in a sentence; empty where one can."""
    if Event.objects.filter(report=report, action="submit").exists():
        return "这份报告已在本系统送审过，不能归档外部文件"
    if is_being_written(report) and not can(by, Role.REPORTER, report.duty.agency):
        return "本机关正在填报这份报告，只有其填报人可以归档"
    return ""


def is_being_written(report: Report) -> bool:
    """Whether staff have put in anything, which others have not read and cannot publish."""
    return being_written(Report.objects.filter(pk=report.pk)).exists()


def being_written(reports: QuerySet[Report]) -> QuerySet[Report]:
    """Those of the reports into which staff have put anything."""
    changes = Change.objects.filter(report=OuterRef("pk"))
    written = changes.exclude(source=Change.Source.IMPORTED, prefill=None)
    prefills = Prefill.objects.filter(report=OuterRef("pk"), state=Prefill.State.WAITING)
    waiting = prefills.exclude(source=Prefill.Source.CARRIED)
    return reports.filter(Exists(written) | Exists(waiting))


def _taken(act: Act, content: Content) -> Content:
    """Puts what was read into the draft; the draft with the names in the file."""
    report = act.report
    if act.details.get("version") != report.version:
        raise RefusedError("这一年度的草稿在您打开之后又有修改，请刷新页面，看过后再办理")
    if is_being_written(report) and not act.details.get("replace"):
        raise RefusedError("草稿中已有填写的内容，请核对后勾选“以原件的内容代替草稿”")
    if content.format is not report.format or content.year != report.duty.year:
        raise RefusedError("文件的报告年度或版式与这一年度的报告不同，不能归档")
    if any(len(content.text(part)) > LONGEST_PROSE for part in content.prose):
        raise RefusedError(f"文件的一个部分超过{LONGEST_PROSE}字，不像年度报告，不能归档")
    drafting.take_in(report, act.by, content)
    return replace(report.content, title=content.title, agency=content.agency)


def _original(act: Act) -> File[bytes]:
    original = act.details.get("original")
    if not isinstance(original, File):
        raise RefusedError("请上传已发布报告的原件")
    if not original.size:
        raise RefusedError("上传的原件是空文件")
    return original


def _published(act: Act) -> dt.datetime:
    at = act.details.get("published_at")
    if not isinstance(at, dt.datetime) or timezone.is_naive(at):
        raise RefusedError("请填写发布时间")
    if at > timezone.now():
        raise RefusedError("发布时间不能晚于现在")
    year = act.report.duty.year
    if timezone.localtime(at).year <= year:
        raise RefusedError(f"发布时间早于{year}年度结束，请核对")
    return at


def _address(act: Act) -> str:
    address = str(act.details.get("address") or "").strip()
    if len(address) > LONGEST_ADDRESS:
        raise RefusedError(f"原发布网址不超过{LONGEST_ADDRESS}字")
    return address


def _keep_original(revision: Revision, original: File[bytes]) -> None:
    original.seek(0)
    data = original.read()
    stored, digest = store("originals", data)
    Document.objects.create(
        revision=revision,
        kind=Document.Kind.ORIGINAL,
        file=stored,
        name=str(original.name or "original").rpartition("/")[2],
        sha256=digest,
        size=len(data),
    )
