"""`manage.py serve`: the whole site on one machine, web and background work, until Ctrl-C."""

import http.client
import os
import signal
import socket
import sys
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agencies.models import Membership
from config import wakes
from config.checks import refuse_demo_accounts
from config.environment import number
from config.supervisor import Program, die_with, supervise

HOST = "127.0.0.1"
WORKERS = 2


class Command(BaseCommand):
    """Starts the web server, two workers and the sweep, and starts again whichever dies."""

    help = "Serves on 127.0.0.1 (PORT, 8000) with background work; Ctrl-C ends all."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=None, help="instead of PORT")

    def handle(self, *args: Any, port: int | None = None, **options: Any) -> None:
        if "MAKELEVEL" in os.environ:  # started by make: ends with it
            die_with(os.getppid())
        refuse_demo_accounts()
        stop = threading.Event()
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, lambda *_: stop.set())
        with _door(port or number("PORT", 8000, least=1)) as door:
            if wakes.is_embedded():
                wakes.declare_queue()
            announcement = _Announcement(self, door.getsockname()[1])
            supervise(_programs(door), stop, announcement)


def _door(port: int) -> socket.socket:
    """The listening socket. It stays open while the web server restarts: nobody is turned away."""
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((HOST, port))
        door.listen(256)
    except OSError as error:
        door.close()
        raise CommandError(
            f"Port {port} is taken or not allowed ({error.strerror}). "
            f"Another one: make run PORT={port + 1 if port < 65535 else 8000}"
        ) from error
    return door


def _programs(door: socket.socket) -> list[Program]:
    python = sys.executable
    web = [python, "-m", "gunicorn", "--config", "python:config.gunicorn"]
    web += ["--bind", f"fd://{door.fileno()}", "--log-level", "warning", "config.wsgi"]
    worker = [python, "-W", "ignore:You're running the worker with superuser"]
    worker += ["-m", "celery", "--quiet", "-A", "config", "worker", "-P", "solo"]
    # What goes as it should would hide the address.
    worker += ["--loglevel", "WARNING", "--without-gossip", "--without-mingle"]
    return [
        Program("web", web, files=[door.fileno()]),
        *(
            Program(f"worker {turn}", [*worker, "--hostname", f"{turn}@{os.getpid()}"])
            for turn in range(1, WORKERS + 1)
        ),
        Program("sweep", [python, "manage.py", "sweep", "--verbosity", "0"]),
    ]


class _Announcement:
    """Says once, when the web server answers, where it is and who may sign in."""

    def __init__(self, command: BaseCommand, port: int) -> None:
        self.command = command
        self.port = port
        self.is_made = False

    def __call__(self) -> None:
        if not self.is_made and _answers(self.port):
            self.is_made = True
            self.command.stdout.write("\n".join(self._lines()) + "\n")
            self.command.stdout.flush()

    def _lines(self) -> list[str]:
        return [
            "",
            f"  http://{HOST}:{self.port}/",
            *_demo_accounts(),
            "",
            "  Ctrl-C ends all.",
            "",
        ]


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=0.2)
    try:
        connection.request("GET", "/healthz?live")
        return connection.getresponse().status > 0
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _demo_accounts() -> list[str]:
    """A line for each demo account and its roles; nothing without a demo district.

    Whoever has another password by now, his own or a one-time one, is left out.
    """
    held = Membership.objects.filter(user__is_demo=True, user__is_active=True)
    held = held.exclude(user__password__startswith="!")  # noqa: S106 those who never sign in
    held = held.filter(user__must_change_password=False, user__password_changed_at=None)
    lines = [
        f"  {of.user.username:<10} {of.user.name}  {of.get_role_display()}  {of.agency}"
        for of in held.select_related("user", "agency").order_by("user__joined_at", "user")
    ]
    password = os.environ.get("DEMO_PASSWORD") or "nianbao-demo"
    return ["", f"  Demo accounts, password {password}:", *lines] if lines else []
