"""A browser that prints."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser


@pytest.fixture
def printer(chromium: Browser) -> Browser:
    return chromium
