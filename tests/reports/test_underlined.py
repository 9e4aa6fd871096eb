"""The reading page tells of the numbers in the text whether the tables have them too."""

from __future__ import annotations

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports import drafting
from reports.models import Report, Setting, SettingKind
from tests.filing import ALL_SAID, begun, filled, published

NEW = "applications.received.natural_person"
TEXT = "（二）依申请公开<b>。新收政府信息公开申请12件，答复十二件。"


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    report = filled(begun(finance), reporter)
    changes = {NEW: {"was": "0", "now": "12"}, "prose.1": {"was": ALL_SAID, "now": TEXT}}
    drafting.save(report.pk, reporter, "page", 1, changes)
    report.refresh_from_db()
    return report


def page_of(user: User, report: Report) -> str:
    client = Client()
    client.force_login(user)
    return client.get(f"/reports/{report.pk}/").text


def test_a_number_names_its_cells_and_says_whether_they_agree(
    report: Report, reviewer: User
) -> None:
    page = page_of(reviewer, report)
    right = 'href="#section-3" data-places="applications.received.total" title="与表一致">12</a>件'
    assert right in page
    wrong = 'data-places="applications.closed.total" title="与表不一致，表中'
    assert wrong in page
    assert '0件">十二</a>件' in page


def test_what_the_district_has_turned_off_is_not_underlined(
    county: Agency, report: Report, reviewer: User
) -> None:
    assert 'title="与表' in page_of(reviewer, report)
    off = {"kind": SettingKind.SEVERITY, "key": "said_balance", "value": "off"}
    Setting.objects.create(agency=county, **off)
    page = page_of(reviewer, report)
    assert "答复十二件" in page
    assert 'title="与表' not in page


def test_the_lead_of_a_paragraph_and_what_was_typed_stay_as_they_are(
    report: Report, reviewer: User
) -> None:
    page = page_of(reviewer, report)
    assert '<span class="paper-lead">（二）依申请公开&lt;b&gt;。</span>新收政府' in page


def test_who_only_reads_what_is_public_is_told_nothing_of_it(
    finance: Agency, reporter: User, reviewer: User, sysadmin: User
) -> None:
    report = filled(begun(finance), reporter)
    told = {"was": ALL_SAID, "now": ALL_SAID + "新收政府信息公开申请0件。"}
    drafting.save(report.pk, reporter, "page", 1, {"prose.1": told})
    report.refresh_from_db()
    published(report, reporter, reviewer)
    assert "said-agrees" in page_of(reviewer, report)
    assert "新收政府信息公开申请0件" in page_of(sysadmin, report)
    assert "said-" not in page_of(sysadmin, report)
