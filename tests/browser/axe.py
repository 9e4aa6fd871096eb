"""What axe-core and our own measures find wrong with a page as it is shown now."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.browser.measures import measured

DESK = ViewportSize(width=1366, height=768)
ENLARGED = ViewportSize(width=683, height=384)
"""A desk at 200 %: half as many CSS pixels each way."""

CLOSE = ViewportSize(width=320, height=256)
"""1280 × 1024 at 400 %, which 1.4.10 asks for."""

PHONE = ViewportSize(width=360, height=640)
OPTIONS: dict[str, object] = {"preload": False, "resultTypes": ["violations"]}
"""Style sheets stand in the page already; what passes is not told. Both take most of the time."""

UNCOLOURED = OPTIONS | {"rules": {"color-contrast": {"enabled": False}}}
"""Colours are the same in a narrow window, and looking at them takes most of what is left."""

AXE = {DESK["width"]: OPTIONS, PHONE["width"]: UNCOLOURED}


def wrong(page: Page, *sizes: ViewportSize) -> list[str]:
    """Every violation of any weight at a desk and on a phone; of others what is measured."""
    found = []
    for size in sizes or (DESK, ENLARGED, PHONE, CLOSE):
        page.set_viewport_size(size)
        options = AXE.get(size["width"])
        axe = _violations(page, options) if options else []
        found += [f"{size['width']}px {one}" for one in (*axe, *measured(page))]
    return found


def _violations(page: Page, options: dict[str, object]) -> list[str]:
    return [
        f"{one['id']}: {' | '.join(node['html'][:160] for node in one['nodes'])}"
        for one in Axe().run(page, options=options).response["violations"]
    ]
