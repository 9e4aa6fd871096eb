"""Requests that a page has under way when it closes: a test's database goes only after them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from django.core.signals import request_finished, request_started

QUIET, LONGEST = 0.1, 10.0
"""Seconds: without a request nobody has more to say; a server that never ends is let go."""


class Traffic:
    """Counts the requests that the server of a test is answering."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.under_way, self.last = 0, time.monotonic()

    def begun(self, **_: object) -> None:
        self._count(1)

    def done(self, **_: object) -> None:
        self._count(-1)

    def _count(self, by: int) -> None:
        with self.lock:
            self.under_way, self.last = self.under_way + by, time.monotonic()

    def wait(self) -> None:
        """Returns when nothing is under way and nothing has come for a moment."""
        self.last = time.monotonic()
        deadline = self.last + LONGEST
        while time.monotonic() < deadline:
            if self.under_way <= 0 and time.monotonic() - self.last > QUIET:
                return
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
