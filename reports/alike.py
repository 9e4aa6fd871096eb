"""雷同比对 of a district: all its reports of a year with each other, drafts among them.

For 政务公开办 alone, and of a draft nothing but the sentences that another report has too.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from agencies.models import Agency
from reports.checks.likeness import COMPARED, Likeness, Text, likeness, most_alike
from reports.checks.likeness.sentences import part_of
from reports.jobs import enqueue
from reports.models import Comparison, Job, Report

MOST = 100
"""Pairs that are listed."""
LEAST = 0.5
"""The share of a section from which a pair is listed."""


@dataclass(frozen=True)
class Standing:
    """The last comparison, whether the texts have changed since, and what the next one does."""

    last: Comparison | None
    is_current: bool
    is_running: bool
    has_failed: bool


def standing(agency: Agency, year: int) -> Standing:
    """How the comparison of that subtree and year stands."""
    last = Comparison.objects.filter(agency=agency, year=year).first()
    job = Job.objects.filter(key__startswith=_key(agency, year)).order_by("-pk").first()
    state = job.state if job else ""
    return Standing(
        last,
        last is not None and last.mark == _mark(agency, year),
        state in (Job.State.QUEUED, Job.State.RUNNING),
        state == Job.State.FAILED,
    )


def ask(agency: Agency, year: int) -> None:
    """Have the subtree compared by a worker; not twice at a time."""
    if not standing(agency, year).is_running:
        key = f"{_key(agency, year)}{timezone.now():%Y%m%d%H%M%S%f}"
        enqueue("alike", key=key, args={"agency": agency.pk, "year": year})


def compare(agency_id: int, year: int) -> None:
    """Compares and keeps which pairs are most alike; done twice it says the same."""
    agency = Agency.objects.get(pk=agency_id)
    mark = _mark(agency, year)
    reports = list(_reports(agency, year).values("pk", "prose", "duty__legal_name"))
    texts = [_text(one["duty__legal_name"], year, one["prose"]) for one in reports]
    pairs = [
        [reports[one.first]["pk"], reports[one.second]["pk"], one.percent]
        for one in most_alike(texts, MOST, LEAST)
    ]
    Comparison.objects.update_or_create(
        agency=agency,
        year=year,
        defaults={"mark": mark, "counted": len(reports), "pairs": pairs},
    )


def between(first: Report, second: Report) -> list[Likeness]:
    """The alike sentences of two reports as they stand now, section by section, `first` as own."""
    own, other = (_text(one.duty.legal_name, one.duty.year, one.prose) for one in (first, second))
    found = (likeness(key, own.parts[key], other) for key in COMPARED)
    return [one for one in found if one and one.pairs]


def _reports(agency: Agency, year: int) -> QuerySet[Report]:
    """All of the subtree, whatever their state."""
    within = Agency.objects.within(agency.path)
    return Report.objects.filter(duty__agency__in=within, duty__year=year).order_by("pk")


def _text(agency: str, year: int, kept: dict[str, list[dict[str, str]]]) -> Text:
    """Of the prose as a report keeps it."""
    said = {key: "\n".join(one["text"] for one in kept.get(key, ())) for key in COMPARED}
    return Text(agency, year, {key: part_of(said[key], agency) for key in COMPARED})


def _mark(agency: Agency, year: int) -> str:
    """Another one as soon as any of the reports has changed, or another one has come."""
    known = _reports(agency, year).values_list("pk", "version")
    return hashlib.sha256(repr(list(known)).encode()).hexdigest()


def _key(agency: Agency, year: int) -> str:
    return f"alike:{agency.pk}:{year}:"
