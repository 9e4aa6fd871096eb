"""A browser that prints."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import launched


@pytest.fixture(scope="module")
def printer() -> Iterator[Browser]:
    with launched() as browser:
        yield browser
