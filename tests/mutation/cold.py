"""A pytest plugin for runs on changed code: nothing is remembered, nothing is left to chance."""

from __future__ import annotations

import functools
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import Phase, settings

ASKED = pytest.StashKey[set[str]]()


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """The same examples every time; the first that fails is enough.

    mutmut names single tests on the command line, where pytest does not find again what has odd
    parameters: whole files are collected instead.
    """
    config.stash[ASKED] = {name for name in config.args if "::" in name}
    config.args = sorted({name.partition("::")[0] for name in config.args})
    phases = [Phase.explicit, Phase.generate]
    settings.register_profile(
        "mutation", deadline=None, derandomize=True, database=None, phases=phases, max_examples=25
    )
    settings.load_profile("mutation")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of the files those tests that were asked for; the quicker ones first, for one that fails is
    enough.
    """
    asked = config.stash[ASKED]
    if asked:
        items[:] = [item for item in items if item.nodeid in asked]
    taken = _taken()
    items.sort(key=lambda item: taken.get(item.nodeid, 0.0))


def _taken() -> dict[str, float]:
    """The seconds of each test on the unchanged code, as mutmut noted them."""
    noted = Path("mutmut-stats.json")
    taken: dict[str, float] = (
        json.loads(noted.read_text())["duration_by_test"] if noted.exists() else {}
    )
    return taken


def pytest_sessionstart() -> None:
    """What the unchanged code computed while the tests were collected is forgotten."""
    forget()


def pytest_runtest_setup() -> None:
    """Nor may a test, while mutmut notes what it runs, find done what another has done."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        forget()


def forget() -> None:
    """Empties every cache of the project."""
    for name, module in list(sys.modules.items()):
        if name.startswith("reports."):
            for found in vars(module).values():
                if isinstance(found, functools._lru_cache_wrapper):
                    found.cache_clear()
