"""A pytest plugin for runs on changed code: nothing is remembered, nothing is left to chance."""

from __future__ import annotations

import functools
import os
import sys

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
    """Of the files those tests that were asked for, those that draw many examples last."""
    asked = config.stash[ASKED]
    if asked:
        items[:] = [item for item in items if item.nodeid in asked]
    items.sort(key=lambda item: bool(item.get_closest_marker("hypothesis")))


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
