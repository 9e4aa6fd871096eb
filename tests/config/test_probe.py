"""The container's health check asks the site under a name that it answers to."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

ROOT = Path(__file__).resolve().parents[2]


def ask(bind: str, host: str) -> int:
    environment = {"NIANBAO_BIND": bind, "NIANBAO_HOSTS": host}
    command = [sys.executable, "-m", "config.probe"]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


@pytest.mark.django_db(transaction=True)
def test_the_probe_is_content_with_a_site_that_is_well(live_server: LiveServer) -> None:
    port = live_server.url.rpartition(":")[2]
    assert ask(f"0.0.0.0:{port}", "localhost") == 0


@pytest.mark.django_db(transaction=True)
def test_the_probe_complains_of_a_site_that_refuses_it(live_server: LiveServer) -> None:
    assert ask(f"0.0.0.0:{live_server.url.rpartition(':')[2]}", "elsewhere.example") == 1


def test_the_probe_complains_where_nothing_answers() -> None:
    assert ask("127.0.0.1:1", "localhost") == 1
