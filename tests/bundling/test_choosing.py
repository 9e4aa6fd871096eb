"""Whose report goes into the zip, in which revision; settled when the zip is asked for."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Agency, User
from agencies.roles import Role
from reports import bundling
from reports.models import Bundle, BundleItem, Report
from tests.filing import approved, begun, corrected, submitted
from tests.make import make_agency, make_user
from tests.workflow.acts import act

pytestmark = pytest.mark.django_db
YEAR = 2024
State = BundleItem.State


def states(bundle: Bundle) -> dict[str, tuple[str, str]]:
    """By name of the agency what is in its status and what became of it."""
    return {one.duty.legal_name: (one.status, one.state) for one in bundle.items.all()}


@pytest.mark.usefixtures("people")
def test_drafts_never_go_in_and_signed_ones_only_where_they_are_wanted(
    finance: Agency,
    education: Agency,
    county: Agency,
    office: User,
    reporter: User,
    reviewer: User,
) -> None:
    submitted(begun(finance), reporter)
    approved(begun(education), reporter, reviewer)
    both = bundling.ask(county, YEAR, office)
    only = bundling.ask(county, YEAR, office, published_only=True)
    assert both != only
    bureau, school = "某某县财政局", "某某县教育局"
    assert states(both) == {
        bureau: ("审签中", State.MISSING),
        school: ("已签发", State.WAITING),
    }
    assert states(only)[school] == ("已签发", State.MISSING)


def test_while_a_correction_is_written_the_published_revision_goes_in(
    report: Report, county: Agency, office: User, reviewer: User
) -> None:
    act(report, "correct", reviewer)
    (item,) = bundling.ask(county, YEAR, office).items.all()
    assert (item.status, item.revision) == ("更正中", report.signed)


@pytest.mark.parametrize("corrected_since", [False, True])
def test_what_was_taken_down_stays_out(
    report: Report, county: Agency, office: User, reviewer: User, corrected_since: bool
) -> None:
    if corrected_since:
        act(report, "correct", reviewer)
    act(report, "take_down", office)
    (item,) = bundling.ask(county, YEAR, office).items.all()
    assert (item.state, item.why, item.revision) == (State.MISSING, "发布后已撤下", None)


def test_what_changes_later_does_not_change_what_was_asked_for(
    report: Report, county: Agency, office: User, reporter: User, reviewer: User
) -> None:
    first = report.signed
    bundle = bundling.ask(county, YEAR, office)
    corrected(report, reporter, reviewer, "漏写")
    (item,) = bundle.items.all()
    assert item.revision == first


def test_only_the_subtree_of_the_office_that_asked(
    report: Report, county: Agency, elsewhere: Agency, office: User
) -> None:
    neighbour = make_user("lin", {Role.OFFICE: elsewhere})
    with pytest.raises(PermissionDenied):
        bundling.ask(county, YEAR, neighbour)
    begun(make_agency("lincai", "邻县财政局", parent=elsewhere))
    assert list(states(bundling.ask(county, YEAR, office))) == ["某某县财政局"]
