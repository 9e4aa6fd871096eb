"""In chromium: axe-core finds nothing on any page, and no page moves sideways on a telephone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.access.world import World, build
from tests.browser.axe import wrong
from tests.browser.conftest import Window
from tests.browser.tour import Stop, stops

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def world(db: None) -> World:
    return build()


def test_axe_finds_nothing_on_any_page(world: World, window_of: Window) -> None:
    windows: dict[str, Page] = {}
    found: dict[Stop, list[str]] = {}
    for stop in stops(world):
        page = windows.get(stop.role) or window_of(world.people.get(stop.role))
        windows[stop.role] = page
        page.goto(stop.path)
        found[stop] = wrong(page)
    assert len(found) > 40
    told = [f"{stop.role} {stop.path} {words}" for stop in found for words in found[stop]]
    assert not told, "\n".join(told)
