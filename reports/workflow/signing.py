"""审签, online or recorded from paper; the last signature approves and has the files drawn."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from reports import prose
from reports.jobs import enqueue
from reports.models import Signoff, State
from reports.models.document import ALL

from .act import Act
from .files import store
from .refusal import RefusedError
from .steps import Step, may_record, next_step, steps_of, why_not_sign

LARGEST_SCAN = 10 * 1024 * 1024
_SCANS = {b"%PDF": ".pdf", b"\xff\xd8\xff": ".jpg", b"\x89PNG": ".png"}


def sign(act: Act) -> None:
    """One signature for the next step; with the last one the report is approved."""
    report = act.report
    step = next_step(report)
    if step is None:
        raise RefusedError("现在没有等待审签的步骤，请刷新页面查看")
    signoff = _on_paper(act, step) if act.details.get("offline") else _online(act, step)
    signoff.save(force_insert=True)
    act.data |= {"step": step.number, "post": signoff.post, "offline": signoff.offline}
    if step.number < len(steps_of(report)):
        report.step = step.number + 1
        return
    report.step = 0
    report.signed = report.revision
    report.state = State.APPROVED
    draw_documents(act)


def draw_documents(act: Act) -> None:
    """Has the files of the revision drawn by workers, the paper first."""
    revision = act.report.revision_id
    for kind in ALL:
        enqueue(
            "document",
            key=f"document:{revision}:{kind}",
            args={"revision": revision, "kind": str(kind)},
        )


def _online(act: Act, step: Step) -> Signoff:
    reason = why_not_sign(act.report, act.by)
    if reason is not None:
        raise RefusedError(reason)
    return Signoff(
        report=act.report,
        revision=act.report.revision,
        step=step.number,
        post=step.post,
        name=act.by.name,
        opinion=act.text("opinion", "审签意见", 200),
        signed_on=timezone.localdate(),
        by=act.by,
    )


def _on_paper(act: Act, step: Step) -> Signoff:
    """Leaders sign on paper: what they wrote, when, and the scan that proves it."""
    if not may_record(act.report, act.by):
        raise PermissionDenied("您没有代录审签的权限")
    scan = act.details.get("scan")
    name = act.text("name", "审签人姓名")
    opinion = act.text("opinion", "审签意见", 200)
    signed_on = act.past_day("signed_on", "签批日期")
    signoff = Signoff(
        report=act.report,
        revision=act.report.revision,
        step=step.number,
        post=prose.tidy(str(act.details.get("post") or ""))[:40] or step.post,
        name=name,
        opinion=opinion,
        signed_on=signed_on,
        offline=True,
        by=act.by,
    )
    _keep_scan(signoff, scan)
    return signoff


def _keep_scan(signoff: Signoff, scan: object) -> None:
    """Stores the scan under its hash. Raises RefusedError for what is no PDF, JPG or PNG."""
    if not isinstance(scan, UploadedFile):
        raise RefusedError("请上传签批页的扫描件")
    if (scan.size or 0) > LARGEST_SCAN:
        raise RefusedError("扫描件超过10MB，请压缩后再上传")
    scan.seek(0)
    data = scan.read()
    extension = next((ext for mark, ext in _SCANS.items() if data.startswith(mark)), None)
    if extension is None:
        raise RefusedError("扫描件应为PDF、JPG或PNG文件")
    signoff.scan.name, signoff.scan_sha256 = store("signoffs", data, extension)
