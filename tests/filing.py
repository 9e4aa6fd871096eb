"""Brings a report as far as a test needs it, through the doors that people use."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from agencies.models import Agency, User
from reports import drafting, roster, workflow
from reports.models import Document, Report, Revision

YEAR = 2024
ALL_SAID = "公开、申请、审核、平台、考核、评议、追责都已做好。"
"""Speaks of all that section one must speak of, of a people's government too."""
TEXT = {"prose.1": ALL_SAID, "prose.5": "问题：更新不够快。改进：逐月检查。"}
PARTICULARS = {
    "contact_name": "王填报",
    "contact_phone": "010-1234567",
    "secrecy_by": "李审核",
    "secrecy_opinion": "不涉密，可以公开。",
}
FILES = {"docx": b"PK\x03\x04 the words", "pdf": b"%PDF-1.7 the pages"}


def begun(agency: Agency, *, year: int = YEAR, public: bool = True, first: bool = False) -> Report:
    """The empty draft of the agency's duty; `first`: its district has 先备案后公布."""
    district = roster.district_of(agency)
    campaign = roster.open_campaign(district, year, files_first=first, is_public=public)
    return roster.assign(campaign, agency).report


def filled(report: Report, reporter: User) -> Report:
    """Complete and without a finding: a few words, every figure 0."""
    changes = {key: {"was": "", "now": text} for key, text in TEXT.items()}
    changes["prose.6"] = {"was": "", "now": "无其他事项。"}
    drafting.save(report.pk, reporter, "test", report.version, changes)
    drafting.fill_zeros(report.pk, reporter)
    report.refresh_from_db()
    return report


def explained(report: Report, reporter: User, why: str = "经核对无误。") -> Report:
    """With a 情况说明 for whatever is doubted."""
    for one in drafting.judged(report):
        if one.blocks and one.finding.severity == "warning":
            drafting.explain(report.pk, reporter, one.finding.fingerprint, why)
    return report


def submitted(report: Report, reporter: User) -> Report:
    """Sent for approval, filled first if it is blank."""
    if not report.version:
        filled(report, reporter)
    day = timezone.localdate()
    details: dict[str, Any] = {**PARTICULARS, "version": report.version, "secrecy_on": day}
    return workflow.advance(report, "submit", reporter, **details)


def approved(report: Report, reporter: User, reviewer: User) -> Report:
    """Signed in its one step, files at hand."""
    sent = submitted(report, reporter)
    signed = workflow.advance(sent, "sign", reviewer, revision=sent.revision_id, opinion="同意")
    assert signed.revision is not None
    keep_files(signed.revision)
    return signed


def published(report: Report, reporter: User, reviewer: User) -> Report:
    """Public."""
    signed = approved(report, reporter, reviewer)
    return workflow.advance(signed, "publish", reviewer, revision=signed.revision_id)


def corrected(report: Report, reporter: User, reviewer: User, why: str) -> Report:
    """Published once more, with other words and a public reason."""
    again = workflow.advance(report, "correct", reviewer, why, revision=report.revision_id)
    was = TEXT["prose.1"]
    change = {"prose.1": {"was": was, "now": f"{was}另作补充。"}}
    drafting.save(again.pk, reporter, "test", again.version, change)
    again.refresh_from_db()
    return published(again, reporter, reviewer)


def keep_files(revision: Revision) -> None:
    """Both files of the revision, short ones: how they are drawn is tested elsewhere."""
    for kind, data in FILES.items():
        with_data(revision, kind, data)


def with_data(revision: Revision, kind: str, data: bytes) -> None:
    """One file of the revision, kept with these bytes."""
    document = Document(
        revision=revision,
        kind=kind,
        name=f"{revision.content.title}.{kind}",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )
    document.file.save(f"documents/{revision.pk}.{kind}", ContentFile(data), save=True)
