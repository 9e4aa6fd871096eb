"""Pages ask the database no more of a large district than of a small one, nor of a long story."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency, Role, User
from reports import commenting, workflow
from reports.models import Report
from tests.clients import of
from tests.filing import approved, begun, filled, published, submitted
from tests.make import make_agency, make_user

OFFICE = ("/", "/agencies/moumou/alike/", "/agencies/moumou/bundles/")
PUBLIC = ("/open/", "/open/?q=局")


def asked(client: Client, *addresses: str) -> dict[str, int]:
    """How much each page asks when it is not the first that is shown."""
    found = {}
    for one in addresses:
        client.get(one)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(one).status_code == 200
        found[one] = len(queries)
    return found


def five_more(county: Agency) -> None:
    """Bureaus with their people, the report of each further on than that of the one before."""
    for stage in range(5):
        agency = make_agency(parent=county)
        by = make_user(roles={Role.REPORTER: agency}), make_user(roles={Role.REVIEWER: agency})
        report = begun(agency)
        if stage in (1, 2):
            (filled, submitted)[stage - 1](report, by[0])
        if stage in (3, 4):
            (approved, published)[stage - 3](report, *by)


def again(report: Report, reporter: User, reviewer: User, why: str) -> Report:
    """Corrected, and published as it was."""
    draft = workflow.advance(report, "correct", reviewer, why, revision=report.revision_id)
    return published(draft, reporter, reviewer)


def test_lists_ask_the_same_in_a_large_district(county: Agency, office: User) -> None:
    five_more(county)
    small = asked(of(office), *OFFICE) | asked(Client(), *PUBLIC)
    five_more(county)
    five_more(county)
    assert asked(of(office), *OFFICE) | asked(Client(), *PUBLIC) == small
    assert small["/"] <= 22


@pytest.mark.parametrize("who", ["reporter", "reviewer", "office"])
def test_a_report_with_a_long_story_asks_the_same(
    who: str, finance: Agency, reporter: User, reviewer: User, request: pytest.FixtureRequest
) -> None:
    report = again(published(begun(finance), reporter, reviewer), reporter, reviewer, "有误")
    client, read = of(request.getfixturevalue(who)), f"/reports/{report.pk}/"
    short = asked(client, read)
    again(again(report, reporter, reviewer, "又有误"), reporter, reviewer, "还有误")
    assert asked(client, read) == short
    assert short[read] <= 40


def test_many_remarks_ask_no_more_than_one(finance: Agency, reporter: User, reviewer: User) -> None:
    report = begun(finance)
    pages = "/", f"/reports/{report.pk}/"
    commenting.start(report.pk, "documents.rules.issued", "请核对", reviewer, [reporter.pk])
    one = asked(of(reporter), *pages)
    for number in range(3):
        colleague = make_user(roles={Role.REVIEWER: finance})
        told = [reporter.pk, reviewer.pk]
        commenting.start(report.pk, "licensing.licences.decisions", f"{number}", colleague, told)
    assert asked(of(reporter), *pages) == one
