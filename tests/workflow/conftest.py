"""The report that most stories are about, and the colleagues who have a part in them."""

from __future__ import annotations

import pytest

from agencies.models import Agency, Role, User
from reports.models import Report
from tests.filing import begun, filled
from tests.make import make_user


@pytest.fixture
def report(finance: Agency, reporter: User) -> Report:
    """Filled in, ready to be sent."""
    return filled(begun(finance), reporter)


@pytest.fixture
def deputy(finance: Agency) -> User:
    return make_user("he", {Role.REVIEWER: finance}, name="何副局长")


@pytest.fixture
def allrounder(finance: Agency) -> User:
    """Both 填报人 and 审核人, as in an office of two."""
    return make_user("lin", {Role.REPORTER: finance, Role.REVIEWER: finance}, name="林兼任")
