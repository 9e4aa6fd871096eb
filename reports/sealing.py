"""盖章扫描件: what came back from the seal is kept with the one revision whose 校验码 it bears.

A record beside the report and an event of it; it changes no state, and nothing of it is public.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from agencies.models import User
from agencies.roles import STAFF, can_any
from reports import prose
from reports.content import short_code
from reports.drafting.access import locked
from reports.models import Event, Report, Revision, SealedScan
from reports.workflow import RefusedError
from reports.workflow.files import plain_name, store

LONGEST_REASON = 200
FOLDER = "sealed"


@dataclass(frozen=True)
class Scan:
    """A file that was let in: its bytes, what it is called, what it is (.pdf, .jpg, .png)."""

    data: bytes
    name: str
    extension: str
    pages: int = 1


def may_seal(report: Report, user: User) -> bool:
    """Whether the person may bring the scan now: the agency's staff, once it is signed here."""
    return _is_staff(report, user) and to_be_sealed(report) is not None


def to_be_sealed(report: Report) -> Revision | None:
    """The signed revision; None where there is none, or where it was taken in from elsewhere."""
    signed = report.signed
    return signed if signed is not None and signed.is_ours else None


@transaction.atomic
def keep(report: Report, by: User, code: str, scan: Scan, reason: str = "") -> SealedScan:
    """Keeps the scan with the signed revision, whose `code` stands on the paper.

    A second scan needs a reason and leaves the first one there; the same bytes again change
    nothing. Raises RefusedError, for a wrong code with the revision that it belongs to, and
    PermissionDenied.
    """
    report, reason = locked(report.pk), prose.tidy(reason)
    revision = _sealed_by(report, by)
    _require_code(report, revision, code)
    before = standing(revision)
    if before is not None and before.sha256 == hashlib.sha256(scan.data).hexdigest():
        return before
    _require_reason(before, reason)
    stored, digest = store(FOLDER, scan.data, scan.extension)
    made = SealedScan.objects.create(
        revision=revision,
        file=stored,
        name=plain_name(scan.name) or "扫描件",
        sha256=digest,
        size=len(scan.data),
        pages=scan.pages,
        reason=reason,
        by=by,
    )
    _append(report, made)
    return made


def standing(revision: Revision | None) -> SealedScan | None:
    """The scan that counts of a revision."""
    found = SealedScan.objects.filter(revision=revision).in_list()
    return found.last() if revision else None


def sealed_among(revisions: QuerySet[Any, Any]) -> set[int]:
    """Which of the revisions, by their keys, have a scan."""
    found = SealedScan.objects.filter(revision__in=revisions)
    return set(found.values_list("revision_id", flat=True))


def tidy_code(typed: str) -> str:
    """A 校验码 as it was typed, in the form in which it is printed; empty where it can be none."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    bare = re.sub(r"[\s\-－—–_]", "", plain)
    return short_code(bare) if re.fullmatch(r"[0-9A-F]{8}", bare) else ""


def _sealed_by(report: Report, by: User) -> Revision:
    """The revision for which the person may bring a scan now."""
    if not _is_staff(report, by):
        raise PermissionDenied("只有本机关的填报人和审核人可以上传盖章扫描件")
    revision = to_be_sealed(report)
    if revision is None:
        raise RefusedError("报告现在没有签发的定稿，不能上传盖章扫描件")
    return revision


def _require_code(report: Report, revision: Revision, typed: str) -> None:
    code = tidy_code(typed)
    if not code:
        raise RefusedError("校验码是8位数字和字母（A至F），如1A2B-3C4D，请照纸上印的填写")
    if code != revision.check_code:
        raise RefusedError(_whose(report, revision, code))


def _whose(report: Report, revision: Revision, code: str) -> str:
    """Which revision of the agency the code belongs to."""
    begins = code.replace("-", "").lower()
    found = Revision.objects.filter(
        report__duty__agency=report.duty.agency, digest__startswith=begins
    )
    found = found.select_related("report__duty").defer("content_json", "findings")
    own = [one for one in found if one.report_id == report.pk]
    if own:
        which = f"校验码{code}是{own[-1]}的，现在的定稿是{revision}"
    elif other := found.last():
        which = f"校验码{code}是《{other.report.title}》{other}的，不是这份报告的"
    else:
        which = f"本机关的报告中没有哪一稿的校验码是{code}"
    return f"{which}。请核对手中的纸质件"


def _require_reason(before: SealedScan | None, reason: str) -> None:
    if before is not None and not reason:
        raise RefusedError("已有盖章扫描件，更换请填写更换原因")
    if len(reason) > LONGEST_REASON:
        raise RefusedError(f"更换原因不超过{LONGEST_REASON}字")


def _append(report: Report, made: SealedScan) -> None:
    revision = made.revision
    words = f"{revision}，校验码{revision.check_code}，{made.pages}页"
    words += f"（更换：{made.reason}）" if made.reason else ""
    told = {"scan": made.sha256, "words": words, "digest": revision.digest}
    Event.objects.append(
        report, "sealed", made.by, before=report.state, revision=revision, data=told
    )


def _is_staff(report: Report, user: User) -> bool:
    return can_any(user, STAFF, report.duty.agency)
