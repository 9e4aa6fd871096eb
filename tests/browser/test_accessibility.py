"""In chromium: axe-core finds nothing on any page, and no page moves sideways on a telephone."""

from __future__ import annotations

import pytest

from tests.access.world import ROLES, World, build
from tests.browser.axe import wrong
from tests.browser.conftest import Window
from tests.browser.tour import stops

pytestmark = [pytest.mark.browser, pytest.mark.tour, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def world(db: None) -> World:
    return build()


@pytest.mark.parametrize("role", ROLES)
def test_axe_finds_nothing_on_any_page(world: World, window_of: Window, role: str) -> None:
    page = window_of(world.people.get(role))
    paths = [stop.path for stop in stops(world) if stop.role == role]
    assert paths
    found = []
    for path in paths:
        page.goto(path)
        found += [f"{path} {words}" for words in wrong(page)]
    assert not found, "\n".join(found)


def test_the_tour_goes_to_every_page_once(world: World) -> None:
    paths = [stop.path for stop in stops(world)]
    assert len(paths) > 40
    assert {stop.role for stop in stops(world)} == set(ROLES)
