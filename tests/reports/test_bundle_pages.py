"""成批下载: asked for on its page, watched, downloaded whole, by the district's office alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from agencies.models import Agency, Role, User
from reports import bundling
from reports.models import Bundle
from tests.bundling.work import made, work
from tests.filing import begun, published
from tests.make import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def bundle(finance: Agency, county: Agency, office: User, reporter: User, reviewer: User) -> Bundle:
    published(begun(finance), reporter, reviewer)
    return bundling.ask(county, 2024, office)


@pytest.fixture
def client(office: User) -> Client:
    signed_in = Client()
    signed_in.force_login(office)
    return signed_in


def test_it_is_asked_for_by_year_and_reach(bundle: Bundle, client: Client) -> None:
    told = {"year": "2024", "which": "published"}
    answer = client.post("/agencies/moumou/bundles/", told)
    newest = Bundle.objects.latest("pk")
    assert answer["Location"] == f"/bundles/{newest.pk}/"
    assert (newest.published_only, newest.year) == (True, 2024)


def test_the_first_page_leads_to_it(bundle: Bundle, client: Client) -> None:
    assert 'href="/agencies/moumou/bundles/?year=2024"' in client.get("/").content.decode()


def test_progress_outlives_the_page(bundle: Bundle, client: Client) -> None:
    address = f"/bundles/{bundle.pk}/"
    for _ in range(2):
        page = client.get(address).content.decode()
        assert "正在生成文件：0/1份" in page
        assert 'data-bundle-progress="/bundles/' in page
    told = client.get(f"{address}progress/").json()
    assert (told["done"], told["total"], told["waiting"]) == (0, 1, True)
    assert client.get(f"{address}reports.zip").status_code == 404
    work()
    assert client.get(f"{address}progress/").json()["waiting"] is False
    assert "下载压缩包" in client.get(address).content.decode()


def test_the_zip_is_streamed_as_it_was_packed(bundle: Bundle, client: Client) -> None:
    made(bundle)
    answer: Any = client.get(f"/bundles/{bundle.pk}/reports.zip")
    assert answer.streaming
    data = b"".join(answer.streaming_content)
    with default_storage.open(str(bundle.file.name)) as file:
        assert data == file.read()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Cache-Control"] == "no-store, private"


def test_a_zip_that_was_changed_on_the_disk_is_not_handed_out(
    bundle: Bundle, client: Client
) -> None:
    made(bundle)
    with default_storage.open(str(bundle.file.name), "ab") as file:
        file.write(b"x")
    assert client.get(f"/bundles/{bundle.pk}/reports.zip").status_code == 500


def test_the_office_below_does_not_find_what_was_packed_above(
    bundle: Bundle, finance: Agency
) -> None:
    below = Client()
    below.force_login(make_user("below", {Role.OFFICE: finance}))
    for tail in ("", "progress/", "reports.zip"):
        assert below.get(f"/bundles/{bundle.pk}/{tail}").status_code == 404
    assert below.get("/agencies/moumou/bundles/").status_code == 404
    assert below.get("/agencies/caizheng/bundles/").status_code == 200
