"""docker-compose.yml and the Dockerfile name only what exists: commands, variables, checks."""

import importlib
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import get_commands
from django.urls import resolve

from config import probe
from scripts.bootstrap.libraries import LIBRARIES

ROOT = Path(__file__).resolve().parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"] == "nianbao"}
DOCKERFILE = (ROOT / "Dockerfile").read_text()
CONFIG = "".join(path.read_text() for path in sorted((ROOT / "config").glob("*.py")))


def command_exists(words: list[str]) -> bool:
    match words:
        case ["python", "manage.py", name, *_]:
            return name in get_commands()
        case ["python", "-m", module, *_]:
            return hasattr(importlib.import_module(module), "main")
        case ["gunicorn", "--config", config, module]:
            importlib.import_module(config.removeprefix("python:"))
            return (ROOT / (module.replace(".", "/") + ".py")).is_file()
        case ["celery", "-A", module, "worker" | "inspect", *_]:
            return hasattr(importlib.import_module(module), "celery_app")
    return False


def health_command(service: dict[str, Any]) -> list[str]:
    kind, *words = service["healthcheck"]["test"]
    return shlex.split(words[0]) if kind == "CMD-SHELL" else words


def test_the_parts_of_an_installation_are_there() -> None:
    assert {"migrate", "web", "worker", "sweep"} == set(OURS)
    assert {"postgres", "redis", "rabbitmq"} == set(SERVICES) - set(OURS)
    assert [SERVICES[name]["profiles"] for name in ("redis", "rabbitmq")] == [
        ["redis"],
        ["rabbitmq"],
    ]


@pytest.mark.parametrize("name", list(OURS))
def test_the_command_of_a_service_exists(name: str) -> None:
    assert command_exists(OURS[name]["command"])


def test_the_image_starts_what_the_web_service_starts() -> None:
    words = re.search(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)
    assert words is not None
    assert yaml.safe_load(words[1]) == OURS["web"]["command"]


@pytest.mark.parametrize("name", list(OURS))
def test_every_variable_of_a_service_is_read_by_the_program(name: str) -> None:
    assert OURS[name]["environment"]
    assert not [variable for variable in OURS[name]["environment"] if variable not in CONFIG]


def test_every_variable_of_the_image_is_read_by_the_program() -> None:
    block = re.search(r"^ENV ((?:.*\\\n)*.*)$", DOCKERFILE, re.MULTILINE)
    assert block is not None
    names = re.findall(r"(\w+)=", block[1])
    assert "NIANBAO_DATA" in names
    assert not [n for n in names if n not in CONFIG and not n.startswith("PYTHON")]


@pytest.mark.parametrize("name", [name for name in OURS if "healthcheck" in OURS[name]])
def test_the_health_check_of_our_services_exists(name: str) -> None:
    assert command_exists(health_command(OURS[name]))


@pytest.mark.parametrize(
    ("name", "program"),
    [("postgres", "pg_isready"), ("redis", "redis-cli"), ("rabbitmq", "rabbitmq-diagnostics")],
)
def test_servers_are_asked_by_their_own_tools(name: str, program: str) -> None:
    assert health_command(SERVICES[name])[0] == program


def test_the_probe_asks_an_address_of_the_site() -> None:
    assert resolve(probe.PATH.partition("?")[0])


def test_everything_waits_for_the_tables_and_shares_the_files() -> None:
    for name in ("web", "worker", "sweep"):
        waits = OURS[name]["depends_on"]["migrate"]
        assert waits == {"condition": "service_completed_successfully"}
        assert OURS[name]["volumes"] == ["files:/data"]
    assert "files" in COMPOSE["volumes"]


def test_secrets_come_from_outside() -> None:
    environment = OURS["web"]["environment"]
    assert environment["NIANBAO_SECRET_KEY"].startswith("${NIANBAO_SECRET_KEY:?")
    assert "${POSTGRES_PASSWORD:?" in environment["DATABASE_URL"]


def test_the_image_holds_every_library_that_draws_pdf_and_runs_as_nobody_special() -> None:
    wanted = set(LIBRARIES.values()) - {"libglib2.0-0"}  # comes with pango
    assert not [package for package in wanted if package not in DOCKERFILE]
    assert re.findall(r"^USER (\w+)$", DOCKERFILE, re.MULTILINE) == ["nianbao"]


def test_everything_copied_into_the_image_is_there_and_let_through() -> None:
    let_through = (ROOT / ".dockerignore").read_text().split()
    copied = re.findall(r"^COPY (?!--from)(\S+) \S+$", DOCKERFILE, re.MULTILINE)
    assert "config" in copied
    assert all((ROOT / path).exists() and f"!{path}" in let_through for path in copied)
