"""What the parts in words of real published reports are asked to speak of besides (R07, R08)."""

import pytest

from reports.checks import Case, Severity, check
from tests.checks.narrative.test_on_samples import SAMPLES, TOLD, sample

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")
GOVERNMENTS = {"haidian-2024", "hongze-2023"}
"""Neither of them speaks of 社会评议 and 责任追究."""


@pytest.mark.parametrize("name", TOLD)
def test_of_real_reports_only_those_of_governments_are_asked_for_more(name: str) -> None:
    found = check(Case(sample(name), is_government=name in GOVERNMENTS))
    asked = [(one.rule, one.severity) for one in found if one.rule in {"R07", "R08"}]
    assert asked == ([("R08", Severity.WARNING)] if name in GOVERNMENTS else [])
