"""What the tests of the tables as a spreadsheet share: boxes by row and column, keys, clipboard."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.boxes import box


def at(page: Page, row: str, column: str) -> Locator:
    """A box of the table of applications."""
    return box(page, f"applications.{row}.{column}")


def stand(page: Page, key: str) -> Locator:
    """Goes to the box of that key from elsewhere, by one press of the mouse."""
    page.evaluate("document.activeElement.blur()")
    here = box(page, key)
    here.click()
    expect(here).to_be_focused()
    return here


def press(page: Page, *keys: str) -> None:
    """Presses the keys one after another."""
    for key in keys:
        page.keyboard.press(key)


def picked(page: Page) -> list[str]:
    """The keys of the boxes marked as selected, in reading order."""
    keys: list[str] = page.locator("td.is-picked input").evaluate_all("all => all.map(e => e.name)")
    return keys


def clipboard(page: Page, kind: str) -> str:
    """What the clipboard holds as that MIME type, as this browser keeps it."""
    text: str = page.evaluate(
        """async kind => {
            const [item] = await navigator.clipboard.read();
            return (await item.getType(kind)).text();
        }""",
        kind,
    )
    return text
