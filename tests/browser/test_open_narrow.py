"""In chromium: on a telephone the public list shows its files without moving sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from agencies.models import Agency, User
from tests.filing import begun, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_every_file_of_the_list_is_within_reach_on_a_telephone(
    chromium: Browser, live_server: LiveServer, finance: Agency, reporter: User, reviewer: User
) -> None:
    published(begun(finance), reporter, reviewer)
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{live_server.url}/open/")
    for name in ("Word", "PDF"):
        file = page.get_by_role("link", name=name)
        expect(file).to_be_visible()
        place = file.bounding_box()
        assert place
        assert place["x"] + place["width"] <= 360
    page.close()
