"""Every run of the suite has a place of its own: data, files, broker, queue and test database."""

import gc
import os
import shutil
import tempfile
from pathlib import Path

import django
import pytest
from hypothesis import settings as drawing

SANDBOX = Path(tempfile.mkdtemp(prefix="nianbao-test-"))
(SANDBOX / "static").mkdir()

# A request that a closed page left behind on PostgreSQL would hold up the emptying of its tables
# for ever: such a connection is ended, and a lock that is not had is an error, not a silence.
# Nothing of it need outlive a power cut.
PATIENCE = "-c idle_in_transaction_session_timeout=90000 -c lock_timeout=120000"
PATIENCE += " -c synchronous_commit=off"

USING = {"db", "transactional_db", "live_server"}

# Set before the settings are read, so that the processes a test starts see the same.
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
os.environ["NIANBAO_DATA"] = str(SANDBOX)
os.environ["CELERY_QUEUE"] = f"nianbao-test-{os.getpid()}"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in the test's thread
os.environ.pop("NIANBAO_PRODUCTION", None)

django.setup()

pytest_plugins = ["tests.people", "tests.processes", "tests.browser.chromium", "tests.emptying"]


def pytest_configure(config: pytest.Config) -> None:
    """Give the run what it must not share; with several processes, each a place of its own."""
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        del os.environ["DJANGO_SETTINGS_MODULE"]  # theirs are read after their own sandbox is set
    isolate()
    from django.conf import settings

    settings.DRAFT_AROUND_SECONDS = 0  # tests change what is around a draft faster than people do
    # How long an example takes depends on what else the machine does; `make bench` measures speed.
    drawing.register_profile("untimed", deadline=None)
    drawing.load_profile("untimed")


def isolate() -> None:
    """Change what a test run must not share or wait for."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    on_file = database["ENGINE"].endswith("sqlite3")
    name = str(SANDBOX / "test.sqlite3") if on_file else f"test_nianbao_{os.getpid()}"
    if not on_file:
        database["OPTIONS"]["options"] = PATIENCE
    database.setdefault("TEST", {})["NAME"] = name
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--with-database`: for a second run, on another database."""
    words = "only tests that use the database: the others are the same on every one"
    parser.addoption("--with-database", action="store_true", help=words)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what has nothing to do with the database, where that is asked for."""
    if config.getoption("with_database"):
        items[:] = [item for item in items if USING & set(getattr(item, "fixturenames", ()))]


def pytest_collection_finish() -> None:
    """Thousands of tests and their modules stay to the end: looked through for garbage no more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


def pytest_runtest_setup() -> None:
    """The pages of the last test are gone."""
    from tests.browser.traffic import OVER

    OVER.clear()


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(SANDBOX, ignore_errors=True)


@pytest.fixture
def program_environment(transactional_db: None) -> dict[str, str]:
    """The environment for a worker or command started by a test: it sees the test database."""
    return environment_now()


def environment_now() -> dict[str, str]:
    """The same, once there is a test database."""
    from django.db import connection

    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        url = f"sqlite:///{name}"
    else:
        url = os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"
    return {**os.environ, "DATABASE_URL": url}
