"""`manage.py serve` as a person at a terminal meets it."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
from contextlib import suppress
from pathlib import Path

import pytest

from agencies.models import User
from reports.models import Job
from tests.processes import Crew, Started, until

pytestmark = pytest.mark.jobs


@pytest.fixture
def port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def asked(port: int) -> dict[str, object]:
    """What /healthz says; nothing while nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    with suppress(OSError):
        connection.request("GET", "/healthz")
        return dict(json.load(connection.getresponse()))
    return {}


def family(pid: int) -> list[int]:
    """The processes below that one."""
    with suppress(OSError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [p for child in children for p in (int(child), *family(int(child)))]
    return []


def command(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    return ""


def alive(pids: list[int]) -> list[int]:
    return [pid for pid in pids if command(pid)]


def workers_of(served: Started) -> list[int]:
    return [pid for pid in family(served.pid) if "celery" in command(pid)]


def serve(crew: Crew, port: int) -> Started:
    served = crew.start("manage.py", "serve", PORT=str(port))
    until(lambda: served.says(f"http://127.0.0.1:{port}/"))
    return served


def test_it_serves_works_mends_itself_and_ends_with_ctrl_c(
    crew: Crew, mailbox: Path, letter: Job, port: int
) -> None:
    User.objects.filter(username="li").update(is_demo=True)
    served = serve(crew, port)
    assert "li " in served.output
    assert "审核人" in served.output
    until(lambda: asked(port).get("ready"))
    until(lambda: Job.objects.filter(state=Job.State.DONE).exists())
    victim = workers_of(served)[0]
    os.kill(victim, signal.SIGKILL)
    until(lambda: victim not in workers_of(served) and len(workers_of(served)) == 2)
    everyone = family(served.pid)
    os.kill(served.pid, signal.SIGINT)
    assert served.process.wait(10) == 0
    assert not alive(everyone)


def test_it_leaves_nobody_behind_when_it_is_killed(crew: Crew, port: int) -> None:
    served = crew.start("manage.py", "serve", PORT=str(port))
    until(lambda: len(family(served.pid)) == 6)
    everyone = family(served.pid)
    os.kill(served.pid, signal.SIGKILL)
    until(lambda: not alive(everyone), seconds=10)


def test_it_says_so_when_its_port_is_taken(crew: Crew) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        taken = door.getsockname()[1]
        served = crew.start("manage.py", "serve", PORT=str(taken))
        assert served.process.wait(30) == 1
    assert f"Port {taken} is taken" in served.output
    assert "make run PORT=" in served.output
    assert "Traceback" not in served.output
