"""Real workers and a real sweep on the test database, for what happens between processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import pytest
from celery import current_app
from django.conf import settings
from kombu import Queue

from config import wakes

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_SECONDS = 60.0

# Waits that a person bears are cut short for tests; the proportions stay.
HASTE = {
    "NIANBAO_JOB_LEASE_SECONDS": "3",
    "NIANBAO_JOB_PICKUP_SECONDS": "1",
    "NIANBAO_JOB_RETRY_SECONDS": "0",
    "CELERY_SKIP_CHECKS": "1",
    "PYTHONDONTWRITEBYTECODE": "",
}


T = TypeVar("T")


def until(condition: Callable[[], T], seconds: float = PATIENCE_SECONDS) -> T:
    """Wait for the condition to hold and hand back what it gave."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, f"waited {seconds} s in vain"
        time.sleep(0.02)
    return found


class Started:
    """A program that runs beside the test, its output in a file."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path) -> None:
        self.log = log
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def output(self) -> str:
        return self.log.read_text(errors="replace")

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    def says(self, words: str) -> bool:
        assert self.is_running or words in self.output, self.output
        return words in self.output

    def kill(self) -> None:
        """As `kill -9` does, the whole family."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self.process.wait()


class Crew:
    """Starts workers and sweeps and remembers them, so that none outlives the test."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.environment = environment
        self.folder = folder
        self.started: list[Started] = []

    def start(self, *command: str, **environment: str) -> Started:
        log = self.folder / f"{len(self.started)}.log"
        begun = Started([sys.executable, *command], {**self.environment, **environment}, log)
        self.started.append(begun)
        return begun

    def start_worker(self) -> Started:
        solo = ["-m", "celery", "-A", "config", "worker", "-P", "solo", "--loglevel", "INFO"]
        solo += ["--without-gossip", "--without-mingle", "--hostname"]
        # RabbitMQ may still hold the name of one that was killed a moment ago.
        return self.start(*solo, f"{uuid4().hex}@test")

    def start_sweep(self) -> Started:
        return self.start("manage.py", "sweep")

    def ready(self, *begun: Started) -> None:
        """Wait until these workers and sweeps look for work."""
        for started in begun:
            until(partial(started.says, " ready"))

    @property
    def output(self) -> str:
        """What all of them have said."""
        return "\n".join(started.output for started in self.started)

    def end(self) -> None:
        for started in self.started:
            started.kill()


@contextmanager
def at_the_broker() -> Iterator[Queue]:
    """The run's own queue."""
    with current_app.connection_for_write() as connection:
        queue = current_app.amqp.queues[settings.CELERY_TASK_DEFAULT_QUEUE]
        yield queue.bind(connection.default_channel)


@pytest.fixture(scope="session", autouse=True)
def declared() -> Iterator[None]:
    """The run's own queue, gone afterwards."""
    wakes.declare_queue()
    yield
    with at_the_broker() as queue:
        queue.delete()


@pytest.fixture
def queue(declared: None) -> None:
    """The run's own queue, empty."""
    with at_the_broker() as queue:
        queue.purge()


@pytest.fixture
def crew(queue: None, program_environment: dict[str, str], tmp_path: Path) -> Iterator[Crew]:
    """Nobody yet; the test starts whom it needs."""
    mail = f"filemail:///{tmp_path / 'mail'}"
    crew = Crew({**program_environment, **HASTE, "EMAIL_URL": mail}, tmp_path)
    yield crew
    crew.end()


@pytest.fixture
def workers(crew: Crew) -> Crew:
    """A worker and a sweep at work on the test database and the run's queue."""
    crew.ready(crew.start_sweep(), crew.start_worker())
    return crew
