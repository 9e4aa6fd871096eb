"""A blank draft at the finance bureau, and a second reporter to share it with."""

from __future__ import annotations

import pytest

from agencies.models import Agency, Role, User
from reports.models import Report
from tests.filing import begun
from tests.make import make_user


@pytest.fixture
def report(finance: Agency) -> Report:
    return begun(finance)


@pytest.fixture
def colleague(finance: Agency) -> User:
    return make_user("qian", {Role.REPORTER: finance}, name="钱同事")
