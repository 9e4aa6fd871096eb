"""A bureau's batch with one file that was read."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from agencies.roles import Role
from reports.models import Batch, Upload

from .files import batch, given, page


@pytest.fixture
def own(reporter: User, finance: Agency) -> Batch:
    """Given in by the bureau's 填报人."""
    return batch(reporter, finance)


@pytest.fixture
def districts(office: User, county: Agency, finance: Agency, education: Agency) -> Batch:
    """Given in by 政务公开办."""
    return batch(office, county, Role.OFFICE)


@pytest.fixture
def upload(own: Batch) -> Upload:
    """The bureau's page of 2023, without a doubt."""
    return given(own, page())
