"""`python -m tests.bench.saving`: milliseconds of server time for saves of one cell, as JSON.

A process of its own, because one process knows one database; DATABASE_URL says which.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from urllib.parse import urlsplit

from tests.bench.goals import Goal

SAVES = 120
MOST_MS = 15
POSTGRES = os.environ.get("CI_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/test")


def main() -> None:
    """Saves one figure of a complete draft again and again."""
    from tests.bench.__main__ import database
    from tests.bench.subject import subject
    from tests.bench.timing import Contestant, compete

    with database():
        from tests.bench import web

        save = Contestant("save", web.acts(subject())[1])
        compete([save], SAVES)
    print(json.dumps([seconds * 1e3 for seconds in save.seconds]))


def goals() -> Iterator[Goal]:
    """The median save on each engine that answers here."""
    yield Goal("save of one cell, SQLite", median(_measured(None)), MOST_MS, "ms")
    if _answers(POSTGRES):
        yield Goal("save of one cell, PostgreSQL", median(_measured(POSTGRES)), MOST_MS, "ms")
    else:
        print("PostgreSQL does not answer: CI_DATABASE_URL", file=sys.stderr)


def _measured(url: str | None) -> list[float]:
    own = ("DATABASE_URL", "NIANBAO_DATA", "CELERY_QUEUE")
    environment = {name: value for name, value in os.environ.items() if name not in own}
    environment |= {"DATABASE_URL": url} if url else {}
    command = [sys.executable, "-m", "tests.bench.saving"]
    ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    found: list[float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def _answers(url: str) -> bool:
    parts = urlsplit(url)
    try:
        socket.create_connection((parts.hostname, parts.port or 5432), timeout=2).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
