"""How long a sign-in lasts: so many seconds without a person's doing, and so many in all.

A session carries two instants in Unix seconds: when it began and when a person last did something.
"""

from __future__ import annotations

import time

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

BEGAN = "signed_in_at"
SEEN = "seen_at"

COARSENESS = 15
"""Seconds by which the last doing may be stale; spares a database write at every request."""


def seconds_left(session: SessionBase) -> int:
    """Seconds until the session ends if nobody does anything; 0 when it has ended."""
    now = _now()
    idle: int = session.get(SEEN, now) + settings.SESSION_IDLE_SECONDS - now
    whole: int = session.get(BEGAN, now) + settings.SESSION_ABSOLUTE_SECONDS - now
    return max(0, min(idle, whole))


def warn_at() -> int:
    """How many seconds before the end a page begins to warn: five minutes, less if all is short."""
    return min(300, settings.SESSION_IDLE_SECONDS // 3)


def extend(session: SessionBase, *, exactly: bool = False) -> None:
    """A person did something now; the first time also begins the session."""
    now = _now()
    session.setdefault(BEGAN, now)
    if exactly or now - session.get(SEEN, 0) >= COARSENESS:
        session[SEEN] = now


def _now() -> int:
    return int(time.time())
