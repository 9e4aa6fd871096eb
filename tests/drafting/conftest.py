"""A blank draft at the finance bureau."""

from __future__ import annotations

import pytest

from agencies.models import Agency
from reports.models import Report
from tests.filing import begun


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)
