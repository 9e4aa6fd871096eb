"""Debian's chromium without a window: one for all tests of a process."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Browser, sync_playwright

from reports.rendering.fonts import SANS

QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]
DEBIANS = [Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium")]
CHROMIUM = next((path for path in DEBIANS if path.exists()), None)
"""Debian's; where there is none (Ubuntu has a stub elsewhere) Playwright's own is taken."""

# Tasks that Playwright leaves behind are named at any time, in the middle of another test's output.
logging.getLogger("asyncio").setLevel(logging.CRITICAL)

FONTS = """<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{folder}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""
"""A bare machine has no Chinese face: its pages would be laid out and printed in empty boxes."""


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium, as long as it is needed, with the faces of the font package."""
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        fonts = Path(folder) / "fonts.conf"
        fonts.write_text(FONTS.format(folder=SANS.path.parent, cache=folder))
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            chromium_sandbox=False,
            args=QUIET,
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser
