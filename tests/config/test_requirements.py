"""What is installed is pinned, checked by hash, and says nothing of where it came from."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.txt", "requirements-dev.txt"]
PINNED = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==([^\s;]+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PINNED.findall((ROOT / name).read_text()))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_a_hash(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())
    assert len(entries) > 30
    assert not [entry for entry in entries if "--hash=sha256:" not in entry]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_path(lock: str) -> None:
    assert not re.findall(r"://|--(?:extra-)?index-url|--find-links|^#", (ROOT / lock).read_text())


@pytest.mark.parametrize("name", ["requirements.in", "requirements-dev.in"])
def test_a_lock_holds_what_is_asked_for(name: str) -> None:
    asked, locked = pins(name), pins(name.replace(".in", ".txt"))
    assert len(asked) > 10
    assert {package: locked.get(package.lower()) for package in asked} == asked


def test_tests_run_with_the_packages_that_are_shipped() -> None:
    shipped, tested = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {package: tested.get(package) for package in shipped} == shipped
