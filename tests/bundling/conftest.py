"""A bureau's published report, and two people who work for two bureaus."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from agencies.roles import Role, grant
from reports.models import Report
from tests.filing import begun, published


@pytest.fixture
def people(finance: Agency, education: Agency, reporter: User, reviewer: User) -> None:
    """The same two people fill in and sign for both bureaus."""
    grant(reporter, Role.REPORTER, education, by=None)
    grant(reviewer, Role.REVIEWER, education, by=None)


@pytest.fixture
def report(finance: Agency, reporter: User, reviewer: User) -> Report:
    return published(begun(finance), reporter, reviewer)
