"""Chromium for the tests: Debian's own, or Playwright's where the package is only a stub.

Debian has it without a window as a package of its own: the same engine, and it opens a page in a
third of the time, because it draws no tabs and buttons round it.
"""

import os
import subprocess
from pathlib import Path

from scripts.bootstrap import apt
from scripts.bootstrap.environment import PYTHON
from scripts.bootstrap.tell import say

WINDOWLESS = Path("/usr/bin/chromium-headless-shell")
DEBIAN = Path("/usr/bin/chromium")


def prepare() -> None:
    """Make sure that a Chromium can be started, or say in one line what to install."""
    if WINDOWLESS.exists() or (_is_debian() and apt.install([WINDOWLESS.name], "browser tests")):
        return
    if DEBIAN.exists() or _playwright_has_one():
        return
    if _is_debian() and apt.install(["chromium"], "browser tests"):
        return
    if not _is_debian() and _install_playwrights():
        return
    say("browser tests cannot run until someone installs chromium: sudo apt-get install chromium")


def _is_debian() -> bool:
    """Whether the system's chromium package holds a browser; Ubuntu's only calls for a snap."""
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text().splitlines()


def _playwright_has_one() -> bool:
    asked = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as p: print(p.chromium.executable_path)"
    )
    answer = subprocess.run([PYTHON, "-c", asked], capture_output=True, text=True, check=False)
    path = answer.stdout.strip()
    return bool(path) and Path(path).exists()


def _install_playwrights() -> bool:
    say("installing Playwright's Chromium")
    extra = ["--with-deps"] if apt.as_root() is not None else []
    command = [PYTHON, "-m", "playwright", "install", *extra, "chromium"]
    return subprocess.run(command, env={**os.environ, **apt.QUIET}, check=False).returncode == 0
