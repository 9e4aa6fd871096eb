"""How Gunicorn serves the site: two processes of four threads, each renewed before it grows old."""

from typing import Any

from config.environment import number, words
from config.supervisor import die_with

bind = words("NIANBAO_BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = number("WEB_WORKERS", 2, least=1)
threads = number("WEB_THREADS", 4, least=1)
max_requests = 2000
max_requests_jitter = 400
timeout = 60
graceful_timeout = 20
keepalive = 5
worker_tmp_dir = "/dev/shm"  # noqa: S108 heartbeats in memory, not on a disk that may be full
control_socket_disable = True


def post_fork(server: Any, worker: Any) -> None:
    """A process whose master is gone serves nobody and holds the port no longer."""
    die_with(server.pid)


def post_worker_init(worker: Any) -> None:
    """Learn what the fonts can print before anybody waits for it: reading them takes 0.2 s."""
    from reports.rendering import fonts

    fonts.can_tell()
