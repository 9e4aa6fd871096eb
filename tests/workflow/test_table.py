"""Every (state, action, person) is allowed exactly as the table of states and actions says."""

from __future__ import annotations

import pytest
from django.db import transaction

from agencies.models import Agency, Role, User
from reports.models import Campaign, Report, State
from reports.workflow import TRANSITIONS
from tests.filing import begun, filled
from tests.make import make_user
from tests.workflow.acts import act, drawn, outcome

REPORTERS = {"reporter", "colleague"}
REVIEWERS = {"reviewer", "deputy"}
STAFF = REPORTERS | REVIEWERS
DISTRICT = {"office"}
Allowed = dict[str, set[str]]

# Who may do what in each state; whatever is not written here nobody may do.
TABLE: dict[State, Allowed] = {
    State.DRAFT: {"submit": REPORTERS, "archive": REPORTERS},
    State.SUBMITTED: {
        "withdraw": {"reporter"},
        "sign": REVIEWERS,
        "record": STAFF,
        "return": REVIEWERS,
    },
    State.APPROVED: {"return": REVIEWERS, "unlock": REVIEWERS, "publish": REVIEWERS},
    State.FILED: {"send_back": DISTRICT, "clear": DISTRICT, "unlock": REVIEWERS},
    State.CLEARED: {"publish": REVIEWERS, "unlock": REVIEWERS},
    State.PUBLISHED: {"correct": REVIEWERS, "take_down": DISTRICT | {"sysadmin"}},
}
# Where the district has 先备案后公布.
FILES_FIRST: dict[State, Allowed] = {
    **TABLE,
    State.APPROVED: {"return": REVIEWERS, "unlock": REVIEWERS, "file": STAFF},
}
WAY = ("submit", "sign", "file", "clear", "publish")
BY = {"submit": "reporter", "file": "reporter", "clear": "office"}
AT = dict(zip(State, range(6), strict=True))


@pytest.fixture
def everyone(
    county: Agency, finance: Agency, education: Agency, elsewhere: Agency
) -> dict[str, User]:
    """Every role: here, in another bureau, in the government above, in another district."""
    people = {
        "reporter": make_user("a", {Role.REPORTER: finance}),
        "colleague": make_user("b", {Role.REPORTER: finance}),
        "reviewer": make_user("c", {Role.REVIEWER: finance}),
        "deputy": make_user("d", {Role.REVIEWER: finance}),
        "nobody": make_user("e"),
        "left": make_user("f", {Role.REPORTER: finance, Role.REVIEWER: finance}, is_active=False),
        "office of a bureau": make_user("g", {Role.OFFICE: education}),
    }
    for number, role in enumerate(Role):
        for place, agency in (("bureau", education), ("district", elsewhere)):
            people[f"{role} of another {place}"] = make_user(f"{place}{number}", {role: agency})
    for role in (Role.OFFICE, Role.SYSADMIN, Role.SECADMIN, Role.AUDITOR):
        people[role.value] = make_user(role.value, {role: county})
    for role in (Role.REPORTER, Role.REVIEWER):
        people[f"{role} of the government"] = make_user(f"{role}-gov", {role: county})
    return people


def brought(report: Report, state: State, people: dict[str, User]) -> Report:
    """As far as the state, by the right hands."""
    for action in WAY[: AT[state]]:
        if action in ("file", "clear") and not report.duty.campaign.files_first:
            continue
        report = act(report, action, people[BY.get(action, "reviewer")])
        if report.state == State.APPROVED:
            drawn(report)
    return report


def tried(report: Report, action: str, by: User) -> str:
    """What became of it; nothing stays done."""
    with transaction.atomic():
        told = outcome(report, action, by)
        transaction.set_rollback(True)
    return told


def found(report: Report, people: dict[str, User]) -> Allowed:
    """Who can do what, found by doing it."""
    done: Allowed = {}
    for action in (*TRANSITIONS, "record"):
        able = {who for who, user in people.items() if tried(report, action, user) == "done"}
        if able:
            done[action] = able
    return done


@pytest.mark.parametrize("state", [s for s in State if s not in (State.FILED, State.CLEARED)])
def test_the_table_holds(finance: Agency, everyone: dict[str, User], state: State) -> None:
    report = brought(filled(begun(finance), everyone["reporter"]), state, everyone)
    assert report.state == state
    assert found(report, everyone) == TABLE[state]


@pytest.mark.parametrize("state", State)
def test_the_table_holds_where_filing_comes_first(
    finance: Agency, everyone: dict[str, User], state: State
) -> None:
    report = brought(filled(begun(finance, first=True), everyone["reporter"]), state, everyone)
    assert report.state == state
    assert found(report, everyone) == FILES_FIRST[state]


@pytest.mark.parametrize("state", [State.FILED, State.CLEARED])
def test_a_district_that_gives_up_filing_leaves_nothing_stuck(
    finance: Agency, everyone: dict[str, User], state: State
) -> None:
    report = brought(filled(begun(finance, first=True), everyone["reporter"]), state, everyone)
    Campaign.objects.update(files_first=False)
    assert found(report, everyone) == TABLE[state]


@pytest.mark.parametrize("state", [s for s in State if s != State.PUBLISHED])
def test_what_is_public_can_be_taken_down_in_every_state(
    finance: Agency, everyone: dict[str, User], state: State
) -> None:
    report = brought(filled(begun(finance), everyone["reporter"]), State.PUBLISHED, everyone)
    Campaign.objects.update(files_first=True)
    again = act(report, "correct", everyone["reviewer"])
    again = brought(again, state, everyone)
    able = {who for who, one in everyone.items() if tried(again, "take_down", one) == "done"}
    assert again.state == state
    assert able == {"office", "sysadmin"}


def test_people_without_a_part_are_denied_rather_than_told_the_state(
    finance: Agency, everyone: dict[str, User]
) -> None:
    report = brought(filled(begun(finance), everyone["reporter"]), State.SUBMITTED, everyone)
    for action in TRANSITIONS:
        assert tried(report, action, everyone["nobody"]) == "denied"
        assert tried(report, action, everyone["left"]) == "denied"
        assert tried(report, action, everyone["reviewer of another bureau"]) == "denied"
