"""Reports as agencies write them: what is wrong is found, and nothing else."""

import pytest

from reports.content import Content
from tests.checks.narrative.tables import BEFORE, NOW
from tests.checks.narrative.telling import codes, says
from tests.checks.narrative.written_right import RIGHT
from tests.checks.narrative.written_wrong import WRONG


def found(agency: str, text: str) -> list[str]:
    last: Content = says("", BEFORE, year=2023)
    return codes(says(text, NOW, agency=agency), last)


@pytest.mark.parametrize(
    ("agency", "text"), [(agency, text) for agency, texts in RIGHT.items() for text in texts]
)
def test_nothing_is_said_of_what_is_right_or_in_no_table(agency: str, text: str) -> None:
    assert found(agency, text) == []


@pytest.mark.parametrize(("agency", "text", "expected"), WRONG)
def test_what_is_wrong_is_found_once(agency: str, text: str, expected: list[str]) -> None:
    assert sorted(found(agency, text)) == sorted(expected)
