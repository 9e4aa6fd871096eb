"""送审: the draft that was seen, judged once more, is frozen as a Revision; 撤回 takes it back."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from agencies.models import User
from reports.content import Content
from reports.drafting import RefusedError as NotReopenedError
from reports.drafting import asked, carry, departures, judged, reopen
from reports.models import Report, Revision

from .act import Act
from .refusal import RefusedError
from .steps import plan_of, standing


def submit(act: Act) -> None:
    """Needs: the version seen is the draft's, no 错误, every 疑点 explained, 经办人, 保密审查."""
    report = act.report
    if act.details.get("version") != report.version:
        raise RefusedError("报告在您打开之后又有修改，请刷新页面，看过最新内容后再送审")
    carry(report, act.by)  # what last year says by now is told to the reviewer
    _require_settled(report)
    _take_particulars(act)
    act.revision = report.revision = freeze(report, act.by, plan_of(report.duty.agency))
    report.submitted_by = act.by
    report.step = 1


def _require_settled(report: Report) -> None:
    blocking = [one.finding for one in judged(report) if one.blocks]
    errors = sum(finding.severity == "error" for finding in blocking)
    if errors:
        raise RefusedError(f"还有{errors}处错误必须改正，才能送审", blocking)
    if blocking:
        raise RefusedError(f"还有{len(blocking)}处疑点没有填写情况说明，才能送审", blocking)


def _take_particulars(act: Act) -> None:
    report = act.report
    report.contact_name = act.text("contact_name", "经办人")
    report.contact_phone = act.text("contact_phone", "办公电话")
    report.secrecy_by = act.text("secrecy_by", "保密审查人")
    report.secrecy_opinion = act.text("secrecy_opinion", "保密审查意见", 200)
    report.secrecy_on = act.past_day("secrecy_on", "保密审查日期")


def freeze(
    report: Report, by: User, steps: list[dict[str, Any]], content: Content | None = None
) -> Revision:
    """第 N 稿 of the draft as it stands, with what the checks said and how it was explained.

    `steps` is the plan by which it is signed, whatever becomes of the agency's plan meanwhile;
    `content` the same draft under the names that it was published with.
    """
    content = content or report.content
    return Revision.objects.create(
        report=report,
        number=report.revisions.count() + 1,
        version=report.version,
        content_json=content.to_json(ids=True),
        digest=content.digest,
        submission={
            **report.particulars,
            "steps": steps,
            "departures": departures(report),
            "checked": asked(report),
        },
        findings=[one.to_json() for one in judged(report)],
        by=by,
    )


def withdraw(act: Act) -> None:
    """Only by who submitted, and before the first signature."""
    report = act.report
    if report.submitted_by_id != act.by.pk:
        raise RefusedError("只有送审的人可以撤回")
    if standing(report):
        raise RefusedError("已有人审签，不能撤回；需要修改请联系审核人退回")
    release(act)


def release(act: Act) -> None:
    """Back to a draft: signatures on the revision are void, and it is no longer being read.

    Explanations that were not accepted (`reopen`, their fingerprints) have to be given anew.
    """
    report = act.report
    _reopen(act)
    voided = standing(report)
    for signoff in voided:
        signoff.voided_at = timezone.now()
        signoff.save(update_fields=["voided_at"])
    act.data["voided"] = [one.pk for one in voided]
    report.signed = _last_published(report)
    report.revision = None
    report.step = 0


def _reopen(act: Act) -> None:
    chosen = act.details.get("reopen") or ()
    if not chosen or act.report.revision is None:
        return
    try:
        act.data["reopened"] = reopen(act.report.revision, act.by, chosen)
    except NotReopenedError as refusal:
        raise RefusedError(str(refusal)) from refusal


def _last_published(report: Report) -> Revision | None:
    """The last revision whose signatures stand: a publication that ended leaves them standing."""
    last = report.publications.select_related("revision").order_by("id").last()
    return last.revision if last else None
