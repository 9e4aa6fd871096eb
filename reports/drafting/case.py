"""What the checks are told of a draft: last year's report, whom it took over, the names around."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from agencies.models import Agency, AgencyName, Succession
from agencies.models.agency import SuccessionKind
from reports.checks import Case, Predecessor
from reports.checks.reform import inheritances
from reports.content import Problem
from reports.models import Duty, Report

from .basis import basis, successions_to, taken_over


def case_of(report: Report, unsaved: Collection[str] = ()) -> Case:
    """The draft with all that is known besides, in three queries; more only after a reform.

    What was typed under the keys `unsaved` could not be taken, and is not blank.
    """
    content, duty = report.content, report.duty
    agency, refused = duty.agency, tuple(Problem(key, None, "") for key in unsaved)
    before = successions_to(agency)
    last = basis(agency, duty.year - 1, before)
    came = list(taken_over(before, duty.year))
    predecessors = [_predecessor(one, duty.year) for one in came]
    previous = last.content if last else None
    if last and previous is None and predecessors:
        predecessors.insert(0, Predecessor(last.name, None))
    registered, others = _names(duty, {one.from_agency_id for one in came})
    return Case(
        replace(content, problems=(*content.problems, *refused)),
        previous=previous,
        is_government=agency.is_government,
        makes_rules=agency.may_make_rules,
        predecessors=tuple(predecessors),
        registered=registered,
        others=others,
    )


def _predecessor(one: Succession, year: int) -> Predecessor:
    last = basis(one.from_agency, year - 1)
    name = last.name if last else one.from_agency.name
    return Predecessor(name, last.content if last else None, one.kind == SuccessionKind.MERGE)


def inherited(report: Report) -> dict[str, str]:
    """By key the figures of those taken over beside their sum, in words; empty without a reform."""
    return {key: known.words for key, known in inheritances(case_of(report)).items()}


def _names(duty: Duty, partners: set[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names the agency may bear in this report, and those that others in its campaign bear.

    Who stands above or below it, and whom it took over, is spoken of in its report rightly.
    """
    rows = AgencyName.objects.filter(agency__duties__campaign=duty.campaign_id).order_by("pk")
    known = rows.values_list("agency_id", "agency__path", "name", "until_date")
    own, others = [], []
    for pk, path, name, until in known:
        if pk == duty.agency_id and _lasted(until, date(duty.year, 12, 31)):
            own.append(name)
        elif pk not in partners and _lasted(until, date(duty.year, 1, 1)):
            others += [] if _is_kin(path, duty.agency) else [name]
    return tuple(own), tuple(others)


def _lasted(until: date | None, day: date) -> bool:
    """Whether a name was still borne after the day."""
    return until is None or until > day


def _is_kin(path: str, agency: Agency) -> bool:
    return path.startswith(agency.path) or agency.path.startswith(path)
