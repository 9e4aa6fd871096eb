"""Settings are read from the environment; production refuses to start half prepared."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "NIANBAO_PRODUCTION": "1",
    "NIANBAO_SECRET_KEY": "0123456789" * 6,
    "NIANBAO_HOSTS": "nianbao.example",
}


def run(code: str, data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("NIANBAO", "CELERY"))}
    inherited.pop("DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, "-c", f"from config import settings\n{code}"],
        env={**inherited, "NIANBAO_DATA": str(data), **environment},
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def read(name: str, data: Path, **environment: str) -> str:
    done = run(f"print(settings.{name})", data, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_production_starts_when_all_is_given(tmp_path: Path) -> None:
    assert read("PRODUCTION", tmp_path, **GOOD) == "True"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"NIANBAO_SECRET_KEY": ""}, "NIANBAO_SECRET_KEY must be set"),
        ({"NIANBAO_SECRET_KEY": "short"}, "at least 50 characters"),
        ({"NIANBAO_HOSTS": ""}, "NIANBAO_HOSTS must name the site"),
        ({"NIANBAO_DEBUG": "1"}, "NIANBAO_DEBUG must be off"),
        ({"NIANBAO_PRODUCTION": "maybe"}, "NIANBAO_PRODUCTION must be 1 or 0"),
        ({"DATABASE_POOL": "-1"}, "DATABASE_POOL must be a whole number"),
        ({"DATABASE_URL": "mysql://root@127.0.0.1/x"}, "DATABASE_URL must begin with"),
        ({"DATABASE_URL": "garbage"}, "DATABASE_URL must begin with"),
        ({"CELERY_BROKER_URL": "filesystem://"}, "CELERY_BROKER_URL must begin with"),
    ],
)
def test_production_refuses(change: dict[str, str], complaint: str, tmp_path: Path) -> None:
    done = run("", tmp_path, **GOOD | change)
    assert done.returncode != 0
    assert complaint in done.stderr.splitlines()[-1]


def test_production_keeps_cookies_to_tls_and_to_this_host(tmp_path: Path) -> None:
    assert read("SESSION_COOKIE_NAME", tmp_path, **GOOD).startswith("__Host-")
    assert read("CSRF_COOKIE_NAME", tmp_path, **GOOD).startswith("__Host-")
    assert read("SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE", tmp_path, **GOOD) == "True"


def test_the_embedded_secret_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    first, second = read("SECRET_KEY", tmp_path), read("SECRET_KEY", tmp_path)
    assert first == second
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_what_the_program_writes_is_closed_to_other_users(tmp_path: Path) -> None:
    read("DATA_DIR", tmp_path / "var")
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


def test_the_embedded_default_needs_no_server(tmp_path: Path) -> None:
    assert read("DATABASES['default']['ENGINE']", tmp_path).endswith("sqlite3")
    assert read("CELERY_BROKER_URL", tmp_path) == f"sqla+sqlite:///{tmp_path / 'broker.sqlite3'}"


def test_postgresql_uses_a_pool_where_one_is_asked_for(tmp_path: Path) -> None:
    url = {"DATABASE_URL": "postgres://me@db/nianbao"}
    assert read("DATABASES['default']['OPTIONS']", tmp_path, **url) == "{}"
    pooled = read("DATABASES['default']['OPTIONS']", tmp_path, **url, DATABASE_POOL="4")
    assert pooled == "{'pool': {'min_size': 1, 'max_size': 4}}"


def test_no_script_or_style_may_stand_inline() -> None:
    from django.conf import settings

    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert policy["script-src"] == policy["style-src"] == ["'self'"]
    assert policy["object-src"] == policy["frame-ancestors"] == ["'none'"]
