"""Reads settings from the environment and says clearly what is wrong with one."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()


def flag(name: str, default: bool = False) -> bool:
    """A yes or no: 1/0, true/false, yes/no, on/off. Anything else is refused."""
    raw = os.environ.get(name, "").strip().lower()
    if raw in {"1", "true", "yes", "on"}:
        return True
    if raw in {"0", "false", "no", "off"}:
        return False
    if raw == "":
        return default
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {raw!r}")


def number(name: str, default: int, *, least: int = 0) -> int:
    """A whole number of at least `least`."""
    raw = os.environ.get(name, "").strip()
    if raw == "":
        return default
    if not raw.isascii() or not raw.isdigit() or int(raw) < least:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} up, not {raw!r}")
    return int(raw)


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas; empty entries are dropped."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def required(name: str) -> str:
    """A value that production cannot do without."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} must be set when NIANBAO_PRODUCTION=1")
    return value


def kept_secret(path: Path) -> str:
    """The secret kept in `path`; made on the first call, readable by its owner alone.

    Two processes that start together agree: the file appears whole (a link to a finished one) or
    not at all, and whoever comes second reads what the first has written.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()


def database(url: str, *, pool: int) -> dict[str, Any]:
    """Django's description of the database at `url` (SQLite or PostgreSQL).

    `pool` is the most connections one process keeps open, on PostgreSQL; 0 opens one a request.
    """
    described: dict[str, Any] = environ.Env.db_url_config(url)
    engine = described.get("ENGINE")
    described["CONN_MAX_AGE"] = 0
    if engine == "django.db.backends.sqlite3":
        described["OPTIONS"] = SQLITE_OPTIONS
    elif engine == "django.db.backends.postgresql":
        described["OPTIONS"] = {"pool": {"min_size": 1, "max_size": pool}} if pool else {}
    else:
        raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:/// or postgres://")
    return described


# One writer at a time, told apart before it writes: waiting, never "database is locked".
SQLITE_OPTIONS: Mapping[str, Any] = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
    ),
}
