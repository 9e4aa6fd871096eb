"""Archived reports in public: what was taken in is the publication, not the file."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from agencies.models import Agency, User
from reports import receiving
from reports.models import Report
from tests.filing import begun
from tests.receiving.files import batch, given, page

ADDRESS = "https://www.moumou.example/2023.html"


@pytest.fixture
def archived(reporter: User, finance: Agency) -> Report:
    begun(finance, year=2025, public=True)
    upload = given(batch(reporter, finance), page())
    return receiving.archive(upload.pk, reporter, published_on=date(2024, 1, 22), address=ADDRESS)


def test_it_is_listed_as_archived(archived: Report) -> None:
    shown = Client().get("/open/?year=2023").content.decode()
    assert "某某县财政局" in shown
    assert "归档</span>" in shown
    assert "2024年1月22日" in shown


def test_its_page_names_where_it_was_published(archived: Report) -> None:
    shown = Client().get("/open/caizheng/2023/").content.decode()
    assert f'<a href="{ADDRESS}" rel="noopener nofollow">' in shown
    assert "3091" in shown


def test_the_file_itself_is_for_those_who_handle_the_report(
    archived: Report, reporter: User, sysadmin: User
) -> None:
    assert Client().get("/open/caizheng/2023/original").status_code == 404
    assert "original" not in Client().get("/open/caizheng/2023/").content.decode()
    address = f"/reports/{archived.pk}/revisions/1/original/"
    for user, status in ((reporter, 200), (sysadmin, 404)):
        client = Client()
        client.force_login(user)
        assert client.get(address).status_code == status


def test_an_address_that_is_none_is_no_link(archived: Report) -> None:
    archived.publications.update(address="javascript:alert(1)")
    shown = Client().get("/open/caizheng/2023/").content.decode()
    assert 'href="javascript' not in shown


def test_its_figures_are_open_data(archived: Report) -> None:
    told = Client().get("/open/caizheng/2023/json").json()
    assert told["figures"]["applications.received.total"] == 3091
