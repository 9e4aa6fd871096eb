"""发布, 更正, 不作更正, 撤下: what the public reads, and what becomes of it."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from reports.drafting import overtaken
from reports.models import Document, Event, Publication, Report, Revision
from reports.models.document import PAPERS

from .act import Act
from .refusal import RefusedError
from .steps import steps_of

REPLACED = "已由更正后的版本替换"
"""Why a publication ended that a newer one follows."""


def publish(act: Act) -> None:
    """Makes the signed revision public in place of an earlier one; needs both files, complete."""
    report = act.report
    _require_signatures(report)
    revision = require_files(report)
    now = timezone.now()
    end(report.publication, now, REPLACED)
    report.origin = Report.Origin.NATIVE
    Publication.objects.create(
        report=report,
        revision=revision,
        published_at=now,
        correction=correction(report),
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


def correction(report: Report) -> str:
    """Why this publication replaces an earlier one: the reason given with the last 更正."""
    if not report.publications.exists():
        return ""
    last = Event.objects.filter(report=report, action="correct").last()
    return last.note if last else ""


def end(publication: Publication | None, at: dt.datetime, reason: str) -> None:
    """From then on it is public no longer; nothing where there is none."""
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
    end(publication, timezone.now(), act.note)
