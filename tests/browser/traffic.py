"""Requests that a page has under way when it closes: a test's database goes only after them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, current_thread, main_thread

from django.core.signals import request_finished, request_started

LONGEST = 10.0
"""Seconds: a server that never ends is let go."""

OVER = Event()
"""Set from the end of a test's pages until the next test begins: the tables are being emptied."""


class LateError(Exception):
    """A page said good-bye after its test; PostgreSQL would lock up with it."""


def send_late_away(**_: object) -> None:
    """Nobody asks the database any more once the test is over."""
    if OVER.is_set() and current_thread() is not main_thread():
        raise LateError


request_started.connect(send_late_away, weak=False)


class Traffic:
    """Counts the requests that the server of a test is answering."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.under_way = 0

    def begun(self, **_: object) -> None:
        self._count(1)

    def done(self, **_: object) -> None:
        self._count(-1)

    def _count(self, by: int) -> None:
        with self.lock:
            self.under_way += by

    def wait(self) -> None:
        """Returns when nothing is under way; from now on nothing comes."""
        OVER.set()
        deadline = time.monotonic() + LONGEST
        while self.under_way > 0 and time.monotonic() < deadline:
            time.sleep(0.02)


@contextmanager
def watched() -> Iterator[Traffic]:
    """Counts as long as the test runs."""
    traffic = Traffic()
    request_started.connect(traffic.begun, weak=False)
    request_finished.connect(traffic.done, weak=False)
    try:
        yield traffic
    finally:
        request_started.disconnect(traffic.begun)
        request_finished.disconnect(traffic.done)
