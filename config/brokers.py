"""What each kind of broker must be told, so that a missing one is noticed within a second."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

# Longer than the longest job: Redis hands a message out again after this many seconds.
REDIS_VISIBILITY_SECONDS = 600


def transport_options(url: str) -> dict[str, Any]:
    """Kombu's transport options for the broker at `url`: the embedded one, Redis or RabbitMQ."""
    scheme = url.partition(":")[0]
    if scheme.startswith("sqla+"):
        return {"connect_args": {"timeout": 20}}
    if scheme in {"redis", "rediss"}:
        return {
            "visibility_timeout": REDIS_VISIBILITY_SECONDS,
            "socket_connect_timeout": 0.5,
            "socket_timeout": 0.5,
            "socket_keepalive": True,
            "max_retries": 0,
        }
    if scheme in {"amqp", "amqps", "pyamqp"}:
        return {"max_retries": 0}
    raise ImproperlyConfigured("CELERY_BROKER_URL must begin with sqla+sqlite, redis or amqp")
