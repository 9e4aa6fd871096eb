"""What the other agencies of a district have published for a year: what a draft may be compared to.

Drafts of others are never among it. Frozen texts are split once in a process and remembered; what
is asked each time is only whether anything was published or taken down since.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db.models import Count, Max, QuerySet

from reports.checks.likeness import COMPARED, Text
from reports.checks.likeness.sentences import part_of
from reports.content import Content
from reports.models import Publication, Report

from .basis import basis

_Mark = tuple[Any, ...]


def published_beside(report: Report) -> tuple[Text, ...]:
    """Sections one and five of every other agency in the same year's collection, as published."""
    campaign = report.duty.campaign_id
    mark = _standing(campaign).aggregate(Count("id"), Max("id"), Max("published_at"))
    texts = _texts(campaign, tuple(mark.values()))
    return tuple(text for owner, text in texts if owner != report.pk)


def own_last_year(report: Report) -> Content | None:
    """What counts of the agency's report of the year before, under whatever name; None if none."""
    last = basis(report.duty.agency, report.duty.year - 1)
    return last.content if last else None


def _standing(campaign: int) -> QuerySet[Publication]:
    return Publication.objects.filter(ended_at=None, report__duty__campaign=campaign)


@lru_cache(maxsize=16)
def _texts(campaign: int, mark: _Mark) -> tuple[tuple[int, Text], ...]:
    """The texts with the reports they are of. `mark` is another one once anything has changed."""
    rows = (
        _standing(campaign)
        .order_by("report__duty__agency__path")
        .values_list(
            "report_id",
            "report__duty__legal_name",
            "report__duty__year",
            "revision__content_json__sections",
        )
    )
    return tuple((pk, _text(name, year, sections or {})) for pk, name, year, sections in rows)


def _text(agency: str, year: int, sections: dict[str, str]) -> Text:
    return Text(agency, year, {key: part_of(sections.get(key, ""), agency) for key in COMPARED})
