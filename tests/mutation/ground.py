"""The copy of the project in which mutmut works: the family's modules bare, its settings beside."""

from __future__ import annotations

import json
import shutil
from fnmatch import fnmatch
from pathlib import Path

from tests.mutation.bare import bare
from tests.mutation.families import Family

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("docs", "tests")
_WITHOUT = ("django", "cacheprovider", "unraisableexception", "threadexception")
"""Plugins that are of no use here; starting them would take longer than the tests."""
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "node_modules", "images", "*.pyc")


def prepare(family: Family, folder: Path) -> None:
    """Makes the folder anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("reports", *COPIED):
        copy(ROOT / name, folder / name)
    for path in sorted((folder / "reports").rglob("*.py")):
        if chosen(family, path.relative_to(folder)):
            path.write_text(bare(path.read_text()))
    shutil.copy(Path(__file__).parent / "cold.py", folder / "tests" / "conftest.py")
    project = (ROOT / "pyproject.toml").read_text()
    (folder / "pyproject.toml").write_text(f"{project}\n{settings(family)}")


def copy(source: Path, target: Path) -> None:
    """A file, or a folder without what no test of a family reads."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=_LEFT_OUT)
    else:
        shutil.copy2(source, target)


def chosen(family: Family, path: Path) -> bool:
    """Whether the family has the module."""
    return any(fnmatch(str(path), pattern) for pattern in family.sources)


def settings(family: Family) -> str:
    """What mutmut is to do, for pyproject.toml.

    Each change gets a process that has only collected the tests, so that it meets no result that
    the unchanged code has left.
    """
    values: dict[str, object] = {
        "source_paths": ["reports"],
        "only_mutate": family.sources,
        "also_copy": COPIED,
        "pytest_add_cli_args": [f"-pno:{name}" for name in _WITHOUT],
        "pytest_add_cli_args_test_selection": family.tests,
        "process_isolation": "forkserver",
        "use_git_change_detection": False,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in values.items()]
    return "\n".join(["[tool.mutmut]", *lines, ""])
