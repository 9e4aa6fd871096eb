"""Keeps a few programs running together: one that ends is started again, all end with this one."""

import ctypes
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

PR_SET_PDEATHSIG = 1
LONGEST_PAUSE_SECONDS = 30.0
STEADY_SECONDS = 60.0
"""A program that ran so long has earned a prompt restart."""
GRACE_SECONDS = 5.0

logger = logging.getLogger(__name__)


@dataclass
class Program:
    """One program to keep running; `files` are descriptors it inherits."""

    name: str
    command: Sequence[str]
    files: Sequence[int] = ()
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    begun_at: float = field(default=0.0, init=False)
    due_at: float = field(default=0.0, init=False)
    falls: int = field(default=0, init=False)

    def look_after(self, now: float) -> None:
        """Start it if it is time, and see whether it has ended."""
        if self.process is None:
            if now >= self.due_at:
                self._start(now)
        elif self.process.poll() is not None:
            self._note_end(now, self.process.returncode)

    def _start(self, now: float) -> None:
        self.begun_at = now
        # A session of its own: Ctrl-C reaches this process alone, which ends the others in order.
        self.process = subprocess.Popen(  # noqa: S603 our own programs
            self.command,
            pass_fds=self.files,
            start_new_session=True,
            preexec_fn=partial(die_with, os.getpid()),  # noqa: PLW1509 no threads here
        )

    def _note_end(self, now: float, status: int) -> None:
        self.kill()  # whatever it has left behind
        self.process = None
        self.falls = 0 if now - self.begun_at >= STEADY_SECONDS else self.falls + 1
        pause = min(0.5 * 2 ** max(self.falls - 1, 0), LONGEST_PAUSE_SECONDS)
        self.due_at = now + pause
        logger.warning("%s ended (%d), starts again in %.1f s", self.name, status, pause)

    def end(self) -> None:
        """Ask it to end."""
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def kill(self) -> None:
        """End it and all it has started, at once."""
        if self.process:
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                return

    @property
    def has_ended(self) -> bool:
        return self.process is None or self.process.poll() is not None


def die_with(parent: int) -> None:
    """Make the kernel end the calling process when `parent` ends, however that happens."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def supervise(
    programs: Sequence[Program], stop: threading.Event, each_turn: Callable[[], None]
) -> None:
    """Keep the programs running until `stop` is set, then end them all within seconds."""
    try:
        while not stop.is_set():
            for program in programs:
                program.look_after(time.monotonic())
            each_turn()
            stop.wait(0.2)
    finally:
        _end(programs)


def _end(programs: Sequence[Program]) -> None:
    for program in programs:
        program.end()
    deadline = time.monotonic() + GRACE_SECONDS
    while time.monotonic() < deadline and not all(program.has_ended for program in programs):
        time.sleep(0.05)
    for program in programs:
        program.kill()
        if program.process:
            program.process.wait()
