"""One chromium a module, one window a person, and pages that may not break quietly."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from agencies.models import User
from reports.rendering.fonts import SANS
from tests.browser.traffic import watched

QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]
DEBIANS = [Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium")]
CHROMIUM = next((path for path in DEBIANS if path.exists()), None)
"""Debian's; where there is none (Ubuntu has a stub elsewhere) Playwright's own is taken."""


PATIENCE = 15_000
"""Milliseconds that a page has for what is expected of it, on a machine that does much else."""
expect.set_options(timeout=PATIENCE)


class Window(Protocol):
    """Opens a window in which the person is signed in, or nobody."""

    def __call__(self, user: User | None, *, scripts: bool = True) -> Page: ...


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


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def window_of(chromium: Browser, live_server: LiveServer) -> Iterator[Window]:
    """Several people have several windows."""
    opened: list[BrowserContext] = []
    broken: list[str] = []

    def open_window(user: User | None, *, scripts: bool = True) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": 1366, "height": 768},
            java_script_enabled=scripts,
        )
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        if user:
            sign_in(context, live_server.url, user)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        return page

    with watched() as traffic:
        yield open_window
        for context in opened:
            context.close()
        traffic.wait()  # pages say good-bye when they close; PostgreSQL would lock up with them
    assert not broken


def sign_in(context: BrowserContext, url: str, user: User) -> None:
    """Give the window a session of the person's, without passing the sign-in page."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": url}])
