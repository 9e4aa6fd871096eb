"""A draft with a few words and figures in it, and the places that the tests comment on."""

from __future__ import annotations

import pytest

from agencies.models import Agency, User
from reports import commenting
from reports.models import Report
from tests.filing import begun, filled


@pytest.fixture
def draft(finance: Agency, reporter: User) -> Report:
    return filled(begun(finance), reporter)


@pytest.fixture
def paragraph(draft: Report) -> str:
    """The anchor of the first paragraph of section one."""
    known = commenting.places(draft.content)
    return next(one for one in known if one.startswith("prose.1#"))
