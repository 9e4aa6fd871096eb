"""Several hands at the same moment, each with a database connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connection

T = TypeVar("T")


def at_once(*deeds: Callable[[], T]) -> list[T | Exception]:
    """What each deed gave, or the exception it ended with, in the order of the deeds."""
    start = Barrier(len(deeds))

    def run(deed: Callable[[], T]) -> T | Exception:
        start.wait()
        try:
            return deed()
        except Exception as error:  # noqa: BLE001
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as hands:
        return list(hands.map(run, deeds))
