"""发布, 更正, 不作更正, 撤下, 归档: what the public reads, and what becomes of it."""

from __future__ import annotations

import datetime as dt

from django.core.files.base import File
from django.utils import timezone

from agencies.roles import Role, can
from reports.drafting import overtaken
from reports.models import Change, Document, Event, Publication, Report, Revision
from reports.models.document import PAPERS

from .act import Act
from .files import store
from .refusal import RefusedError
from .steps import steps_of
from .submitting import freeze


def publish(act: Act) -> None:
    """Makes the signed revision public in place of an earlier one; needs both files, complete."""
    report = act.report
    _require_signatures(report)
    revision = require_files(report)
    now = timezone.now()
    _end(report.publication, now, "已由更正后的版本替换")
    Publication.objects.create(
        report=report,
        revision=revision,
        published_at=now,
        correction=_correction(report),
        by=act.by,
    )


def _require_signatures(report: Report) -> None:
    """Whatever led here: nothing goes public that is not the signed one, signed in every step."""
    unsigned = any(step.signoff is None for step in steps_of(report))
    if unsigned or report.revision_id != report.signed_id:
        raise RefusedError("这一稿的审签不完整，不能发布")


def require_files(report: Report) -> Revision:
    """The signed revision, its .docx and PDF whole and without a missing glyph; or RefusedError."""
    if report.revision is None:
        raise RefusedError("还没有签发的定稿")
    drawn = {one.kind: one for one in Document.objects.filter(revision=report.revision_id)}
    for kind in PAPERS:
        if kind not in drawn:
            raise RefusedError(f"{kind.label}文件还没有生成好，请稍候再发布")
        if drawn[kind].missing:
            missing = "、".join(drawn[kind].missing)
            raise RefusedError(
                f"{kind.label}文件中有字体缺少的字：{missing}。请改用其他字或联系管理员"
            )
        if not drawn[kind].is_whole:
            raise RefusedError(f"{kind.label}文件已丢失或损坏，不能发布。请联系系统管理员恢复文件")
    return report.revision


def _correction(report: Report) -> str:
    """Why this publication replaces an earlier one: the reason given with the last 更正."""
    if not report.publications.exists():
        return ""
    last = Event.objects.filter(report=report, action="correct").last()
    return last.note if last else ""


def _end(publication: Publication | None, at: dt.datetime, reason: str) -> None:
    if publication is not None:
        publication.ended_at = at
        publication.end_reason = reason
        publication.save(update_fields=["ended_at", "end_reason", "taken_down"])


def correct(act: Act) -> None:
    """Opens a published report again; the publication stays public until a new one replaces it."""
    act.report.revision = None
    act.report.step = 0


def stand(act: Act) -> None:
    """What is public stays as it is although last year's report was corrected since."""
    if overtaken(act.report, act.report.revision) is None:
        raise RefusedError("上年报告没有影响本报告的更正，不需要办理")


def take_down(act: Act) -> None:
    """Ends the publication; its page keeps a tombstone with the reason."""
    publication = act.report.publication
    assert publication is not None, "the guard has found the publication that was named"
    act.revision = publication.revision
    publication.taken_down = True
    _end(publication, timezone.now(), act.note)


def archive(act: Act) -> None:
    """Takes in a report that was published elsewhere; findings block nothing.

    Details: `original` (a file, kept as it is), `published_at` (aware datetime).
    """
    report, original = act.report, act.details.get("original")
    published_at = act.details.get("published_at")
    if report.revisions.exists():
        raise RefusedError("这份报告已在本系统送审过，不能归档外部文件")
    if _is_being_written(report) and not can(act.by, Role.REPORTER, report.duty.agency):
        raise RefusedError("本机关正在填报这份报告，只有其填报人可以归档")
    if not isinstance(original, File):
        raise RefusedError("请上传已发布报告的原件")
    if not original.size:
        raise RefusedError("上传的原件是空文件")
    if not isinstance(published_at, dt.datetime) or timezone.is_naive(published_at):
        raise RefusedError("请填写发布时间")
    if published_at > timezone.now():
        raise RefusedError("发布时间不能晚于现在")
    report.origin = Report.Origin.EXTERNAL
    frozen = freeze(report, act.by, steps=[])
    act.revision = report.revision = report.signed = frozen
    _keep_original(frozen, original)
    Publication.objects.create(report=report, revision=frozen, published_at=published_at, by=act.by)


def _is_being_written(report: Report) -> bool:
    """Whether staff have put in anything by hand, which others have not read and cannot publish."""
    return report.changes.exclude(source=Change.Source.IMPORTED).exists()


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
