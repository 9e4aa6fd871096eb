"""Two hands on the tree at the same moment: one waits for the other, and no circle comes of it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from agencies.models import Agency
from agencies.tree import move, plant
from tests.make import make_agency

pytestmark = pytest.mark.django_db(transaction=True)


def _at_once(*deeds: Callable[[], object]) -> list[str]:
    start = Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> str:
        start.wait()
        try:
            deed()
        except ValueError:
            return "refused"
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as hands:
        return sorted(hands.map(run, deeds))


def test_two_moves_that_cross_never_close_a_circle() -> None:
    root = make_agency("gen")
    left, right = make_agency("zuo", parent=root), make_agency("you", parent=root)
    told = _at_once(lambda: move(left, right), lambda: move(right, left))
    assert told == ["done", "refused"]
    paths = {agency.slug: agency.path for agency in Agency.objects.all()}
    assert sorted(path.count("/") for path in paths.values()) == [1, 2, 3]


def test_planting_while_the_parent_moves_leaves_every_path_true() -> None:
    root = make_agency("gen")
    left, right = make_agency("zuo", parent=root), make_agency("you", parent=root)
    _at_once(lambda: move(left, right), *(_planting(left, number) for number in range(4)))
    for agency in Agency.objects.exclude(parent=None).select_related("parent"):
        assert agency.parent
        assert agency.path == f"{agency.parent.path}{agency.slug}/"


def _planting(parent: Agency, number: int) -> Callable[[], Agency]:
    return lambda: plant(parent, f"第{number}科", f"ke-{number}")
