"""One window a person, and pages that may not break quietly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from agencies.models import Agency, User
from reports.models import Report
from tests.browser.traffic import watched
from tests.browser.windows import PATIENCE, Windows
from tests.filing import begun

expect.set_options(timeout=PATIENCE)


class Window(Protocol):
    """Opens a window in which the person is signed in, or nobody."""

    def __call__(self, user: User | None, *, scripts: bool = True) -> Page: ...


@pytest.fixture(scope="session")
def windows(chromium: Browser, live_server: LiveServer) -> Windows:
    return Windows(chromium, live_server.url)


@pytest.fixture
def window_of(windows: Windows) -> Iterator[Window]:
    """Several people have several windows."""
    broken: list[str] = []

    def open_window(user: User | None, *, scripts: bool = True) -> Page:
        page = windows.open(scripts=scripts)
        if user:
            sign_in(page.context, windows.url, user)
        page.on("pageerror", lambda error: broken.append(str(error)))
        return page

    with watched() as traffic:
        yield open_window
        windows.give_back()
        traffic.wait()  # pages say good-bye when they close; PostgreSQL would lock up with them
    assert not broken


@pytest.fixture
def report(finance: Agency) -> Report:
    """A blank draft."""
    return begun(finance)


@pytest.fixture
def page(window_of: Window, reporter: User, report: Report) -> Page:
    """The draft's filling page, opened by its 填报人."""
    opened = window_of(reporter)
    opened.goto(f"/reports/{report.pk}/edit/")
    return opened


def sign_in(context: BrowserContext, url: str, user: User) -> None:
    """Give the window a session of the person's, without passing the sign-in page."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": url}])
