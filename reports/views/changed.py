"""What changed from one revision to the next, where, by whom and at whose request: the 改动单."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef, QuerySet

from reports.differences import Difference, differences
from reports.drafting.past import lasts
from reports.formats import Format
from reports.models import Change, Event, Revision, Signoff
from reports.workflow import TRANSITIONS

from .access import Reading


@dataclass(frozen=True)
class Row:
    """One difference, with the last change that made it."""

    difference: Difference
    change: Change | None


@dataclass(frozen=True)
class Part:
    """The differences of one section under its heading."""

    heading: str
    rows: list[Row]


@dataclass(frozen=True)
class Changed:
    """What the report read differs in from an earlier revision of it."""

    base: Revision
    shown: Reading
    differences: list[Difference]

    @property
    def parts(self) -> list[Part]:
        """Section by section in printed order."""
        last = self._last_changes()
        return [
            Part(head, [Row(one, last.get(_changed_key(one))) for one in found])
            for head, found in by_section(self.shown.content.format, self.differences)
        ]

    def asked(self, events: QuerySet[Event]) -> QuerySet[Event]:
        """Of the events a person may read those that opened the report to these changes."""
        opening = [
            one.action for one in TRANSITIONS.values() if one.returns or one.action == "correct"
        ]
        return events.filter(action__in=opening, **self._between)

    def voided(self, revisions: QuerySet[Revision]) -> QuerySet[Signoff]:
        """Signatures that no longer hold, on those revisions in between that a person may read."""
        found = Signoff.objects.filter(revision__in=revisions, voided_at__isnull=False)
        return found.filter(**self._between).select_related("revision", "by")

    @property
    def _between(self) -> dict[str, int]:
        """Revisions from the earlier one up to the one before what is read."""
        return {
            "revision__number__gte": self.base.number,
            "revision__number__lt": self.shown.number,
        }

    @property
    def changes(self) -> QuerySet[Change]:
        """What was changed in between, value by value, in its order."""
        return self.shown.report.changes.filter(
            version__gt=self.base.version, version__lte=self.shown.version
        )

    def _last_changes(self) -> dict[str, Change]:
        told = lasts(self.changes).select_related("by").defer("before", "after")
        return {change.key: change for change in told}


def changed(
    shown: Reading, revisions: QuerySet[Revision], since: int | None = None
) -> Changed | None:
    """Against revision number `since`; without it, against the last one before that was signed,
    so that nobody signs anew without all that changed since, or the last one before where none
    was. None where there is none to compare with.

    `revisions` are those that the person may read.
    """
    earlier = revisions.filter(number__lt=shown.number).order_by("number")
    signed = earlier.filter(Exists(Signoff.objects.filter(revision=OuterRef("pk"))))
    base = revisions.filter(number=since).last() if since else signed.last() or earlier.last()
    if base is None:
        return None
    found = differences(base.content, shown.content)
    return Changed(base, shown, sorted(found, key=_printed_order))


def by_section(fmt: Format, found: Iterable[Difference]) -> list[tuple[str, list[Difference]]]:
    """The differences under the headings of their sections, in printed order."""
    ordered = sorted(found, key=_printed_order)
    return [(head, list(of)) for head, of in groupby(ordered, lambda one: _heading(one, fmt))]


def _printed_order(difference: Difference) -> int:
    return difference.section or 0


def _heading(difference: Difference, fmt: Format) -> str:
    if difference.section is not None:
        return fmt.section(difference.section).heading
    return "标题下的引言" if difference.key.startswith("preamble#") else "报告名称"


def _changed_key(difference: Difference) -> str:
    """The key under which the draft's changes are noted: paragraphs go by their part."""
    part, has_paragraph, _ = difference.key.partition("#")
    return f"prose.{part}" if has_paragraph else part
