"""The broker's part in background work: it wakes a worker, and may fail or forget at any time."""

import logging
import time

from celery import current_app
from django.conf import settings
from kombu.exceptions import OperationalError as BrokerError
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError

RUN = "reports.run"
"""The name of the task that takes the id of a job."""

logger = logging.getLogger(__name__)


class _Outage:
    """The broker cannot be reached: said once, and nobody else waits for it in the next moment."""

    SECONDS = 2.0

    def __init__(self) -> None:
        self.is_noted = False
        self.until = 0.0

    def begin(self, error: Exception) -> None:
        if not self.is_noted:
            logger.warning("broker unreachable (%s): jobs wait", type(error).__name__)
        self.is_noted = True
        self.until = time.monotonic() + self.SECONDS

    def end(self) -> None:
        self.is_noted = False

    @property
    def is_fresh(self) -> bool:
        return time.monotonic() < self.until


_outage = _Outage()


def wake(job_id: int) -> bool:
    """Tell some worker that the job is waiting; False if the broker cannot be reached.

    Takes less than a second either way, and never raises for a broker that is down.
    """
    if _outage.is_fresh:
        return False
    try:
        current_app.send_task(RUN, args=[job_id], retry=False)
    except (BrokerError, SQLAlchemyError, OSError) as error:
        _outage.begin(error)
        return False
    _outage.end()
    return True


def prepare() -> None:
    """Load what the first wake needs, without connecting: no request waits for that."""
    current_app.finalize()
    with current_app.connection_for_write() as connection:
        _ = connection.transport


def declare_queue() -> None:
    """Make the queue, so that two workers starting on an empty SQLite broker do not race for it."""
    with current_app.connection_for_write() as connection:
        queue = current_app.amqp.queues[settings.CELERY_TASK_DEFAULT_QUEUE]
        queue.bind(connection.default_channel).declare()


def is_embedded() -> bool:
    """Whether the broker is a file of this installation, not a server."""
    return str(settings.CELERY_BROKER_URL).startswith("sqla+")


def forget_delivered() -> int:
    """Delete the messages that the embedded broker keeps after handing them out; how many."""
    if not is_embedded():
        return 0
    engine = create_engine(settings.CELERY_BROKER_URL.removeprefix("sqla+"))
    try:
        if not inspect(engine).has_table("kombu_message"):
            return 0
        with engine.begin() as connection:
            return connection.execute(text("DELETE FROM kombu_message WHERE NOT visible")).rowcount
    finally:
        engine.dispose()
