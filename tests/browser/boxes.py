"""What the tests of the filling page share: its boxes, and waiting for a save."""

from __future__ import annotations

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page, Request, Route, expect

PULSE = "**/pulse/"
NO_LINE = "() => { window.fetch = () => Promise.reject(new TypeError('no line')); }"
SAVED = re.compile(r"^已保存 \d\d:\d\d:\d\d$")


def box(page: Page, key: str) -> Locator:
    """The box of that key."""
    return page.locator(f'[name="{key}"]')


def typed(page: Page, values: Mapping[str, object]) -> None:
    """Types each value into its box."""
    for key, value in values.items():
        box(page, key).fill(str(value))


def saved(page: Page, *, patience: int = 15_000) -> None:
    """Waits until the page says that all is saved, at most so many milliseconds."""
    expect(page.locator("[data-save-state]")).to_have_text(SAVED, timeout=patience)


def hears_nothing(page: Page) -> None:
    """From now on the page is not told what others do; it has yet to find out by its own saves.

    The pulse that may be under way is answered first: it could still tell of what comes next.
    """
    begun: list[Request] = []

    def note(request: Request) -> None:
        begun.append(request)

    page.on("request", note)
    with page.expect_event("requestfinished", lambda one: one in begun and "/pulse/" in one.url):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.remove_listener("request", note)
    page.route(PULSE, lost)


def lost(route: Route) -> None:
    """Nothing gets through."""
    route.abort()


def cut_off(page: Page) -> None:
    """From now on nothing leaves the page, nor as it goes.

    A route goes with the page, and what was on its way or is sent at that moment may get through.
    """
    page.evaluate(NO_LINE)


def died(page: Page) -> None:
    """As by a crash: nothing more is sent, nobody is asked."""
    cut_off(page)
    page.close(run_before_unload=False)
