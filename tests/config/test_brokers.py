"""A broker that is down is noticed within a second; one of an unknown kind is refused."""

import time

import pytest
from celery import Celery
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from kombu.exceptions import OperationalError

from config.brokers import REDIS_VISIBILITY_SECONDS, transport_options

DOWN = ["redis://127.0.0.1:1/0", "amqp://guest:guest@127.0.0.1:1//"]


@pytest.mark.parametrize("url", DOWN)
def test_publishing_to_a_broker_that_is_down_fails_within_a_second(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CELERY_BROKER_URL", raising=False)  # Celery would prefer it
    program = Celery(broker=url, set_as_current=False)
    program.conf.broker_transport_options = transport_options(url)
    program.conf.broker_connection_timeout = settings.CELERY_BROKER_CONNECTION_TIMEOUT
    began = time.monotonic()
    with pytest.raises((OperationalError, OSError)):
        program.send_task("nobody.listens", retry=settings.CELERY_TASK_PUBLISH_RETRY)
    assert time.monotonic() - began < 1


def test_redis_hands_a_message_out_again_after_the_longest_job() -> None:
    options = transport_options("redis://127.0.0.1/0")
    assert options["visibility_timeout"] == REDIS_VISIBILITY_SECONDS == 600


@pytest.mark.parametrize("url", ["filesystem://", "memory://", "sqs://", ""])
def test_other_brokers_are_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        transport_options(url)


def test_a_worker_confirms_late_and_keeps_no_results() -> None:
    assert settings.CELERY_TASK_ACKS_LATE
    assert settings.CELERY_TASK_REJECT_ON_WORKER_LOST
    assert settings.CELERY_TASK_IGNORE_RESULT
    assert settings.CELERY_WORKER_PREFETCH_MULTIPLIER == 1
