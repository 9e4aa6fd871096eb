"""What a portal has made of a published report: where it stands there, and how its page was found.

Both are records beside the publication, and events of the report; they change no state.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from agencies.models import User
from agencies.roles import STAFF, can_any
from reports import prose
from reports.drafting.access import locked
from reports.models import Event, PortalCheck, PortalRecord, Publication, Report, State
from reports.portal import Compared
from reports.workflow import RefusedError

LONGEST_URL, LONGEST_REASON = 500, 200
SCHEMES = ("http://", "https://")


def may_post(report: Report, user: User) -> bool:
    """Whether the person may record and check now: the agency's staff, while it is published."""
    return _is_staff(report, user) and _standing(report) is not None


def record(
    report: Report, by: User, url: str, published_at: dt.datetime, reason: str = ""
) -> PortalRecord:
    """Writes down where and when the portal published it; a second one needs a reason.

    Raises RefusedError and PermissionDenied.
    """
    url, reason = url.strip(), prose.tidy(reason)
    with transaction.atomic():
        report, publication = _published(report, by)
        before = publication.portal_records.last()
        _require(report, url, published_at, reason, before)
        if before and (before.url, before.published_at) == (url, published_at):
            return before
        made = PortalRecord.objects.create(
            publication=publication, url=url, published_at=published_at, reason=reason, by=by
        )
        when = f"{timezone.localtime(published_at):%Y-%m-%d %H:%M}"
        words = f"{when} {url}" + (f"（更正：{reason}）" if reason else "")
        told = {"url": url, "published_at": published_at.isoformat(), "words": words}
        _append(report, publication, "portal", by, told)
    return made


def _require(
    report: Report, url: str, at: dt.datetime, reason: str, before: PortalRecord | None
) -> None:
    if not url.startswith(SCHEMES) or len(url) > LONGEST_URL or len(url.split()) != 1:
        raise RefusedError("网页地址应以http://或https://开头，中间没有空格")
    if at > timezone.now():
        raise RefusedError("门户发布时间不能晚于现在")
    if timezone.localtime(at).year < min(report.duty.year, timezone.localdate().year):
        raise RefusedError(f"门户发布时间不能早于报告年度（{report.duty.year}年），请核对")
    if before and not reason:
        raise RefusedError("已有登记，更正请填写更正原因")
    if len(reason) > LONGEST_REASON:
        raise RefusedError(f"更正原因不超过{LONGEST_REASON}字")


def keep_check(
    report: Report, by: User, read: Publication, page_digest: str, compared: Compared, name: str
) -> PortalCheck:
    """Keeps what a comparison of the page with that publication found.

    Raises RefusedError where another was published meanwhile, and PermissionDenied.
    """
    with transaction.atomic():
        report, publication = _published(report, by)
        if publication != read:
            raise RefusedError("报告刚刚更正发布，请对照新的定稿重新核对")
        made = PortalCheck.objects.create(
            publication=publication,
            digest=publication.revision.digest,
            page_digest=page_digest,
            name=name[:200],
            counts=compared.counts,
            differences=compared.differences,
            found=[one.to_json() for one in compared.found],
            around=list(compared.around),
            by=by,
        )
        told = {"page": page_digest, "counts": made.counts, "words": made.words}
        _append(report, publication, "portal_check", by, told)
    return made


@dataclass(frozen=True)
class Posted:
    """What is known of a publication's page: the last record and the last check, if any."""

    record: PortalRecord | None
    check: PortalCheck | None

    @property
    def words(self) -> str:
        """“未登记”, “未核对”, “一致”, “3处不同”."""
        if self.check:
            return self.check.words
        return "未核对" if self.record else "未登记"


def standing(report: Report) -> Posted | None:
    """Of what is public now, or was last; None for what never was."""
    publication = last_published(report)
    if publication is None:
        return None
    checks = publication.portal_checks.select_related("by").defer("found", "around")
    return Posted(publication.portal_records.last(), checks.last())


def standing_of(publications: Collection[int]) -> dict[int, Posted]:
    """The same for many publications, by their ids, in two queries."""
    records = PortalRecord.objects.filter(publication__in=publications)
    checks = PortalCheck.objects.filter(publication__in=publications).defer("found", "around")
    last_records = {one.publication_id: one for one in records}
    last_checks = {one.publication_id: one for one in checks}
    return {pk: Posted(last_records.get(pk), last_checks.get(pk)) for pk in publications}


def last_published(report: Report) -> Publication | None:
    """What stands in public, else what stood there last."""
    return report.publication or report.publications.last()


def _standing(report: Report) -> Publication | None:
    return report.publication if report.state == State.PUBLISHED else None


def _is_staff(report: Report, user: User) -> bool:
    return can_any(user, STAFF, report.duty.agency)


def _published(report: Report, by: User) -> tuple[Report, Publication]:
    """The report with its lock, and what of it is public."""
    report = locked(report.pk)
    if not _is_staff(report, by):
        raise PermissionDenied("只有本机关的填报人和审核人可以登记和核对")
    publication = _standing(report)
    if publication is None:
        raise RefusedError("报告现在没有对外发布，不能登记和核对")
    return report, publication


def _append(
    report: Report, publication: Publication, action: str, by: User, data: dict[str, Any]
) -> None:
    revision = publication.revision
    Event.objects.append(
        report,
        action,
        by,
        before=report.state,
        revision=revision,
        data={**data, "digest": revision.digest},
    )
