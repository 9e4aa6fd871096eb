"""What counts of an agency's report of a year: what is public or, lacking that, what was signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import FilteredRelation, Q

from agencies.models import Agency, Succession
from agencies.models.agency import SuccessionKind
from reports.content import Content
from reports.models import Report, Revision


@dataclass(frozen=True)
class Basis:
    """Of one report: `name` is the agency's as of then; `revision` None where it was only begun."""

    report: int
    name: str
    revision: int | None
    digest: str
    is_public: bool

    @property
    def content(self) -> Content | None:
        """What it says, if anything counts of it."""
        return content_of(self.revision, self.digest) if self.revision else None


@lru_cache(maxsize=128)
def content_of(revision: int, digest: str) -> Content:
    """What a revision says. Revisions never change: each is read once, and told by its digest."""
    frozen = Revision.objects.only("content_json").get(pk=revision, digest=digest)
    return frozen.content


def basis(agency: Agency, year: int, before: list[Succession] | None = None) -> Basis | None:
    """The agency's, or that of the agency it was before it got another name; None without any.

    `before` are the successions to it, where they are known already. One query where there is a
    report of that year.
    """
    seen: set[int] = set()
    while agency.pk not in seen:
        seen.add(agency.pk)
        if found := _of(agency, year):
            return found
        before = successions_to(agency) if before is None else before
        renamed = [one for one in before if one.kind == SuccessionKind.RENAME]
        if not renamed:
            return None
        agency, before = renamed[-1].from_agency, None
    return None


def _of(agency: Agency, year: int) -> Basis | None:
    """What is public of the agency's own report or, lacking that, what was signed."""
    standing = FilteredRelation("publications", condition=Q(publications__ended_at=None))
    reports = Report.objects.filter(duty__agency=agency, duty__year=year).alias(standing=standing)
    public, signed = (
        ("standing__revision", "standing__revision__digest"),
        ("signed", "signed__digest"),
    )
    row = reports.values_list("pk", "duty__legal_name", *public, *signed).first()
    if row is None:
        return None
    report, name, *said = row
    revision, digest = said[:2] if said[0] else said[2:]
    return Basis(report, name, revision, digest or "", is_public=bool(said[0]))


def successions_to(agency: Agency) -> list[Succession]:
    """Whom the agency succeeded, ever, in the order of the days."""
    return list(
        Succession.objects.filter(to_agency=agency).select_related("from_agency", "to_agency")
    )


def taken_over(before: list[Succession], year: int) -> Iterator[Succession]:
    """The mergers and splits within the year by which something came to an agency.

    `before` are the successions to it. What came to one of those agencies earlier in the same year
    came along, and what came to it under another name is its own.
    """
    seen: set[int] = set()
    waiting = list(before)
    while waiting:
        one = waiting.pop(0)
        if one.on.year != year or one.from_agency_id in seen:
            continue
        seen.add(one.from_agency_id)
        if one.kind != SuccessionKind.RENAME:
            yield one
        waiting += successions_to(one.from_agency)
