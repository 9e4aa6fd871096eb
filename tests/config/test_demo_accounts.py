"""A public installation does not start while accounts of the demo district exist."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from agencies.models import User
from config.checks import check_demo_accounts, refuse_demo_accounts

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "NIANBAO_PRODUCTION": "1",
    "NIANBAO_SECRET_KEY": "0123456789" * 6,
    "NIANBAO_HOSTS": "nianbao.example",
}
STARTS = {
    "web": ["-c", "import config.wsgi"],
    "worker": ["-m", "celery", "-A", "config", "worker", "-P", "solo", "--loglevel", "ERROR"],
    "check": ["manage.py", "check", "--database", "default"],
}


def start(what: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *STARTS[what]], cwd=ROOT, env={**environment, **PRODUCTION},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize("what", list(STARTS))
def test_production_does_not_start_with_demo_accounts(
    what: str, program_environment: dict[str, str]
) -> None:
    User.objects.create(username="tianbao", is_demo=True)
    done = start(what, program_environment)
    assert done.returncode != 0
    assert "Demo accounts are present" in done.stderr + done.stdout


@pytest.mark.parametrize("what", ["web", "check"])
def test_production_starts_without_demo_accounts(
    what: str, program_environment: dict[str, str]
) -> None:
    User.objects.create(username="wang")
    done = start(what, program_environment)
    assert done.returncode == 0, done.stderr


@pytest.mark.django_db
def test_the_embedded_default_may_have_demo_accounts() -> None:
    User.objects.create(username="tianbao", is_demo=True)
    refuse_demo_accounts()
    assert check_demo_accounts(databases=["default"]) == []


@pytest.mark.django_db
def test_the_refusal_rests_on_the_mark_alone(settings: Settings) -> None:
    settings.PRODUCTION = True
    person = User.objects.create(username="tianbao")
    refuse_demo_accounts()
    User.objects.filter(pk=person.pk).update(is_demo=True)
    with pytest.raises(ImproperlyConfigured):
        refuse_demo_accounts()
