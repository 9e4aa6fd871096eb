"""`manage.py sweep`: looks after jobs that nobody took up, and clears away what has served."""

import logging
import signal
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.files.storage import storages
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, connection
from django.utils import timezone
from sqlalchemy.exc import SQLAlchemyError

from config import wakes
from config.checks import refuse_demo_accounts
from config.storage import WholeFiles
from reports import bundling, jobs, receiving, registering
from reports.drafting import presence
from reports.models import Heartbeat, Save

SAVES_KEPT = timedelta(days=7)
"""A page that retries a save later than this has been closed for long."""

logger = logging.getLogger(__name__)


def beat() -> None:
    """Show that the loop is alive."""
    Heartbeat.beat("sweep")


def tidy() -> None:
    """Delete what nobody will ask for again: answers to saves, wakes, sessions, half files, files
    that were given in too long ago, and old zips.
    """
    receiving.forget_old()
    bundling.forget_old()
    Save.objects.filter(at__lt=timezone.now() - SAVES_KEPT).delete()
    wakes.forget_delivered()
    call_command("clearsessions")
    if isinstance(files := storages["default"], WholeFiles):
        files.forget_unfinished()


TURNS: list[tuple[float, Callable[[], object]]] = [
    (1.0, jobs.sweep),
    (5.0, beat),
    (60.0, presence.forget_closed),
    (60.0, receiving.go_on_everywhere),
    (60.0, bundling.go_on_everywhere),
    (600.0, registering.forget_uncounted),
    (24 * 3600.0, tidy),
]
"""What is done, and every how many seconds."""


class Command(BaseCommand):
    """A loop of its own, so that it waits behind no work; run one, two do no harm."""

    help = "Wakes workers for jobs that were not taken up, and tidies; --once: a single round."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="one round, then end")

    def handle(self, *args: Any, once: bool = False, **options: Any) -> None:
        refuse_demo_accounts()
        if once:
            for _, turn in TURNS:
                turn()
            return
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        if options["verbosity"]:
            logger.info("sweep ready")
        _turn_until(stop)


def _turn_until(stop: threading.Event) -> None:
    due = [0.0] * len(TURNS)
    while not stop.wait(0.2):
        for index, (seconds, turn) in enumerate(TURNS):
            if time.monotonic() >= due[index]:
                _attempt(turn)
                due[index] = time.monotonic() + seconds


def _attempt(turn: Callable[[], object]) -> None:
    """Take one turn; a database that is away for a while ends the turn, not the loop."""
    try:
        turn()
    except (DatabaseError, SQLAlchemyError, OSError) as error:
        logger.warning("sweep could not %s: %s", turn.__name__, type(error).__name__)
    finally:
        connection.close()
