"""Which revision of which agency goes into the zip, and why there is none of the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from agencies import tree
from agencies.models import Agency
from reports.models import BundleItem, Duty, Publication, Report
from reports.status import status_of


def chosen(agency: Agency, year: int, *, published_only: bool) -> Iterator[dict[str, Any]]:
    """An item's fields for each duty of the year below the agency, in the order of the tree."""
    standing = Publication.objects.filter(report=OuterRef("report"), ended_at=None)
    duties = Duty.objects.filter(agency__in=tree.subtree(agency), year=year)
    duties = duties.select_related("report").defer(
        "report__figures", "report__fees", "report__prose"
    )
    retracted = Publication.objects.filter(revision=OuterRef("report__signed"), taken_down=True)
    found = duties.annotate(
        in_public=Subquery(standing.values("revision")[:1]), retracted=Exists(retracted)
    )
    for duty in found.order_by("agency__path"):
        yield _fields(duty, duty.in_public, duty.retracted, published_only=published_only)


def _fields(
    duty: Duty, in_public: int | None, retracted: bool, *, published_only: bool
) -> dict[str, Any]:
    """`retracted`: what was signed last was taken down, whatever is being written since."""
    report: Report | None = getattr(duty, "report", None)
    status = status_of(report, in_public=in_public is not None)
    revision = in_public
    if not published_only and report is not None and not retracted:
        revision = report.signed_id
    state = BundleItem.State.WAITING if revision else BundleItem.State.MISSING
    why = "" if revision else ("还没有发布" if published_only else "还没有签发")
    if retracted and not revision:
        why = "发布后已撤下"
    return {"duty": duty, "revision_id": revision, "status": status, "state": state, "why": why}
