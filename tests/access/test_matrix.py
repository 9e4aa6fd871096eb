"""Every address × every kind of person × a report in every state answers as the table says."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import reverse

from reports.models import Report
from tests.access.addresses import admin_names, arguments, names, parameters
from tests.access.lines import SEEN_BY, Line
from tests.access.table import FOR_SOMEBODY, LINES
from tests.access.world import ROLES, STATES, World


def address(world: World, line: Line) -> str:
    known = arguments(line, world)
    return reverse(line.url, kwargs={name: known[name] for name in parameters(line.url)})


def ask(world: World, line: Line, url: str, role: str) -> int:
    """The status of the answer; what the request wrote is taken back."""
    client = world.client(role)
    with transaction.atomic():
        answer = client.post(url, line.data) if line.method == "POST" else client.get(url)
        transaction.set_rollback(True)
    return answer.status_code


@pytest.mark.parametrize("line", LINES, ids=str)
def test_everyone_gets_the_answer_of_the_table(world: World, line: Line) -> None:
    url = address(world, line)
    assert {role: ask(world, line, url, role) for role in ROLES} == dict(line.answers)


def test_no_address_is_missing_in_the_table() -> None:
    assert {line.url for line in LINES} == names() | admin_names()


def test_what_some_must_not_see_is_there_for_others() -> None:
    welcome: dict[tuple[str, str], bool] = {}
    for line in FOR_SOMEBODY:
        found = {status for role, status in line.answers.items() if role != "stranger"}
        asked = line.url, line.method
        welcome[asked] = welcome.get(asked, False) or bool(found - {403, 404})
    assert welcome
    assert all(welcome.values()), welcome


@pytest.mark.parametrize("state", STATES)
def test_reports_are_seen_by_those_whom_the_table_names(world: World, state: str) -> None:
    report = world.reports[state]
    people = world.people.items()
    seers = {r for r, who in people if report in Report.objects.visible_to(who)}
    assert seers == SEEN_BY[state]
