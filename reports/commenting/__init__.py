"""批注: what colleagues of one agency say to each other about a place of their report.

Nothing of it is ever printed or published, and nobody outside the agency learns of it.
"""

from .asking import Asked, asked_of, unanswered
from .people import RefusedError, colleagues, is_colleague, is_open
from .places import Place, places
from .standing import Talk, counts, last_said, open_by_report, open_threads, resolved_threads
from .talking import LONGEST, reopen, reply, resolve, start

__all__ = [
    "LONGEST",
    "Asked",
    "Place",
    "RefusedError",
    "Talk",
    "asked_of",
    "colleagues",
    "counts",
    "is_colleague",
    "is_open",
    "last_said",
    "open_by_report",
    "open_threads",
    "places",
    "reopen",
    "reply",
    "resolve",
    "resolved_threads",
    "start",
    "unanswered",
]
