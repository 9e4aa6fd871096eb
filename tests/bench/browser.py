"""The filling page in chromium, served as in production: its weight, a keystroke, a slow line."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from django.conf import settings
from django.db import connection
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from agencies.models import User
from reports.models import Report
from tests.bench.goals import Goal, p95
from tests.browser.chromium import launched

ROOT = Path(__file__).resolve().parents[2]
SLOW_LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000}
SLOW_LINE |= {"uploadThroughput": 50_000}
"""Milliseconds there and back; bytes a second, that is 400 kbit/s."""
SLOWED = 4
VISITS = 7

# From the press of a key until totals and findings stand in the document.
CLOCK = """() => {
  window.keystrokes = [];
  let begun = 0;
  addEventListener("keydown", () => { begun = performance.now(); }, true);
  addEventListener("input", () => keystrokes.push(performance.now() - begun));
}"""
ARRIVED = """() => {
  const [page] = performance.getEntriesByType("navigation");
  return page.domContentLoadedEventEnd - page.responseStart;
}"""


def goals(report: Report, reporter: User, folder: Path) -> Iterator[Goal]:
    """What is measured in the page; `report` is a complete draft of the reporter's."""
    with served(folder) as url, launched() as browser:
        context = _signed_in(browser, url, reporter)
        page, address = context.new_page(), f"{url}/reports/{report.pk}/edit/"
        yield Goal("filling page, first load, all of it", _weight(page, address), 150, "kB")
        yield Goal("keystroke to totals and findings, p95", p95(_keystrokes(page)), 4, "ms")
        name = "interactive after the first byte, slow line and processor"
        yield Goal(name, median(_arrivals(page, address)), 1.5, "s")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The site as gunicorn serves it, on the database of this run; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "NIANBAO_STATIC": str(folder), "WEB_WORKERS": "1"}
    environment |= {"DATABASE_URL": _database_url(), "NIANBAO_BIND": f"127.0.0.1:{port}"}
    manage = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(manage, cwd=ROOT, env=environment, check=True)
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn"]
    command += ["--log-level", "error", "config.wsgi"]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as server:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _database_url() -> str:
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            HTTPConnection("127.0.0.1", port, timeout=5).request("GET", "/healthz?live")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the site did not start")


def _signed_in(browser: Browser, url: str, user: User) -> BrowserContext:
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": url}])
    return context


def _weight(page: Page, address: str) -> float:
    """Kilobytes that a first visit carries over the line, heads and all."""
    received: list[float] = []
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    line.detach()
    assert len(received) > 10, "the page came without its scripts"
    return sum(received) / 1000


def _keystrokes(page: Page) -> list[float]:
    """Milliseconds for a digit typed into each figure; many make an identity fail."""
    page.evaluate(CLOCK)
    boxes = page.locator("#draft .figure-box:not([readonly])")
    for number in range(boxes.count()):
        boxes.nth(number).focus()
        page.keyboard.press("7")
    assert page.locator(".finding-error").count() > 0, "no finding followed the typing"
    found: list[float] = page.evaluate("keystrokes")
    assert len(found) == boxes.count(), "not every key was heard"
    return found


def _arrivals(page: Page, address: str) -> Iterator[float]:
    """Seconds from the first byte until all scripts have run, on later visits."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.on("dialog", lambda dialog: dialog.accept())
    for _ in range(VISITS):
        page.goto(address, wait_until="load")
        yield float(page.evaluate(ARRIVED)) / 1000
    line.detach()
