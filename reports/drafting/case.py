"""What the checks are told of a draft: last year's report, whom it took over, the names around."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.conf import settings

from agencies.models import Agency, AgencyName, Succession
from agencies.models.agency import SuccessionKind
from reports.checks import Case, Predecessor
from reports.checks.likeness import Text
from reports.checks.reform import inheritances
from reports.content import Content, Problem
from reports.local.reading import Local, local_for
from reports.models import Duty, Report

from .basis import Basis, basis, successions_to, taken_over
from .published import published_beside

Read = Callable[[Basis], Content | None]


@dataclass(frozen=True)
class Past:
    """What counts of last year: the agency's own, and what came to it within the report year."""

    own: Basis | None
    came: tuple[tuple[Succession, Basis | None], ...]

    @classmethod
    def of(cls, duty: Duty) -> Past:
        """In two queries; more only after a reform."""
        before, year = successions_to(duty.agency), duty.year - 1
        came = ((one, basis(one.from_agency, year)) for one in taken_over(before, duty.year))
        return cls(basis(duty.agency, year, before), tuple(came))

    @property
    def reports(self) -> list[int]:
        """The reports read."""
        return [one.report for one in (self.own, *(last for _, last in self.came)) if one]

    @property
    def mark(self) -> str:
        """Another one as soon as something else counts of last year."""
        bases = (self.own, *(last for _, last in self.came))
        return " ".join(f"{one.report}:{one.revision or ''}" if one else "-" for one in bases)

    def case(self, content: Content, read: Read = lambda last: last.content) -> Case:
        """The content beside what `read` says of each of last year's reports."""
        previous = read(self.own) if self.own else None
        others = [_predecessor(one, last, read) for one, last in self.came]
        if others and self.own and previous is None:
            others.insert(0, Predecessor(self.own.name, None))
        return Case(content, previous, predecessors=tuple(others))


def _predecessor(one: Succession, last: Basis | None, read: Read) -> Predecessor:
    name = last.name if last else one.from_agency.name
    return Predecessor(name, read(last) if last else None, one.kind == SuccessionKind.MERGE)


@dataclass(frozen=True)
class Around:
    """What is true of the agency and the year's collection, whatever the draft says."""

    past: Past
    names: tuple[tuple[str, ...], tuple[str, ...]]
    local: Local
    published: tuple[Text, ...]

    @classmethod
    def of(cls, report: Report) -> Around:
        """As it is now, in five queries; more only after a reform."""
        duty, past = report.duty, Past.of(report.duty)
        names = _names(duty, {one.from_agency_id for one, _ in past.came})
        return cls(past, names, local_for(duty.agency), published_beside(report))


def _around(report: Report, *, typing: bool) -> Around:
    seconds = settings.DRAFT_AROUND_SECONDS if typing else 0
    return _lately(report, time.monotonic() // seconds) if seconds else Around.of(report)


@lru_cache(maxsize=128)
def _lately(report: Report, moment: float) -> Around:
    """As it was when the moment began. Reports are told apart by their keys."""
    return Around.of(report)


def case_of(report: Report, unsaved: Collection[str] = (), *, typing: bool = False) -> Case:
    """The draft with all that is known besides.

    What was typed under the keys `unsaved` could not be taken, and is not blank. While someone is
    `typing`, what is around the draft is as it was some seconds ago: nothing is asked for at once.
    """
    content, duty = report.content, report.duty
    around = _around(report, typing=typing)
    refused = tuple(Problem(key, None, "") for key in unsaved)
    registered, others = around.names
    return replace(
        around.past.case(replace(content, problems=(*content.problems, *refused))),
        is_government=duty.agency.is_government,
        makes_rules=duty.agency.may_make_rules,
        registered=registered,
        others=others,
        longest=around.local.longest,
        settings=around.local.checks,
        published=around.published,
    )


def past_mark(report: Report) -> str:
    """`Past.mark` of the draft: in two queries, more only after a reform."""
    return Past.of(report.duty).mark


def inherited(report: Report) -> dict[str, str]:
    """By key the figures of those taken over beside their sum, in words; empty without a reform."""
    case = Past.of(report.duty).case(report.content)
    return {key: known.words for key, known in inheritances(case).items()}


def _names(duty: Duty, partners: set[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names the agency may bear in this report, and those that others in its campaign bear.

    Who stands above or below it, and whom it took over, is spoken of in its report rightly.
    """
    rows = AgencyName.objects.filter(agency__duties__campaign=duty.campaign_id).order_by("pk")
    own: list[str] = []
    others: list[str] = []
    for pk, path, name, until in rows.values_list(
        "agency_id", "agency__path", "name", "until_date"
    ):
        if pk == duty.agency_id:
            own += [name] if _lasted(until, date(duty.year, 12, 31)) else []
        elif pk not in partners and not _is_kin(path, duty.agency):
            others += [name] if _lasted(until, date(duty.year, 1, 1)) else []
    return tuple(own), tuple(others)


def _lasted(until: date | None, day: date) -> bool:
    """Whether a name was still borne after the day."""
    return until is None or until > day


def _is_kin(path: str, agency: Agency) -> bool:
    return path.startswith(agency.path) or agency.path.startswith(path)
