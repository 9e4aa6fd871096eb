"""Windows of the tests' browser, lent to one test after another as if they were new.

A new one would fetch and read every script and style sheet again, which takes most of the time of
a page; a used one has them still, and nothing else: no cookies, nothing kept aside, no permission.
"""

from __future__ import annotations

from django.contrib.staticfiles import handlers
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.http import FileResponse, HttpRequest, HttpResponse
from playwright.sync_api import Browser, BrowserContext, Page

PATIENCE = 15_000
"""Milliseconds that a page has for what is expected of it, on a machine that does much else."""


class KeptFiles(StaticFilesHandler):
    """A script or style sheet does not change while the tests run: it is asked for once."""

    def serve(self, request: HttpRequest) -> HttpResponse | FileResponse:
        response = super().serve(request)
        response["Cache-Control"] = "max-age=86400, immutable"
        return response


handlers.StaticFilesHandler = KeptFiles  # type: ignore[misc] # live_server has no other place


class Windows:
    """Those that nobody has at the moment, with the pages of one server."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser = browser
        self.url = url
        self.idle: dict[bool, list[BrowserContext]] = {True: [], False: []}
        self.lent: dict[BrowserContext, bool] = {}

    def open(self, *, scripts: bool = True) -> Page:
        """An empty page in a window of its own, in which scripts run or not."""
        idle = self.idle[scripts]
        context = idle.pop() if idle else self._new(scripts)
        self.lent[context] = scripts
        page = context.new_page()
        self._forget(page)
        return page

    def give_back(self) -> None:
        """Closes the pages of all that are lent: nobody looks at them any more."""
        for context, scripts in self.lent.items():
            for page in context.pages:
                page.close()
            context.clear_cookies()
            context.clear_permissions()
            context.set_offline(False)
            self.idle[scripts].append(context)
        self.lent.clear()

    def _new(self, scripts: bool) -> BrowserContext:
        context = self.browser.new_context(
            base_url=self.url,
            viewport={"width": 1366, "height": 768},
            java_script_enabled=scripts,
        )
        context.set_default_timeout(PATIENCE)
        return context

    def _forget(self, page: Page) -> None:
        """What the pages of an earlier test kept aside; a page is needed to say so."""
        devtools = page.context.new_cdp_session(page)
        devtools.send("Storage.clearDataForOrigin", {"origin": self.url, "storageTypes": "all"})
        devtools.detach()
