"""汇总核对: a government's report beside what the agencies below it have published."""

from __future__ import annotations

import pytest
from django.test import Client

from agencies.models import Agency, Role, User
from agencies.models.agency import AgencyKind
from reports import drafting
from reports.models import Report
from tests.alike import staff
from tests.filing import begun, filled, published
from tests.make import make_agency, make_user

LICENCES = "licensing.licences.decisions"


@pytest.fixture
def clerk(county: Agency) -> User:
    """Writes the county's report."""
    return make_user("xian", {Role.REPORTER: county})


@pytest.fixture
def whole(county: Agency, clerk: User) -> Report:
    """The county's draft, with nine licences."""
    return counted(filled(begun(county), clerk), clerk, 9)


@pytest.fixture
def office_below(county: Agency) -> Report:
    """The county's own office has published two."""
    kind = AgencyKind.GOVERNMENT_OFFICE
    return out(make_agency("zfb", "某某县人民政府办公室", parent=county, kind=kind), 2)


def counted(report: Report, by: User, licences: int) -> Report:
    drafting.save(report.pk, by, "n", 1, {LICENCES: {"was": "0", "now": licences}})
    report.refresh_from_db()
    return report


def out(agency: Agency, licences: int) -> Report:
    by, signer = staff(agency)
    return published(counted(filled(begun(agency), by), by, licences), by, signer)


def page(user: User, report: Report, place: str = "") -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/reports/{report.pk}/{place}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("place", ["", "submit/"])
def test_the_government_reads_where_its_figures_are_not_the_sum(
    whole: Report, clerk: User, office_below: Report, finance: Agency, place: str
) -> None:
    out(finance, 5)
    shown = page(clerk, whole, place)
    assert "汇总核对" in shown
    assert "合计7（其中某某县人民政府办公室2），多2" in shown


def test_who_has_published_nothing_is_named_and_not_read(
    whole: Report, clerk: User, office_below: Report, finance: Agency, reporter: User
) -> None:
    counted(filled(begun(finance), reporter), reporter, 7)
    shown = page(clerk, whole)
    assert "还有1家没有可以汇总的本年报告：某某县财政局" in shown
    assert "多7" not in shown


def test_a_sum_that_is_right_is_silent(
    whole: Report, clerk: User, office_below: Report, finance: Agency
) -> None:
    out(finance, 7)
    assert "汇总核对" not in page(clerk, whole)


def test_nobody_is_asked_before_anything_is_published(
    whole: Report, clerk: User, finance: Agency, reporter: User
) -> None:
    theirs = filled(begun(finance), reporter)
    assert "汇总核对" not in page(clerk, whole)
    assert "汇总核对" not in page(reporter, theirs)
