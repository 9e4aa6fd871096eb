"""How the comments on a report stand: its threads at their places, open ones and settled ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet

from agencies.models import User
from agencies.roles import STAFF, agencies_where
from reports.models import Comment, Report, Thread, frozen

from .places import Place, part_of, places


@dataclass(frozen=True)
class Talk:
    """One thread where it is shown. `is_gone`: its paragraph is no more, so it stands at the part.

    `once` is what stood there when it began, where that has changed since.
    """

    thread: Thread
    place: Place
    is_gone: bool

    @property
    def once(self) -> str:
        """Empty where the same stands there still."""
        return "" if self.thread.quote == self.place.quote else self.thread.quote

    @property
    def remarks(self) -> list[Comment]:
        """From the first on."""
        return list(self.thread.comments.all())


def open_threads(report: Report) -> list[Talk]:
    """What is not settled yet, in printed order."""
    return _placed(report, report.threads.filter(resolved_at=None))


def resolved_threads(report: Report) -> list[Talk]:
    """What is settled, in printed order."""
    return _placed(report, report.threads.exclude(resolved_at=None))


def counts(report: Report) -> dict[str, int]:
    """How many open threads each anchor has; none are left out but those without any."""
    return dict(Counter(report.threads.filter(resolved_at=None).values_list("anchor", flat=True)))


def last_said(report: Report) -> int:
    """Grows with everything that is said, settled or opened again; 0 before the first word."""
    last = Comment.objects.filter(thread__report=report).aggregate(last=Max("pk"))
    return last["last"] or 0


def open_by_report(reports: Iterable[int], user: User) -> dict[int, int]:
    """How many threads are open on each of these reports (pks) of the person's own agencies."""
    found = Thread.objects.filter(
        report__in=reports, resolved_at=None, report__duty__agency__in=agencies_where(user, *STAFF)
    )
    counted = found.order_by().values_list("report").annotate(threads=Count("pk"))
    return dict(counted)


def _placed(report: Report, threads: QuerySet[Thread]) -> list[Talk]:
    remarks = ("comments__by", "comments__mentions")
    named = threads.select_related("revision", "resolved_by").defer(*frozen("revision"))
    found = list(named.prefetch_related(*remarks))
    if not found:
        return []
    known = places(report.content)
    come_back = _by_words(known)
    talks = [talk for one in found if (talk := _talk(one, known, come_back))]
    order = {anchor: number for number, anchor in enumerate(known)}
    return sorted(talks, key=lambda talk: (order[talk.place.anchor], talk.thread.pk))


def _by_words(known: dict[str, Place]) -> dict[str, Place]:
    """The paragraphs by their words, where those stand only once.

    One that was cut out and put back, here or in another part, has a new id.
    """
    paragraphs = [one for one in known.values() if one.is_paragraph]
    times = Counter(one.quote for one in paragraphs)
    return {one.quote: one for one in paragraphs if times[one.quote] == 1}


def _talk(thread: Thread, known: dict[str, Place], come_back: dict[str, Place]) -> Talk | None:
    place = known.get(thread.anchor)
    if place is None and "#" in thread.anchor:
        place = come_back.get(thread.quote)
    if place is not None:
        return Talk(thread, place, is_gone=False)
    part = part_of(thread.anchor, known)
    return Talk(thread, part, is_gone=True) if part else None
