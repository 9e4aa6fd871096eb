"""What `/healthz` answers a probe."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from reports.models import Heartbeat, Job
from tests.processes import ROOT

pytestmark = [pytest.mark.jobs, pytest.mark.django_db]

WITHOUT_DATABASE = """
import django
django.setup()
from django.test import Client
for path in ("/healthz", "/healthz?live"):
    answer = Client(headers={"host": "127.0.0.1"}).get(path)
    print(answer.status_code, answer.json()["live"])
"""


def silent_for(minutes: float) -> None:
    Heartbeat.objects.create(name="sweep", at=timezone.now() - timedelta(minutes=minutes))


def waiting_for(minutes: float) -> None:
    due_at = timezone.now() - timedelta(minutes=minutes)
    Job.objects.create(kind="mail", key="secret", args={"user": 1}, due_at=due_at)


def test_a_site_that_is_well_is_ready(client: Client) -> None:
    Heartbeat.beat("sweep")
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["ready"]) == (200, True)
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_site_whose_sweep_never_ran_is_not_ready(client: Client) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["sweep"] == {"ok": False, "age": None}


def test_a_site_whose_sweep_fell_silent_is_not_ready(client: Client) -> None:
    silent_for(minutes=2)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["sweep"]["age"] == pytest.approx(120, abs=5)


@pytest.mark.parametrize(("minutes", "status"), [(14, 200), (16, 503)])
def test_a_site_whose_jobs_nobody_takes_is_not_ready(
    client: Client, minutes: float, status: int
) -> None:
    Heartbeat.beat("sweep")
    waiting_for(minutes)
    answer = client.get("/healthz")
    assert answer.status_code == status
    assert answer.json()["queue"]["age"] == pytest.approx(minutes * 60, abs=5)
    assert "secret" not in answer.text


def test_a_site_without_its_database_lives_and_is_not_ready() -> None:
    environment = {**os.environ, "DATABASE_URL": "postgres://nobody:pass@127.0.0.1:1/none"}
    asked = [sys.executable, "-c", WITHOUT_DATABASE]
    answer = subprocess.run(asked, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert answer.stdout.splitlines() == [b"503 True", b"200 True"]
