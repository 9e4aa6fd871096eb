"""The one way in which pages get at a report, and what of it the person reads there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from agencies.models import User
from agencies.requests import SignedInRequest
from agencies.roles import STAFF, Role, can, can_any
from reports.content import Content
from reports.models import Event, Publication, Report, Revision, State, frozen
from reports.rendering import documents
from reports.rendering.marks import Marks
from reports.rendering.paper import Signature

UNSIGNED = (State.DRAFT, State.SUBMITTED)
"""States that concern the agency alone."""

IN_PUBLIC = ("publish", "correct", "take_down", "archive")
"""Acts that anybody can see have happened."""


def visible(request: SignedInRequest, pk: int) -> Report:
    """The report, where the person may know of it; 404 otherwise."""
    return get_object_or_404(Report.objects.visible_to(request.user).with_duty(), pk=pk)


def is_staff(user: User, report: Report) -> bool:
    """Whether the report is of the person's own agency, drafts and all."""
    return can_any(user, STAFF, report.duty.agency)


def concerns(user: User, report: Report) -> bool:
    """Whether the person handles the report: the agency's staff and the district's 政务公开办."""
    return is_staff(user, report) or can(user, Role.OFFICE, report.duty.agency)


@dataclass(frozen=True)
class Reading:
    """What lies before the person: a frozen revision, or the draft where `revision` is None."""

    report: Report
    revision: Revision | None
    content: Content
    of_staff: bool

    @cached_property
    def number(self) -> int:
        """N of 第 N 稿; a draft will be the next one."""
        return self.revision.number if self.revision else self.report.revisions.count() + 1

    @property
    def version(self) -> int:
        """The version of the draft that it is, or was frozen from."""
        return self.revision.version if self.revision else self.report.version

    @property
    def is_signed(self) -> bool:
        """Whether the last leader has signed just this."""
        return self.revision is not None and self.revision.pk == self.report.signed_id

    @cached_property
    def signature(self) -> Signature | None:
        """署名 and 成文日期, where signed documents bear them."""
        signed = self.revision if self.is_signed else None
        return documents.signature(signed) if signed else None

    def marks(self) -> Marks:
        """What a copy printed now says of itself."""
        return Marks(
            draft=not self.is_signed,
            number=self.number,
            printed_at=timezone.localtime(),
            check_code=self.content.check_code,
            signature=self.signature,
        )


def reading(user: User, report: Report) -> Reading:
    """The draft or the revision sent, for the agency's own; for others what was signed."""
    if is_staff(user, report):
        frozen = None if report.state == State.DRAFT else report.revision
        return Reading(report, frozen, frozen.content if frozen else report.content, True)
    signed = report.signed if can(user, Role.OFFICE, report.duty.agency) else _in_public(report)
    if signed is None:
        raise Http404
    return Reading(report, signed, signed.content, False)


def _in_public(report: Report) -> Revision | None:
    return report.publication.revision if report.publication else None


def readable(user: User, report: Report) -> QuerySet[Revision]:
    """The revisions the person may open: all of the own agency's, signed ones of the district's."""
    if is_staff(user, report):
        return report.revisions.all()
    published = Q(pk__in=Publication.objects.filter(report=report).values("revision"))
    if not can(user, Role.OFFICE, report.duty.agency):
        return report.revisions.filter(published)
    approving = Event.objects.filter(report=report, action="sign", after=State.APPROVED)
    return report.revisions.filter(published | Q(pk__in=approving.values("revision")))


def readable_events(user: User, report: Report) -> QuerySet[Event]:
    """What was done with the report; for 政务公开办 from approval on, for others in public."""
    events = Event.objects.filter(report=report).select_related("by", "revision")
    events = events.defer(*frozen("revision"))
    if is_staff(user, report):
        return events
    if not can(user, Role.OFFICE, report.duty.agency):
        return events.filter(action__in=IN_PUBLIC)
    return events.exclude(before__in=UNSIGNED, after__in=UNSIGNED)
