"""Into the archive: the report in a file, as published outside, stands for its agency and year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from agencies.models import Agency, User
from reports import roster, workflow
from reports.content import Content
from reports.models import Campaign, Report, Upload

from .content import content_of, fitted
from .deciding import is_blank, report_of, why_not_archive
from .desks import reach
from .keeping import clear

DECIDED = "这份文件已经办理过，请刷新页面查看"


@transaction.atomic
def archive(
    upload_id: int,
    by: User,
    *,
    published_on: dt.date,
    address: str = "",
    version: int = 0,
    legal_name: str = "",
    consent: bool = False,
) -> Report:
    """归档: what was read of the upload as the published report of its agency and year.

    An agency that is not on the year's roster is put there, under `legal_name`. `version` is that
    of the draft that was seen; `consent`: what the agency wrote in it gives way. Raises
    workflow.RefusedError and PermissionDenied; then nothing has changed.
    """
    upload = locked(upload_id)
    agency, year = _placed(upload)
    report = report_of(agency, year)
    if refusal := why_not_archive(report, year, by):
        raise workflow.RefusedError(refusal)
    content = content_of(upload)
    report = report or _on_roster(agency, year, content, legal_name)
    if is_blank(report) and report.duty.edition != content.format.edition:
        report.duty.edition = content.format.edition
        report.duty.save(update_fields=["edition"])
    taken = workflow.advance(
        report,
        "archive",
        by,
        original=_original(upload),
        published_at=timezone.make_aware(dt.datetime.combine(published_on, dt.time())),
        address=address,
        content=_named(fitted(content, report.format).content, report),
        version=version,
        replace=consent,
        facts=_facts(upload),
    )
    upload.report = taken
    clear(upload, Upload.State.ARCHIVED, by)
    return taken


def locked(upload_id: int) -> Upload:
    """The upload with its row locked, read and not decided on; call inside a transaction."""
    found = Upload.objects.select_for_update(of=("self",)).select_related("batch__agency")
    upload = found.filter(pk=upload_id, state=Upload.State.READ).first()
    if upload is None:
        raise workflow.RefusedError(DECIDED)
    return upload


def _placed(upload: Upload) -> tuple[Agency, int]:
    if upload.agency is None or upload.year is None:
        raise workflow.RefusedError("请先选定机关和报告年度")
    if not reach(upload.batch).filter(pk=upload.agency.pk).exists():
        raise workflow.RefusedError("只能选择您可以导入的机关")
    return upload.agency, upload.year


def _on_roster(agency: Agency, year: int, content: Content, legal_name: str) -> Report:
    """The agency's new duty; of two who are about to add it the second is told."""
    asked = roster.campaign_for(agency, year)
    campaign = Campaign.objects.select_for_update().get(pk=asked.pk)
    if report_of(agency, year) is not None:
        raise workflow.RefusedError("这一年度刚有人办理，请刷新页面，看过后再办理")
    name = legal_name.strip()[:200] or None
    duty = roster.assign(campaign, agency, legal_name=name, edition=content.format.edition)
    return Report.objects.with_duty().get(duty=duty)


def _named(content: Content, report: Report) -> Content:
    """Under the agency's name as of then; with its title as printed, if it had one."""
    told = content.title if content.agency and content.title else ""
    return replace(content, agency=report.duty.legal_name, title=told or report.title)


def _original(upload: Upload) -> ContentFile[bytes]:
    try:
        with upload.file.open() as file:
            return ContentFile(file.read(), name=upload.name)
    except OSError:
        raise workflow.RefusedError("文件没有存好，请重新上传后再归档") from None


def _facts(upload: Upload) -> dict[str, Any]:
    """For the record: which file it was, how much of it was doubtful, what a person read else."""
    read = upload.reading["figures"]
    mended = {key: [read.get(key), value] for key, value in upload.mended.items()}
    return {
        "file": upload.name,
        "sha256": upload.sha256,
        "doubts": upload.doubts,
        **({"mended": mended} if mended else {}),
    }
